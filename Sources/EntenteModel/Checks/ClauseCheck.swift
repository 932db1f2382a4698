/// Judges the clauses of one text against the world: what each needs, and what stands against it.
/// Collects every refusal, never only the first.
struct ClauseCheck {
  let text: DealText
  let world: World
  let scenario: Scenario
  /// Clauses in force and those of the text.
  let committed: CommittedClauses
  /// Money orders of each state already claim, by state; $k.
  let claimed: [Money]
  /// First payments of the clauses judged so far, by state; $k.
  var promised: [Money]
  /// Capacity promised by the clauses judged so far, `[state * sectors + sector]`; cu.
  var promisedCapacity: [CapacityUnits]
  private(set) var findings: [Finding] = []

  init(
    _ text: DealText, in world: World, scenario: Scenario, replacing: DealID?, claimed: [Money]
  ) {
    self.text = text
    self.world = world
    self.scenario = scenario
    self.claimed = claimed
    committed = CommittedClauses(
      in: world, scenario: scenario, adding: text, replacing: replacing)
    promised = Array(repeating: 0, count: scenario.states.count)
    promisedCapacity = Array(repeating: 0, count: scenario.states.count * Sector.count)
  }

  /// Judges every clause of the text, in order.
  mutating func run() {
    for clause in text.clauses {
      barredByLaw(clause)
      switch clause.kind {
      case .codev, .transfer, .dualuse, .reexport: judgeTechnology(clause)
      case .coprod, .licprod, .offtake, .jointfund, .sustain, .subsidiary: judgeIndustry(clause)
      case .exercise, .basing, .stockpool, .crisis, .sidepay: judgeOperations(clause)
      case .rdp, .ntib, .exempt, .gsoia, .infoshare, .excl: judgeAgreement(clause)
      case .dialogue, .standard, .acsa, .accel, .sosa, .offset, .gov, .term, .pilot: break
      }
    }
  }

  // MARK: what all clauses share

  mutating func refuse(_ refusal: RuleRefusal, _ sight: Finding.Sight = .everybody) {
    findings.append(Finding(refusal: refusal, sight: sight))
  }

  /// Indices of the states, in the order given.
  func indices(_ states: [StateID]) -> [Int] { states.compactMap(scenario.index(of:)) }

  func id(_ state: Int) -> StateID { scenario.states[state].id }

  func isParty(_ state: Int) -> Bool { text.parties.contains(id(state)) }

  /// Every unordered pair of different states.
  func pairs(_ states: [Int]) -> [(Int, Int)] {
    states.indices.flatMap { first in
      states.indices.dropFirst(first + 1).map { (states[first], states[$0]) }
    }
  }

  func trust(of one: Int, in other: Int) -> BasisPoints {
    world.trust[one * scenario.states.count + other]
  }

  func pair(_ one: Int, _ other: Int) -> PairStanding {
    world.pairs[Scenario.pairIndex(one, other, of: scenario.states.count)]
  }

  /// The programme the clause is about, by index.
  func programme(of clause: ClauseText) -> Int? {
    clause.programme.flatMap(scenario.index(of:))
  }

  /// E217: the card of a bound state bars the clause; of a `basing` only the host's counts.
  private mutating func barredByLaw(_ clause: ClauseText) {
    let bound = clause.kind == .basing ? clause.from : clause.boundStates
    for state in indices(bound) where scenario.states[state].barredClauses.contains(clause.kind) {
      refuse(.barredByLaw(clause.id, state: id(state), kind: clause.kind))
    }
  }

  /// E211 against a plain limit.
  mutating func requireSecurity(
    _ clause: ClauseText, of state: Int, atLeast need: BasisPoints, purpose: String
  ) {
    let have = world.states[state].security
    guard have < need else { return }
    refuse(.securityTooLow(clause.id, state: id(state), have: have, need: need, purpose: purpose))
  }

  /// E213 against a plain limit.
  mutating func requireValues(
    _ clause: ClauseText, _ one: Int, _ other: Int, atLeast need: BasisPoints, purpose: String
  ) {
    let have = pair(one, other).affinity
    guard have < need else { return }
    refuse(
      .valuesTooFar(clause.id, id(one), id(other), have: have, need: need, purpose: purpose))
  }

  /// E231.
  mutating func requireLayer(
    _ clause: ClauseText, _ layer: Layer, _ one: Int, _ other: Int, atLeast need: BasisPoints
  ) {
    let have = pair(one, other).layers[layer.index]
    guard have < need else { return }
    refuse(
      .interoperabilityTooLow(
        clause.id, id(one), id(other), layer: layer, have: have, need: need))
  }

  /// E301: the first payment of `state` against what it has free this turn: treasury and the budget
  /// to come, less what deals in force, orders and earlier clauses of the text claim.
  mutating func requireMoney(_ clause: ClauseText, of state: Int, _ need: Money) {
    let left = OrderRules.moneyLeft(of: state, pending: [], in: world, scenario: scenario)
    let free = max(0, left - claimed[state] - promised[state])
    promised[state] = promised[state] + need
    guard need > free else { return }
    refuse(.treasuryTooLow(clause.id, state: id(state), have: free, need: need), .owner(state))
  }
}
