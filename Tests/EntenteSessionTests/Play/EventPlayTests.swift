import Testing

@testable import EntenteModel
@testable import EntenteSession

/// Events of an exercise as sessions play them: who gets them, how often, what a choice costs and
/// what a vote decides.
struct EventPlayTests {
  private func event(
    _ trigger: Inject.Trigger, target: InjectTarget? = nil, options: [InjectOption] = [],
    effects: [InjectEffect] = [], isPublic: Bool = false
  ) -> Inject {
    var inject = Inject(
      id: "event", title: "Event", kind: .contingency, trigger: trigger, from: "desk", to: [],
      body: "Something came.", isPublic: isPublic, effects: effects, options: options)
    inject.target = target
    return inject
  }

  private func capital(_ amount: Int) -> InjectEffect {
    InjectEffect(path: .politicalCapital, object: "", operation: .add, amount: amount, turns: 0)
  }

  private func compare(_ name: String, _ argument: String, _ least: Int) -> CardCondition.Test {
    .compare(
      metric: CardMetric(name: name, arguments: argument.isEmpty ? [] : [argument]),
      comparison: .atLeast, threshold: least)
  }

  /// The turns in which the event came, over five turns.
  private func turns(_ inject: Inject, seed: Int = 1) throws -> [Int] {
    var play = try SmallPlay(fog: .none, injects: [inject], seed: seed)
    while play.state.turn < 4 { try play.advance(to: .negotiate) }
    return play.state.fired.map(\.turn)
  }

  @Test("a rule finds the readers when the event comes")
  func readers() throws {
    var play = try SmallPlay(
      fog: .none, injects: [event(.turn(2), target: .largest("budget"), effects: [capital(-500)])],
      change: { $0[1].budget = 300_000 })
    try play.advance(to: .negotiate)
    #expect(play.state.fired.map(\.to) == [["cael"]])
  }

  @Test("asked of each, it comes to those of whom the condition holds")
  func each() throws {
    let inject = event(.metric(compare("sec", "team", 8_000)), target: .each)
    var play = try SmallPlay(
      fog: .none, injects: [inject], change: { $0[0].security = 9_000 })
    try play.advance(to: .negotiate)
    #expect(play.state.fired.map(\.to) == [["aster"]])
    let nobody = try turns(event(.metric(compare("sec", "team", 9_900)), target: .each))
    #expect(nobody.isEmpty)
  }

  @Test("an event comes again after its pause, and no more often than it may")
  func repeats() throws {
    var inject = event(.metric(compare("turn", "", 2)))
    #expect(try turns(inject) == [2])
    inject.recurrence = InjectRecurrence(every: 1, times: 2)
    #expect(try turns(inject) == [2, 3])
    inject.recurrence = InjectRecurrence(every: 2)
    #expect(try turns(inject) == [2, 4])
  }

  @Test("chance is drawn from the seed, the turn before and the place, and from nothing else")
  func chance() throws {
    var inject = event(.metric(.all([])))
    inject.recurrence = InjectRecurrence(every: 1, chance: 5_000)
    for seed in 1...6 {
      let expected = (2...4).filter { turn in
        KeyedDraw.draw(seed: UInt64(seed), turn: turn - 1, stream: 1, entity: 0, sides: 10_000)
          < 5_000
      }
      #expect(try turns(inject, seed: seed) == expected)
    }
  }

  // MARK: choices

  private var bill: Inject {
    event(
      .turn(2),
      options: [
        InjectOption(name: "wait", label: "Wait", isDefault: true, effects: [capital(-100)]),
        InjectOption(
          name: "pay", label: "Pay", isDefault: false, effects: [capital(300)], cost: 150_000,
          budgetShare: 1_000),
      ])
  }

  private func choose(
    _ option: String, by state: StateID, _ play: inout SmallPlay
  ) throws {
    try play.order("choose", [("inject", "event"), ("option", option)], by: state)
  }

  @Test("what nobody can pay is not offered, what one can is, and only to that one")
  func offered() throws {
    var poor = try SmallPlay(fog: .none, injects: [bill])
    // With the budget of the turn a state has 200m at most; 150m and a tenth of 100m are 160m.
    try poor.advance(to: .negotiate)
    let options = poor.state.options(of: bill, for: ["aster", "cael", "dorn"])
    let payable = poor.state.world.states.contains { $0.treasury + $0.budget >= 160_000 }
    #expect(options == (payable ? ["wait", "pay"] : ["wait"]))
    var rich = try SmallPlay(
      fog: .none, injects: [bill],
      change: { cards in for state in 1...2 { cards[state].budget = 1_000 } })
    try rich.advance(to: .negotiate)
    #expect(rich.state.options(of: bill, for: ["cael"]) == ["wait"])
    #expect(throws: Refusal.self) { try choose("pay", by: "cael", &rich) }
  }

  @Test("an option is paid from the budget of the turn, before anything else")
  func paid() throws {
    func outflow(_ option: String) throws -> (money: Money, capital: BasisPoints) {
      var play = try SmallPlay(
        fog: .none, injects: [bill],
        change: {
          // Far from the ceiling of spending, which has a price of its own (SR11).
          $0[0].treasury = 400_000
          $0[0].spendingCeiling = 900_000
        })
      try play.advance(to: .negotiate)
      try choose(option, by: "aster", &play)
      try play.advance(to: .negotiate)
      let world = play.state.world
      return (world.tally.outflow, world.states[0].politicalCapital)
    }
    let (pay, wait) = (try outflow("pay"), try outflow("wait"))
    #expect(pay.money == wait.money + 160_000)
    #expect(pay.capital == wait.capital + 400)
  }

  @Test("a vote counts for all, silence as the default, and of equals the default holds")
  func vote() throws {
    var inject = event(
      .turn(2),
      options: [
        InjectOption(name: "keep", label: "Keep", isDefault: true, effects: []),
        InjectOption(name: "go", label: "Go", isDefault: false, effects: [capital(-300)]),
      ])
    inject.isVote = true
    func taken(_ voters: [StateID]) throws -> [String] {
      var play = try SmallPlay(fog: .none, injects: [inject])
      try play.advance(to: .negotiate)
      for voter in voters { try choose("go", by: voter, &play) }
      return play.state.standingChoices.map(\.option)
    }
    #expect(try taken([]) == ["keep", "keep", "keep"])
    #expect(try taken(["cael"]) == ["keep", "keep", "keep"])
    #expect(try taken(["cael", "dorn"]) == ["go", "go", "go"])
  }

  @Test("all may read what only some may answer")
  func publicQuestion() throws {
    var play = try SmallPlay(
      fog: .none,
      injects: [
        event(
          .turn(2), target: .largest("budget"),
          options: [InjectOption(name: "yes", label: "Yes", isDefault: true, effects: [])],
          isPublic: true)
      ], change: { $0[2].budget = 300_000 })
    let events = try play.advance(to: .negotiate)
    let heard = events.first { if case .injectFired = $0.fact { true } else { false } }
    #expect(heard?.audience == .everybody)
    #expect(play.state.fired.map(\.to) == [["dorn"]])
    try choose("yes", by: "dorn", &play)
    #expect(throws: Refusal.self) { try choose("yes", by: "cael", &play) }
  }

  @Test("a run without a new text serves until the world or the reader's orders change")
  func previewMemory() throws {
    var play = try SmallPlay(fog: .none)
    var memory = PreviewMemory()
    let first = memory.baseline(for: 1, in: play.state)
    #expect(memory.baseline(for: 1, in: play.state).worlds == first.worlds)
    let version = play.state.worldVersion
    try play.order("fund-rd", [("domain", "sen"), ("money", "9m")], by: "cael")
    #expect(play.state.worldVersion == version)
    let second = memory.baseline(for: 1, in: play.state)
    let fresh = Preview.baseline(
      for: 1, orders: play.state.knownOrders(to: 1), in: play.state.world,
      scenario: play.state.scenario)
    #expect(second.worlds == fresh.worlds && second.worlds != first.worlds)
    try play.advance(to: .negotiate)
    #expect(play.state.worldVersion > version)
    #expect(memory.baseline(for: 1, in: play.state).worlds != second.worlds)
  }
}
