import EntenteModel
import EntenteSession
import Testing

/// First accord with deals to change: phases that the facilitator ends, ratify one of them.
extension FirstAccordPlay {
  static let heads = ["aster.head", "borea.head", "cael.head", "dorn.head"]

  /// Four heads at the start of the first negotiation. `preSigned` are deals of before the game,
  /// terms with their parties.
  static func phased(
    bots: Bool = false, seats: [String] = heads,
    preSigned: [(parties: [StateID], terms: String)] = []
  ) throws -> FirstAccordPlay {
    try FirstAccordPlay(format: "ttx", bots: bots, seats: seats) { exercise in
      let made = exercise.scenario
      let deals = try preSigned.map { deal in
        let read = TermsParser.parse(
          deal.terms, sender: deal.parties[0], addressees: Array(deal.parties.dropFirst()),
          vocabulary: exercise.vocabulary)
        return try #require(read.text, "\(read.findings.map(\.sentence))")
      }
      let scenario = Scenario(
        parameters: made.parameters, states: made.states, programmes: made.programmes,
        theatres: made.theatres, pairs: made.pairs, lines: made.lines, preSigned: deals)
      return Exercise(
        id: exercise.id, title: exercise.title, summary: exercise.summary,
        format: exercise.format, scenario: scenario,
        phases: PhasePlan(
          report: .absent, negotiate: .open, ratify: .open, orders: .open, review: .absent,
          advance: .clock), roles: exercise.roles, vocabulary: exercise.vocabulary)
    }
  }

  /// Ends phases until `phase` of `turn` is played.
  mutating func go(to phase: Phase, turn: Int? = nil) throws {
    for _ in 0..<24 where state.phase != phase || state.turn != (turn ?? state.turn) {
      try act(.advance, by: .facilitator("test"))
    }
    #expect(state.phase == phase)
    #expect(state.turn == turn ?? state.turn)
  }

  /// A deal that `states` sign in this negotiation; the first of them tables it.
  mutating func sign(_ terms: String, _ states: [StateID]) throws -> DealID {
    let text = try self.terms(terms, from: states[0], to: Array(states.dropFirst()))
    try head(states[0], .propose(text: text))
    let deal = try #require(state.negotiations.last?.id)
    for other in states.dropFirst() { try head(other, .sign(deal: deal, revision: 1)) }
    return deal
  }

  /// The same, ratified by those whose law asks for it: a deal that binds.
  mutating func conclude(_ terms: String, _ states: [StateID]) throws -> DealID {
    let deal = try sign(terms, states)
    let law = try #require(state.world.deal(deal)).text
    let slow = states.filter { law.ratificationClass(for: $0) != .a }
    if !slow.isEmpty {
      try go(to: .ratify)
      for state in slow { try head(state, .ratify(deal: deal)) }
    }
    #expect(state.world.deal(deal)?.concludedTurn == state.turn)
    return deal
  }

  /// A command of the head of a state.
  @discardableResult
  mutating func head(_ state: StateID, _ command: Command) throws -> [Event] {
    try act(command, by: member("\(state).head"))
  }

  /// An amendment as its author would type it.
  @discardableResult
  mutating func amend(_ deal: DealID, _ terms: String, by author: StateID) throws -> [Event] {
    let others = try #require(state[deal]).parties.filter { $0 != author }
    return try head(
      author, .counter(deal: deal, text: try self.terms(terms, from: author, to: others)))
  }

  /// Why a command of a head does not happen; nil if it does.
  func refusal(_ state: StateID, _ command: Command) -> Refusal? {
    do throws(Refusal) {
      _ = try self.state.decide(
        command, by: member("\(state).head"), at: Occasion(time: time), rules: Self.rules)
      return nil
    } catch {
      return error
    }
  }

  /// The name of the rule that bars a command of a head.
  func rule(_ state: StateID, _ command: Command) -> RefusalName? {
    if case .rule(let refusal) = refusal(state, command) { refusal.name } else { nil }
  }

  /// The index of a state.
  func index(_ id: StateID) throws -> Int { try #require(state.scenario.index(of: id)) }

  /// The text of a deal as it binds, printed.
  func text(_ deal: DealID) -> String {
    state.world.deal(deal).map { TermsPrinter.print($0.text) } ?? ""
  }

  /// Lines of a page as people read them.
  static func words(_ page: Page) -> [String] { page.lines.map(\.text) }
}

extension Refusal {
  /// The wire's word for it.
  var word: String {
    switch self {
    case .notNow(_, let need, _): "not-now need=\(need)"
    case .forbidden(let need, _): "forbidden need=\(need)"
    case .noSuch(let what, _, _): "no-such \(what)"
    case .notAMember: "not-a-member"
    case .badArgument: "bad-argument"
    case .stale(let what, let given, let current): "stale \(what) \(given) \(current)"
    case .rule(let rule): "rule \(rule.name.rawValue)"
    case .dealClosed(_, let status): "closed \(status)"
    case .already: "already"
    case .limit: "limit"
    }
  }
}

extension SeatID {
  static let aster: SeatID = SeatID("aster.head")
  static let borea: SeatID = SeatID("borea.head")
  static let cael: SeatID = SeatID("cael.head")
  static let dorn: SeatID = SeatID("dorn.head")
}
