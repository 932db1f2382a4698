import EntenteModel

extension ValueReader {
  /// The state `word` names. A state of the session outside `scope` is taken, for the rules to
  /// refuse; a party that the clause does not bind, and a word that is no state, are reported.
  mutating func state(_ word: WrittenWord, _ scope: StateScope) -> StateID? {
    let state = StateID(vocabulary.canonical(word.text))
    let isParty = parties.contains(state)
    if isParty {
      if scope != .bound || bound.contains(state) { return state }
      unknownState(word, "is not bound by this clause", bound)
      return nil
    }
    if vocabulary.acceptsAnyName, Self.isName(state.text) { return state }
    if vocabulary.states.contains(state) { return state }
    switch scope {
    case .bound: unknownState(word, "is not a party here", bound.isEmpty ? parties : bound)
    case .party: unknownState(word, "is not a party here", parties)
    case .session: unknownState(word, "is not a state here", vocabulary.states + parties)
    }
    return nil
  }

  /// True for what a name may be: a letter, then letters, digits and hyphens, 40 at most.
  static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, word.utf8.count <= 40 else { return false }
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    return isLetter(first)
      && word.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  private mutating func unknownState(_ word: WrittenWord, _ what: String, _ valid: [StateID]) {
    let hint = NearestWord.hint(word.text, among: valid.map(\.text))
    findings.append(
      TermsFinding(
        .unknownState, at: word.place, near: word.typed, "\"\(word.text)\" \(what)",
        tail: hint.tail, nearest: hint.nearest))
  }

  /// A list of words, states or clauses.
  mutating func list(_ reading: Reading) -> ParameterValue? {
    var places: [String: TermsPlace] = [:]
    var known: Set<String> = []
    var words: [String] = []
    let before = findings.count
    for item in reading.items {
      guard let word = word(item, reading) else { continue }
      let written = WrittenWord(text: word, typed: item.typed, place: item.place)
      guard let names = names(written, item, reading) else { continue }
      // A clause may be meant by its id and by its kind at once: only the same word is odd twice.
      let key = reading.spec.type.isReferences ? word : names[0]
      if let first = places.updateValue(item.place, forKey: key) {
        twice(written, first)
        continue
      }
      words += names.filter { known.insert($0).inserted }
    }
    return findings.count == before ? counted(words, reading) : nil
  }

  private mutating func names(
    _ word: WrittenWord, _ item: WrittenItem, _ reading: Reading
  ) -> [String]? {
    switch reading.spec.type {
    case .states(let scope, _, _): return state(word, scope).map { [$0.text] }
    case .references: return clauses(word)
    default: return known(item, word.text, reading).map { [$0] }
    }
  }

  private mutating func clauses(_ word: WrittenWord) -> [String]? {
    if let ids = references.clauses(word.text) { return ids.map(\.text) }
    if !references.hasUnknownClause {
      let hint = NearestWord.hint(word.text, among: references.words)
      findings.append(
        TermsFinding(
          .unknownValue, at: word.place, near: word.typed,
          "\"\(word.text)\" is not a clause of this text", tail: hint.tail, nearest: hint.nearest
        ).showing([]))
    }
    return nil
  }

  private mutating func counted(_ words: [String], _ reading: Reading) -> ParameterValue? {
    let type = reading.spec.type
    if let range = type.counts, !range.contains(words.count), let last = reading.items.last {
      let limits =
        words.count < range.lowerBound
        ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
      report(.outOfRange, last, "\"\(reading.spec.name)\" takes \(limits), not \(words.count)")
      return nil
    }
    if type.isReferences {
      return .words(ReferenceTable.sorted(words.map { ClauseID($0) }).map(\.text))
    }
    return .words(type.isOrdered ? words : words.sorted())
  }
}

extension ParameterType {
  /// How many items a list may have; nil where any number but none is right.
  var counts: ClosedRange<Int>? {
    switch self {
    case .domains(let range), .references(let range): range
    case .states(_, let range, _): range
    default: nil
    }
  }

  /// True if the order of the list means something.
  var isOrdered: Bool { if case .states(_, _, let ordered) = self { ordered } else { false } }

  /// True if the value names clauses of the same text.
  var isReferences: Bool { if case .references = self { true } else { false } }

  /// True if the value is an id that an exercise may spell in another way.
  var isNamed: Bool {
    switch self {
    case .programme, .theatre: true
    default: false
    }
  }

  /// What a wrong word of parameter `name` is not: `not a family here`.
  func article(_ name: String) -> String {
    switch self {
    case .programme: "not a programme here"
    case .theatre: "not a theatre here"
    case .family: "not a family here"
    case .sector, .sectors: "not a sector here"
    case .domain, .domains: "not a domain here"
    case .inputs: "not an input here"
    default: "no value of \"\(name)\""
    }
  }
}

extension Vocabulary {
  /// The words a parameter of `type` may have; nil if any well-formed word will do, or if the type
  /// takes no such words.
  func words(for type: ParameterType) -> [String]? {
    switch type {
    case .programme: acceptsAnyName ? nil : programmes.map(\.text)
    case .theatre: acceptsAnyName ? nil : theatres.map(\.text)
    case .family: acceptsAnyName ? nil : families
    case .sector, .sectors: sectors.map(\.rawValue)
    case .domain, .domains: domains.map(\.rawValue)
    case .inputs: inputs.map(\.rawValue)
    case .word(let words), .words(let words): words.isEmpty ? nil : words
    case .flag: ["no", "yes"]
    default: nil
    }
  }
}
