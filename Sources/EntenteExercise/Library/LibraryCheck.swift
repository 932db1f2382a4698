import Foundation

/// Looks at the cards of a library by themselves. A card may leave out what belongs to an exercise,
/// and may name a theatre or an objective that only an exercise has; everything else must fit.
package enum LibraryCheck {
  /// Whether `folder` keeps cards, and is no exercise.
  package static func isLibrary(_ folder: String) -> Bool {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: "\(folder)/\(PackageFile.exercise)") else { return false }
    return LibraryShelf.allCases.contains { shelf in
      if shelf == .pairs { return manager.fileExists(atPath: "\(folder)/pairs.yaml") }
      let names = try? manager.contentsOfDirectory(atPath: "\(folder)/\(shelf.rawValue)")
      return names?.contains { $0.hasSuffix(".yaml") } ?? false
    }
  }

  /// The files of a library, and what of them cannot be read; nil if there is no such folder.
  package static func read(folder: String) -> (package: ExercisePackage?, findings: [Finding]) {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      let sentence = "There is no folder here that could be a library."
      return (nil, [Finding(.error, file: "", name: "no-folder", sentence)])
    }
    var reader = FolderReader(root: root)
    reader.walk(root, path: [])
    return (ExercisePackage(files: reader.files), reader.findings.sorted())
  }

  /// What is wrong with the cards in `library`, in order of file and place.
  package static func findings(in library: ExercisePackage) -> [Finding] {
    var findings: [Finding] = []
    var trees: [(shelf: LibraryShelf, path: String, tree: YAMLNode)] = []
    for file in library.files {
      let checked = TextCheck.text(file.bytes, file: file.path)
      findings += checked.findings
      guard let text = checked.text else { continue }
      guard file.path.hasSuffix(".yaml") else {
        findings += MarkdownCheck.findings(text, file: file.path, isBrief: false)
        continue
      }
      guard let shelf = shelf(of: file.path) else {
        findings.append(
          Finding(.warning, file: file.path, name: "unused-file", "Nothing reads this file."))
        continue
      }
      let parsed = YAMLTree.parse(text, file: file.path)
      if checked.findings.allowPlay { findings += parsed.findings }
      if let root = parsed.root { trees.append((shelf, file.path, root)) }
    }
    let known = names(on: trees.map { ($0.shelf, $0.path) })
    for (shelf, path, tree) in trees {
      findings += self.findings(in: tree, on: shelf, path: path, known: known)
    }
    return Set(findings).sorted()
  }

  private static func shelf(of path: String) -> LibraryShelf? {
    let parts = path.split(separator: "/")
    if path == "pairs.yaml" { return .pairs }
    return parts.count == 2 && parts[0] != LibraryShelf.pairs.rawValue
      ? LibraryShelf(rawValue: String(parts[0])) : nil
  }

  /// The id of the card in a file.
  private static func id(of path: String) -> String {
    String(path.split(separator: "/").last?.dropLast(5) ?? "")
  }

  /// States and programmes go by the names of their files; of the rest nothing is known here.
  private static func names(
    on cards: [(shelf: LibraryShelf, path: String)]
  ) -> [NameKind: [String]] {
    var known: [NameKind: [String]] = [:]
    for (shelf, kind) in [(LibraryShelf.states, NameKind.state), (.programmes, .programme)] {
      let ids = cards.filter { $0.shelf == shelf }.map { id(of: $0.path) }
      if !ids.isEmpty { known[kind] = ids }
    }
    return known
  }

  private static func findings(
    in tree: YAMLNode, on shelf: LibraryShelf, path: String, known: [NameKind: [String]]
  ) -> [Finding] {
    var reader = ShapeReader(file: path, known: known)
    reader.listsAreOpen = true
    let card = shelf == .deals ? tree.without(["id"]) : tree
    _ = reader.read(card, as: .record(shelf.record), key: shelf.noun)
    let found = (reader.findings + reader.advice).filter { $0.name != "missing-key" }
    guard shelf != .pairs, case .map = tree.content, tree["id"]?.text != id(of: path) else {
      return found
    }
    let place = tree["id"] ?? tree
    return found + [
      Finding(
        .error, file: path, line: place.line, column: place.column, name: "other-name",
        "The id of a card is the name of its file, here \"\(id(of: path).clipped)\".")
    ]
  }
}

extension LibraryShelf {
  /// The shape of a card.
  fileprivate var record: RecordShape {
    switch self {
    case .states: StateKeys.card
    case .programmes: ProgrammeKeys.programme
    case .injects: InjectKeys.inject
    case .deals: WorldKeys.deal
    case .pairs: WorldKeys.pairs
    }
  }
}
