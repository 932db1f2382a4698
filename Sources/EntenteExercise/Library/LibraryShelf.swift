/// What the common library keeps: cards that several exercises begin with. In a package the cards
/// it uses stand under `library/`, with the same paths as in the library itself, so that a package
/// in a journal needs no library.
enum LibraryShelf: String, CaseIterable {
  case states, programmes, injects, deals, pairs

  /// The folder of the library, beside the exercises and inside a package.
  static let folder = "library"
  /// What stands behind `base:` for the card that has the own id.
  static let ownID = "library"

  /// The file of a card; there is one for all pairs.
  func path(of card: String) -> String {
    self == .pairs ? "\(Self.folder)/pairs.yaml" : "\(Self.folder)/\(rawValue)/\(card).yaml"
  }

  /// What one card is called in sentences.
  var noun: String {
    switch self {
    case .states: "state"
    case .programmes: "programme"
    case .injects: "inject"
    case .deals: "deal"
    case .pairs: "table of pairs"
    }
  }
}

/// A place in a package that begins with a card of the library.
struct LibraryReference {
  var shelf: LibraryShelf
  /// Id of the card; empty where none can be meant.
  var card: String
  /// Where `base` is written.
  var place: YAMLNode
  /// The file it is written in.
  var file: String

  var path: String { shelf.path(of: card) }

  /// The reference in `node`, nil if it has no `base`.
  init?(_ shelf: LibraryShelf, _ node: YAMLNode, file: String) {
    guard let base = node["base"] else { return nil }
    self.shelf = shelf
    place = base
    self.file = file
    let named = base.text ?? ""
    let card = named == LibraryShelf.ownID && shelf != .deals ? node["id"]?.text ?? "" : named
    self.card = Wording.isName(card) ? card : ""
    if shelf == .pairs { self.card = "pairs" }
  }

  /// All references of a package, in the order of its files.
  static func all(in trees: [String: YAMLNode]) -> [LibraryReference] {
    let world = trees[PackageFile.world]
    let lists: [(LibraryShelf, String, [YAMLNode])] = [
      (.states, PackageFile.states, trees[PackageFile.states]?.members ?? []),
      (.programmes, PackageFile.programmes, trees[PackageFile.programmes]?.members ?? []),
      (.injects, PackageFile.injects, trees[PackageFile.injects]?.members ?? []),
      (.deals, PackageFile.world, world?["deals"]?.members ?? []),
      (.pairs, PackageFile.world, world?["pairs"].map { [$0] } ?? []),
    ]
    return lists.flatMap { shelf, file, nodes in
      nodes.compactMap { LibraryReference(shelf, $0, file: file) }
    }
  }
}
