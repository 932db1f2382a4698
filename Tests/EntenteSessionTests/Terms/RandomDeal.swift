import EntenteModel

/// Makes random deals that are canonical: every parameter there, ids in order, lists as the
/// canonical form has them. Rules of the game, such as shares that sum to 100%, are not kept.
struct RandomDeal {
  var random: SeededGenerator
  private let parties: [StateID]
  private let session: [StateID] = [
    "aster", "borea", "cael", "dorn", "aus", "deu", "esp", "fra", "gbr", "jpn", "usa",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...8, using: &random)
    parties = Array(session.shuffled(using: &random).prefix(count)).sorted()
  }

  static func text(seed: UInt64, clauses: ClosedRange<Int> = 1...12) -> DealText {
    var deal = RandomDeal(seed: seed)
    return deal.text(clauses)
  }

  private mutating func text(_ clauses: ClosedRange<Int>) -> DealText {
    let kinds = ClauseKind.allCases.filter { !$0.isHeader }
    let count = Int.random(in: clauses, using: &random)
    let chosen = (0..<count).map { _ in pick(kinds) }
    let ids = chosen.indices.map { DealText.clauseID(at: $0).text }
    var text = DealText(parties: parties)
    for (index, kind) in chosen.enumerated() {
      text.clauses.append(clause(kind, DealText.clauseID(at: index), ids))
    }
    text.purpose = pick(Purpose.allCases)
    text.visibility = pick([
      .public, .parties, .secret(until: Int.random(in: 2...8, using: &random)),
    ])
    text.entry = pick([
      .all, .of(count: Int.random(in: 2...parties.count, using: &random)),
      .lead(state: pick(parties), plus: Int.random(in: 1...(parties.count - 1), using: &random)),
    ])
    text.accession = pick([
      .closed, .unanimity, .majority,
      .open(
        security: BasisPoints(number(0...10_000)), values: BasisPoints(number(0...10_000)),
        fee: Money(number(0...10_000_000))),
    ])
    text.governance = governance()
    text.term = DealTerm(
      duration: number(0...40), notice: number(0...4), penalty: Money(number(0...10_000_000)),
      survive: list(ids, 0...3).map { ClauseID($0) }, review: pick([nil, number(0...99)]))
    text.title = pick(["", "Marches readiness", "A \"B\" \\ C; D", "Über; été 👩‍🚀"])
    return text
  }

  private mutating func governance() -> DealGovernance {
    let mode = pick(DealGovernance.Mode.allCases)
    return DealGovernance(
      mode: mode, lead: mode == .lead ? pick(parties) : nil,
      decisions: pick(DealGovernance.Decisions.allCases),
      disputes: pick(DealGovernance.Disputes.allCases), floor: BasisPoints(number(0...3000)),
      juste: Bool.random(using: &random))
  }

  private mutating func clause(_ kind: ClauseKind, _ id: ClauseID, _ ids: [String]) -> ClauseText {
    var from = Bool.random(using: &random) ? parties : states(parties, 2...parties.count)
    var to = from
    if !kind.isMutual {
      let cut = Int.random(in: 1..<parties.count, using: &random)
      let mixed = parties.shuffled(using: &random)
      from = mixed.prefix(cut).sorted()
      to = mixed.dropFirst(cut).sorted()
    }
    let bound = Set(from).union(to).sorted()
    let entry = kind.entry
    let chosen = entry.oneOf.isEmpty ? nil : pick(entry.oneOf)
    let parameters = entry.parameters.map { spec -> Parameter in
      let isOut = entry.oneOf.contains(spec.name) && chosen != spec.name
      let isFallback = !spec.isRequired && spec.name != chosen && Bool.random(using: &random)
      if isOut || isFallback, let value = spec.fallback.value(bound: bound) {
        return Parameter(spec.name, value)
      }
      return Parameter(spec.name, value(spec.type, bound, ids))
    }
    return ClauseText(
      id: id, kind: kind, from: from, to: to, parameters: parameters,
      annex: pick([nil, nil, "north", "a-1"]), conditions: conditions(entry))
  }

  private mutating func conditions(_ entry: ClauseEntry) -> [ClauseCondition] {
    (0..<pick([0, 0, 0, 1, 2])).map { _ in
      let metric = pick([
        "turn", "th:land", "gap:usa", "trust:aster:usa", "leak:canopy", "stock:usa:p07", "rdy:jpn",
      ])
      var action = pick([ClauseCondition.Action.activate, .suspend])
      let numbers = entry.parameters.filter { $0.type.range != nil }
      if !numbers.isEmpty, Bool.random(using: &random) {
        let spec = pick(numbers)
        action = .step(parameter: spec.name, to: number(spec.type.range ?? 0...0))
      }
      return ClauseCondition(
        metric: metric, comparison: pick([.atLeast, .atMost]),
        threshold: metric == "turn" ? number(1...99) : number(0...10_000), action: action)
    }
  }

  private mutating func value(
    _ type: ParameterType, _ bound: [StateID], _ ids: [String]
  ) -> ParameterValue {
    switch type {
    case .programme: .word(pick(["canopy", "lantern", "p02", "p05", "p07", "p11", "p14"]))
    case .theatre: .word(pick(["air", "land", "mar", "marches"]))
    case .family: .word(pick(["c2", "data", "iamd", "logistics", "munition", "training"]))
    case .sector: .word(pick(Sector.allCases).rawValue)
    case .sectors: .words(list(Sector.allCases.map(\.rawValue).sorted(), 1...6))
    case .domain: .word(pick(Domain.allCases).rawValue)
    case .domains(let range): .words(list(Domain.allCases.map(\.rawValue).sorted(), range))
    case .inputs: .words(list(Input.allCases.map(\.rawValue).sorted(), 1...6))
    case .state(let scope): .word(pick(scope == .bound ? bound : parties).text)
    case .states(let scope, let range, let ordered): states(scope, range, ordered, bound)
    case .agency: .word(pick(parties.map(\.text) + ["office"]))
    case .word(let words): .word(pick(words))
    case .words(let words): .words(list(words, 1...words.count))
    case .pct(let range), .money(let range), .lots(let range), .int(let range):
      .integer(number(range))
    case .duration: .integer(number(0...40))
    case .flag: .flag(Bool.random(using: &random))
    case .price(let range): pick([.word("cost"), .word("list"), .integer(number(range))])
    case .shares:
      .amounts(states(bound, 1...bound.count).map { amount($0, 0...10_000) })
    case .moneyEach(let range), .lotsEach(let range):
      .amounts(bound.map { amount($0, Bool.random(using: &random) ? range : 7...7) })
    case .references: .words(list(ids, 1...3))
    }
  }

  private mutating func amount(_ state: StateID, _ range: ClosedRange<Int>) -> StateAmount {
    StateAmount(state: state, value: number(range))
  }

  private mutating func states(
    _ scope: StateScope, _ range: ClosedRange<Int>, _ ordered: Bool, _ bound: [StateID]
  ) -> ParameterValue {
    let all = scope == .bound ? bound : session
    let least = max(range.lowerBound, 0)
    let found = states(all, least...min(range.upperBound, all.count)).map(\.text)
    return .words(ordered ? found.shuffled(using: &random) : found)
  }

  private mutating func states(_ all: [StateID], _ range: ClosedRange<Int>) -> [StateID] {
    let count = Int.random(in: range, using: &random)
    return all.shuffled(using: &random).prefix(count).sorted()
  }

  /// Some of `all`, in its order.
  private mutating func list(_ all: [String], _ range: ClosedRange<Int>) -> [String] {
    let count = Int.random(
      in: range.lowerBound...min(range.upperBound, max(all.count, range.lowerBound)), using: &random
    )
    let chosen = Set(all.indices.shuffled(using: &random).prefix(count))
    return all.indices.filter(chosen.contains).map { all[$0] }
  }

  /// A number of the range; often at an end or round.
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    let value = Int.random(in: range, using: &random)
    let round = value / 1000 * 1000
    return pick([value, range.lowerBound, range.upperBound, range.contains(round) ? round : value])
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}
