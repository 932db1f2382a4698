import EntenteModel
import EntenteSession
import Testing

/// A session of three states and one programme that is played by hand: cael buys what dorn makes.
struct SmallPlay {
  private(set) var state: SessionState
  private var time = 1_000_000
  private let rules = Rules { _ in [] }

  init(
    fog: Parameters.Fog, injects: [Inject] = [], seed: Int = 1,
    change: (inout [StateCard]) -> Void = { _ in }
  ) throws {
    state = SessionState(exercise: Self.exercise(fog, injects: injects, change), seed: seed)
    try act(
      .createSession(
        SessionCreated(id: "s", exercise: "small", title: "Small", format: "class")),
      by: .facilitator("test"))
    for card in state.scenario.states {
      let seat = SeatID(state: card.id, role: "head")
      try act(.join(seat: seat, name: card.id.text), by: .newcomer(seat))
    }
    try act(.start(bots: false), by: .facilitator("test"))
  }

  @discardableResult
  mutating func act(_ command: Command, by actor: Actor) throws -> [Event] {
    time += 1_000
    let events = try state.decide(command, by: actor, at: Occasion(time: time), rules: rules)
    for event in events { state.evolve(event, at: time) }
    return events
  }

  /// Goes on until a phase has come, at least one step.
  @discardableResult
  mutating func advance(to phase: Phase) throws -> [Event] {
    var events: [Event] = []
    repeat { events += try act(.advance, by: .facilitator("test")) } while state.phase != phase
    return events
  }

  @discardableResult
  mutating func order(
    _ keyword: String, _ arguments: [(String, String)] = [], by who: StateID
  ) throws -> [Event] {
    let order = try OrderLanguage.parse(
      keyword: keyword, arguments: arguments.map { (name: $0.0, value: $0.1) },
      exercise: state.exercise)
    let seat = SeatID(state: who, role: "head")
    let member = try #require(state.members.first { $0.seat == seat })
    return try act(.order(order), by: .member(member.id))
  }

  /// The lines of a state's page for another one, without their first words.
  func page(of index: Int, for reader: StateID) -> Page {
    state.statePage(of: index, for: SeatID(state: reader, role: "head"))
  }

  static func exercise(
    _ fog: Parameters.Fog, injects: [Inject] = [],
    _ change: (inout [StateCard]) -> Void = { _ in }
  ) -> Exercise {
    var parameters = Parameters()
    parameters.fog = fog
    parameters.actions = 0
    parameters.domains = [.aut, .sen]
    var states = ["aster", "cael", "dorn"].map { name in
      var card = StateCard(
        id: StateID(name), label: name, doctrine: "industrial-hub", budget: 100_000,
        exposure: [5_000], requirement: [80_000], stock: [30_000], economyReference: 100_000)
      card.capacity[Sector.uas.index] = 26_000
      card.technology[Domain.sen.index] = 4_630
      card.organisation = 5_510
      card.security = 7_000
      return card
    }
    change(&states)
    let lantern = Programme(
      id: "lantern", label: "Lantern", sector: .uas, domains: [.aut], sensitivity: 1, owner: 2,
      listCost: 600, listQuantity: 200, slope: 8_500, fixedShare: 1_500, load: 1_000,
      minimumQuantity: 5, minimumOrganisation: 3_000, minimumCapacity: 5_000, toolingDays: 180,
      inputs: [.chips])
    let scenario = Scenario(
      parameters: parameters, states: states, programmes: [lantern],
      theatres: [
        Theatre(
          id: "marches", label: "Marches", type: .air, weights: [0, 5_000, 0, 5_000, 0, 0],
          path: [6_000])
      ],
      pairs: Array(
        repeating: PairStart(
          interoperability: [3_000, 3_000, 2_000, 1_500], affinity: 7_000, trust: 5_500,
          trustBack: 5_500, formalTreaty: true), count: 3),
      lines: [
        LineStart(
          state: 2, programme: 0, capacity: 10_000, cumulativeUnits: 200, nominal: 10_000)
      ], injects: injects)
    return Exercise(
      id: "small", title: "Small", summary: "", format: "class", scenario: scenario,
      phases: PhasePlan(
        report: .absent, negotiate: .seconds(600), ratify: .absent, orders: .seconds(600),
        review: .absent, advance: .clock),
      roles: [Role(name: "head", permissions: Permission.allCases)],
      vocabulary: Vocabulary(
        states: states.map(\.id), programmes: ["lantern"], theatres: ["marches"], turn: 1,
        lastTurn: 4))
  }
}
