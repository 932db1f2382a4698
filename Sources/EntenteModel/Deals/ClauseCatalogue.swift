/// The clause catalogue as data: class, weight, direction and parameters of C01…C30. The rules of
/// each clause read it; the terms language parses, prints and explains from it.
package enum ClauseCatalogue {
  /// All entries in catalogue order.
  package static let entries: [ClauseEntry] = firstTen + secondTen + thirdTen

  /// The entry of `kind`.
  package static func entry(_ kind: ClauseKind) -> ClauseEntry {
    let entry = entries[index(of: kind)]
    assert(entry.kind == kind, "the catalogue stands in the order of ClauseKind")
    return entry
  }

  private static let positions: [ClauseKind: Int] = Dictionary(
    uniqueKeysWithValues: zip(ClauseKind.allCases, 0...))

  private static func index(of kind: ClauseKind) -> Int {
    guard let position = positions[kind] else { preconditionFailure("every kind has a place") }
    return position
  }

  // MARK: what several clauses share

  /// Lots a turn, to one buyer or from one line: 0.001-10000.
  static let lotsPerTurn = 1...10_000_000
  /// Lots in all: up to a million.
  static let lotsInAll = 1...1_000_000_000
  /// Money one payment may have: up to 10000m.
  static let sums = 1...10_000_000
  /// Turns of a session that may be named.
  static let turns = 1...99

  static let programme = ParameterSpec(
    "programme", .programme, .required, "The programme this is about.")
  static let licence = ParameterSpec(
    "licence", .word(["agreement", "expedited"]), .value(.word("agreement")),
    "Licence track; expedited is shorter: it needs gsoia and the owner's political capital.")
  static let rate = ParameterSpec(
    "rate", .lots(lotsPerTurn), .value(.null),
    "Lots a turn of each new line; half the sector's capacity if not written.")
  static let config = ParameterSpec(
    "config", .word(["same", "national", "separate"]), .value(.word("same")),
    "How alike the lines build: the same, with national parts, or separate designs.")

  static func theatre(_ summary: String) -> ParameterSpec {
    ParameterSpec("theatre", .theatre, .value(.null), summary)
  }

  static func flag(_ name: String, _ value: Bool, _ summary: String) -> ParameterSpec {
    ParameterSpec(name, .flag, .value(.flag(value)), summary)
  }

  static func int(
    _ name: String, _ range: ClosedRange<Int>, _ value: Int, _ summary: String
  ) -> ParameterSpec {
    ParameterSpec(name, .int(range), .value(.integer(value)), summary)
  }

  static func word(_ name: String, _ words: [String], _ summary: String) -> ParameterSpec {
    ParameterSpec(name, .word(words), .value(.word(words[0])), summary)
  }
}

extension ClauseEntry {
  /// A clause in which all bound states have the same part.
  static func mutual(
    _ kind: ClauseKind, _ number: Int, _ level: RatificationClass, _ family: ClauseFamily?,
    _ weight: Int, _ stage: Stage, _ summary: String, _ parameters: [ParameterSpec] = [],
    oneOf: [String] = []
  ) -> ClauseEntry {
    ClauseEntry(
      kind: kind, number: number, giverClass: level, receiverClass: level, family: family,
      formationWeight: weight, stage: stage, direction: .mutual, parameters: parameters,
      oneOf: oneOf, summary: summary)
  }

  /// A clause with a giving and a receiving side, of one class unless `receiver` has its own.
  static func directed(
    _ kind: ClauseKind, _ number: Int, _ level: RatificationClass,
    receiver: RatificationClass? = nil, _ family: ClauseFamily, _ weight: Int, _ stage: Stage,
    _ giver: String, _ receivers: String, _ summary: String, _ parameters: [ParameterSpec]
  ) -> ClauseEntry {
    ClauseEntry(
      kind: kind, number: number, giverClass: level, receiverClass: receiver ?? level,
      family: family, formationWeight: weight, stage: stage,
      direction: .directed(giver: giver, receivers: receivers), parameters: parameters,
      summary: summary)
  }
}
