/// Puts the cards of the library under what a package says of its own: what stands in the package
/// holds, key by key, and the card gives the rest.
struct LibraryMerge {
  private(set) var trees: [String: YAMLNode]
  private(set) var findings: [Finding] = []
  /// Files of the library that were used.
  private(set) var used: Set<String> = []
  private var cards: [String: YAMLNode] = [:]
  private let shelved: [String]

  /// `texts` are the files of the package, `shelved` the paths the library has beside it, for
  /// hints.
  init(_ trees: [String: YAMLNode], texts: [String: String], shelved: [String]) {
    self.trees = trees
    self.shelved = shelved
    for reference in LibraryReference.all(in: trees) { read(reference, texts: texts) }
    guard !used.isEmpty else { return }
    mergeList(.states, PackageFile.states)
    mergeList(.programmes, PackageFile.programmes)
    mergeList(.injects, PackageFile.injects)
    mergeWorld()
  }

  private mutating func read(_ reference: LibraryReference, texts: [String: String]) {
    let path = reference.path
    guard !used.contains(path) else { return }
    guard let text = texts[path] else { return reportUnknown(reference) }
    used.insert(path)
    let parsed = YAMLTree.parse(text, file: path)
    findings += parsed.findings
    cards[path] = parsed.root?.filed(path)
  }

  private mutating func reportUnknown(_ reference: LibraryReference) {
    let folder = "\(LibraryShelf.folder)/\(reference.shelf.rawValue)/"
    let known = shelved.filter { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(folder.count).dropLast(5)) }
    let named = reference.card.isEmpty ? reference.place.text ?? "" : reference.card
    let hint = known.isEmpty ? "is it beside the exercise?" : Hint.nearest(to: named, in: known)
    findings.append(
      Finding(
        .error, file: reference.file, line: reference.place.line, column: reference.place.column,
        name: "unknown-card",
        "The library has no \(reference.shelf.noun) \"\(named.clipped)\"; \(hint)"))
  }

  // MARK: merging

  private mutating func mergeList(_ shelf: LibraryShelf, _ file: String) {
    guard var tree = trees[file], case .list(let members) = tree.content else { return }
    tree.content = .list(members.map { merged($0, shelf, file: file) })
    trees[file] = tree
  }

  private mutating func mergeWorld() {
    guard var world = trees[PackageFile.world], case .map(var entries) = world.content else {
      return
    }
    // Where nobody knows who plays, no card is cut down to those who do.
    var states: [String]?
    if case .list(let cards)? = trees[PackageFile.states]?.content {
      states = cards.compactMap { $0["id"]?.text }
    }
    for place in entries.indices {
      let value = entries[place].value
      switch (entries[place].key, value.content) {
      case ("pairs", _):
        entries[place].value = merged(value, .pairs, file: PackageFile.world, states: states)
      case ("deals", .list(let deals)):
        entries[place].value.content = .list(
          deals.map { merged($0, .deals, file: PackageFile.world, states: states) })
      default: break
      }
    }
    world.content = .map(entries)
    trees[PackageFile.world] = world
  }

  /// `own` over its card. Of the states a card of pairs or deals names, those of the exercise stay.
  private func merged(
    _ own: YAMLNode, _ shelf: LibraryShelf, file: String, states: [String]? = nil
  ) -> YAMLNode {
    guard let reference = LibraryReference(shelf, own, file: file),
      var card = cards[reference.path]
    else { return own }
    if let states { card = card.naming(only: states) }
    // An event has one moment: that of the exercise, where it gives one.
    if shelf == .injects {
      if own["at"] != nil || own["when"] != nil {
        card = card.without(["at", "when", "repeat", "times", "chance"])
      }
      // So it has one way to find its readers.
      if own["to"] != nil || own["pick"] != nil { card = card.without(["to", "pick"]) }
    }
    if shelf == .pairs { return own.without(["base"]).joined(with: card) }
    if shelf == .deals { card = card.without(["id"]) }
    return own.without(["base"]).over(card)
  }
}

extension YAMLNode {
  /// The same tree, every part of it standing in `file`.
  func filed(_ file: String) -> YAMLNode {
    var node = self
    node.file = file
    switch content {
    case .scalar: break
    case .list(let members): node.content = .list(members.map { $0.filed(file) })
    case .map(let entries):
      node.content = .map(
        entries.map { entry in
          var entry = entry
          entry.value = entry.value.filed(file)
          return entry
        })
    }
    return node
  }

  /// The keys of this map, and of `card` those it does not have; maps in maps likewise. A figure
  /// with its source takes the place of the other whole.
  func over(_ card: YAMLNode) -> YAMLNode {
    guard case .map(let own) = content, case .map(let given) = card.content, self["value"] == nil
    else { return self }
    var entries: [YAMLEntry] = []
    for entry in given {
      guard var mine = own.first(where: { $0.key == entry.key }) else {
        entries.append(entry)
        continue
      }
      mine.value = mine.value.over(entry.value)
      entries.append(mine)
    }
    let names = Set(given.map(\.key))
    entries += own.filter { !names.contains($0.key) }
    var node = self
    node.content = .map(entries)
    return node
  }

  /// A table of pairs over a common one: the own rows come first.
  fileprivate func joined(with card: YAMLNode) -> YAMLNode {
    var node = over(card)
    guard case .map(var entries) = node.content else { return node }
    for place in entries.indices where ["bands", "treaties"].contains(entries[place].key) {
      let key = entries[place].key
      guard case .list(let own)? = self[key]?.content, case .list(let given)? = card[key]?.content
      else { continue }
      entries[place].value.content = .list(own + given)
    }
    node.content = .map(entries)
    return node
  }

  func without(_ keys: [String]) -> YAMLNode {
    guard case .map(let entries) = content else { return self }
    var node = self
    node.content = .map(entries.filter { !keys.contains($0.key) })
    return node
  }

  /// The tree with only `states` in its lists of states; rows that name nobody are left out.
  fileprivate func naming(only states: [String]) -> YAMLNode {
    var node = self
    switch content {
    case .scalar: break
    case .list(let members):
      node.content = .list(members.map { $0.naming(only: states) }.filter { !$0.namesNobody })
    case .map(let entries):
      node.content = .map(
        entries.map { entry in
          var entry = entry
          entry.value =
            Self.stateLists.contains(entry.key)
            ? entry.value.members(among: states) : entry.value.naming(only: states)
          return entry
        })
    }
    return node
  }

  private static let stateLists = ["between", "with", "parties"]

  private func members(among states: [String]) -> YAMLNode {
    var node = self
    node.content = .list(members.filter { states.contains($0.text ?? "") })
    return node
  }

  private var namesNobody: Bool {
    Self.stateLists.contains { self[$0]?.content == .list([]) }
  }
}
