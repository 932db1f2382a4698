import EntenteModel

/// A world of First accord at the start, with words for what tests do to it.
struct Bench {
  static let aster = FirstAccord.aster
  static let borea = FirstAccord.borea
  static let cael = FirstAccord.cael
  static let dorn = FirstAccord.dorn
  static let canopy = FirstAccord.canopy
  static let lantern = FirstAccord.lantern

  var scenario: Scenario
  var world: World

  init(_ scenario: Scenario = FirstAccord.scenario()) {
    self.scenario = scenario
    world = World.start(scenario)
  }

  /// First accord with other parameters.
  static func changed(_ change: (inout Parameters) -> Void) -> Bench {
    Bench(FirstAccord.scenario(parameters: change))
  }

  /// First accord with other state cards.
  static func cards(_ change: (inout [StateCard]) -> Void) -> Bench {
    Bench(FirstAccord.scenario(states: change))
  }

  /// First accord with other programmes of the same ids, and perhaps other parameters.
  static func programmes(
    _ change: (inout [Programme]) -> Void, parameters: (inout Parameters) -> Void = { _ in }
  ) -> Bench {
    let old = FirstAccord.scenario(parameters: parameters)
    var programmes = old.programmes
    change(&programmes)
    return Bench(
      Scenario(
        parameters: old.parameters, states: old.states, programmes: programmes,
        theatres: old.theatres, pairs: old.pairs, lines: old.lines))
  }

  mutating func setTrust(of one: Int, in other: Int, _ value: BasisPoints) {
    world.trust[world.trustIndex(one, other)] = value
  }

  mutating func setValues(_ one: Int, _ other: Int, _ value: BasisPoints) {
    world.pairs[world.pairIndex(one, other)].affinity = value
  }

  mutating func setLayer(_ layer: Layer, _ one: Int, _ other: Int, _ value: BasisPoints) {
    world.pairs[world.pairIndex(one, other)].layers[layer.index] = value
  }

  /// Everything that stands against signing the text.
  func signing(_ text: DealText, by signer: Int? = nil, claimed: Money = 0) -> [RuleRefusal] {
    DealRules.signing(text, signer: signer, in: world, scenario: scenario, claimed: claimed)
  }

  /// The deal signed by all its parties in this turn.
  func signed(_ text: DealText, id: DealID = "D-TEST") -> Deal {
    Lifecycle.signed(
      text, id: id, revision: 1, signers: text.parties.compactMap(scenario.index(of:)),
      in: world, scenario: scenario)
  }

  /// Signs and ratifies the text by all its parties, and puts it into the world.
  @discardableResult
  mutating func conclude(_ text: DealText, id: DealID = "D-TEST") -> Deal {
    let deal = signed(text, id: id)
    world.place(deal)
    guard !Lifecycle.isReady(deal, scenario: scenario) else {
      let conclusion = Lifecycle.concluded(deal, in: world, scenario: scenario)
      world.apply(conclusion)
      return conclusion.deal
    }
    for state in Lifecycle.mustRatify(deal, scenario: scenario) {
      guard let standing = world.deal(id) else { break }
      world.apply(Lifecycle.ratified(standing, by: state, in: world, scenario: scenario))
    }
    return world.deal(id) ?? deal
  }

  /// The text in force: concluded last turn, all effects begun.
  mutating func enforce(_ text: DealText, id: DealID = "D-OLD") {
    conclude(text, id: id)
    guard let place = world.deals.firstIndex(where: { $0.id == id }) else { return }
    world.deals[place].status = .inForce
    world.deals[place].activeFrom = world.turn
    for index in world.deals[place].clauses.indices {
      world.deals[place].clauses[index].activeFrom = world.turn
    }
  }

  /// Resolves a turn in which states do what they did before.
  mutating func resolve() {
    let orders = scenario.states.map { _ in [Order]() }
    world = Resolution.resolve(world, orders: orders, scenario: scenario).world
  }
}

extension [RuleRefusal] {
  /// The first refusal of that name.
  func first(_ name: RefusalName) -> RuleRefusal? { first { $0.name == name } }
}

extension RuleRefusal {
  /// The fields as they are printed: `state=cael have=5000 need=6000`.
  var line: String { fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }
}
