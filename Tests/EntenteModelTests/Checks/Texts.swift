import EntenteModel

/// Builds deal texts with the defaults of the catalogue, as the terms language would.
enum Texts {
  /// A clause whose id the text gives it.
  struct Draft {
    var kind: ClauseKind
    var from: [StateID]
    var to: [StateID]
    var values: [String: ParameterValue]
    var conditions: [ClauseCondition] = []
    var annex: String?
  }

  /// `from>to kind …`
  static func directed(
    _ from: [StateID], _ to: [StateID], _ kind: ClauseKind, _ values: [String: ParameterValue] = [:]
  ) -> Draft {
    Draft(kind: kind, from: from.sorted(), to: to.sorted(), values: values)
  }

  /// `a+b kind …`
  static func mutual(
    _ states: [StateID], _ kind: ClauseKind, _ values: [String: ParameterValue] = [:]
  ) -> Draft {
    Draft(kind: kind, from: states.sorted(), to: states.sorted(), values: values)
  }

  /// A text over the states its clauses name, and `parties` more.
  static func text(
    _ drafts: [Draft], parties: [StateID] = [], entry: EntryRule = .all,
    term: DealTerm = DealTerm(), governance: DealGovernance = DealGovernance(),
    visibility: DealVisibility = .parties, accession: AccessionRule = .closed
  ) -> DealText {
    let clauses = drafts.enumerated().map { index, draft in
      clause(draft, id: DealText.clauseID(at: index))
    }
    return DealText(
      parties: parties + clauses.flatMap(\.boundStates), clauses: clauses, visibility: visibility,
      entry: entry, accession: accession, governance: governance, term: term)
  }

  private static func clause(_ draft: Draft, id: ClauseID) -> ClauseText {
    var clause = DealWriter.clause(
      draft.kind, draft.from, draft.to, draft.values, conditions: draft.conditions)
    clause.id = id
    clause.annex = draft.annex
    return clause
  }

  static func shares(_ shares: [StateID: Int]) -> ParameterValue {
    .amounts(
      shares.map { StateAmount(state: $0.key, value: $0.value) }.sorted { $0.state < $1.state })
  }

  // MARK: The openings of First accord, and what it teaches

  /// `borea>cael offtake programme=lantern lots=12; exercise intensity=1; term duration=4`
  static let boreaToCael = text(
    [
      directed(
        ["borea"], ["cael"], .offtake,
        ["programme": .word("lantern"), "lots": .integer(12_000)]),
      mutual(["borea", "cael"], .exercise),
    ], term: DealTerm(duration: 4))

  /// `dorn>aster licprod programme=canopy cap=60 royalty=4%; gsoia level=2; term duration=8
  /// notice=2`
  static let dornToAster = text(
    [
      directed(
        ["dorn"], ["aster"], .licprod,
        ["programme": .word("canopy"), "cap": .integer(60_000)]),
      mutual(["aster", "dorn"], .gsoia, ["level": .integer(2)]),
    ], term: DealTerm(duration: 8, notice: 2))

  /// `exercise intensity=2; acsa; term duration=6`
  static let asterToCael = text(
    [
      mutual(["aster", "cael"], .exercise, ["intensity": .integer(2)]),
      mutual(["aster", "cael"], .acsa),
    ], term: DealTerm(duration: 6))

  /// `dorn>aster licprod programme=canopy licence=expedited; gsoia; standard family=c2 te`
  static let enabledLine = text([
    directed(
      ["dorn"], ["aster"], .licprod,
      ["programme": .word("canopy"), "licence": .word("expedited")]),
    mutual(["aster", "dorn"], .gsoia),
    mutual(["aster", "dorn"], .standard, ["family": .word("c2"), "te": .flag(true)]),
  ])

  /// `dorn>cael offtake programme=canopy lots=…`
  static func canopyForCael(_ lots: Int) -> DealText {
    text([
      directed(
        ["dorn"], ["cael"], .offtake, ["programme": .word("canopy"), "lots": .integer(lots)])
    ])
  }

  /// A text of one mutual clause.
  static func one(
    _ kind: ClauseKind, _ states: [StateID], _ values: [String: ParameterValue] = [:]
  ) -> DealText {
    text([mutual(states, kind, values)])
  }
}
