import EntenteModel
import EntenteSession
import EntenteWire
import Testing

@testable import EntenteHost

/// Two sessions that differ only in what a seat may not see give that seat the same bytes.
///
/// The ids of a state's offers count its own offers, under a permutation keyed by the session's
/// secret seed; so hidden offers come from states that table nothing visible after them.
@Suite("What a seat may not see changes no byte it gets")
struct SecrecyTests {
  /// Pairs of sessions of each kind: hidden words go on through a turn's end, hidden acts stay
  /// before it, since what they do to the world may be seen afterwards.
  static let pairs = 110

  @Test("hidden messages, tickets, notes, predictions and events for others, over a turn's end")
  func words() throws {
    let base = try PairedGame(hiding: [], through: .nextTurn).bytes()
    for seed in 1...Self.pairs {
      var chance = Chance(seed: UInt64(seed))
      let hidden = (0..<chance.next(6) + 1).map { _ in HiddenAct.word(&chance) }
      let game = try PairedGame(hiding: hidden, through: .nextTurn)
      #expect(game.hiddenAccepted > 0, "seed \(seed)")
      try expectSame(base, game.bytes(), seed, hidden)
    }
  }

  @Test("hidden offers, secret deals, orders and corrections of others, before they take effect")
  func acts() throws {
    let base = try PairedGame(hiding: [], through: .orders).bytes()
    var accepted = 0
    for seed in 1...Self.pairs {
      var chance = Chance(seed: UInt64(seed &+ 7_000))
      let hidden = (0..<chance.next(7) + 1).map { _ in HiddenAct.act(&chance) }
      let game = try PairedGame(hiding: hidden, through: .orders)
      accepted += game.hiddenAccepted
      try expectSame(base, game.bytes(), seed, hidden)
    }
    #expect(accepted > Self.pairs)
  }

  @Test("the same hidden acts do change what their own team and the facilitator read")
  func control() throws {
    var chance = Chance(seed: 5)
    let hidden = (0..<6).map { _ in HiddenAct.act(&chance) }
    let base = try PairedGame(hiding: [], through: .orders)
    let game = try PairedGame(hiding: hidden, through: .orders)
    #expect(try base.bytes(for: .facilitator) != game.bytes(for: .facilitator))
  }

  private func expectSame(
    _ one: [String], _ other: [String], _ seed: Int, _ hidden: [HiddenAct]
  ) throws {
    guard one != other else { return }
    let place = zip(one, other).first { $0 != $1 }
    Issue.record(
      "seed \(seed), \(hidden.map(\.what)): \(place?.0 ?? "more") became \(place?.1 ?? "less")")
  }
}

/// Chance that a seed repeats.
struct Chance {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// 0 up to a bound, that excluded.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }
}

/// Something borea may not see.
struct HiddenAct {
  var what: String
  /// The step of the visible game it comes after.
  var step: Int
  var actor: String
  var command: (SessionState) -> Command?

  private static let others = ["aster.head", "cael.head", "dorn.head"]

  static func word(_ chance: inout Chance) -> HiddenAct {
    let step = chance.next(10)
    let number = chance.next(1000)
    let actor = chance.pick(others)
    let own = String(actor.prefix { $0 != "." })
    let other = chance.pick(["aster", "cael", "dorn"].filter { $0 != own })
    let (who, command): (String, Command) =
      switch chance.next(9) {
      case 0: (actor, .say(to: [other], issue: nil, text: "Between us, \(number)."))
      case 1: (actor, .say(to: ["team"], issue: nil, text: "We alone, \(number)."))
      case 2: (actor, .say(to: ["facilitator"], issue: nil, text: "Is that so? \(number)"))
      case 3: (actor, .desk(.ask(kind: .help, deal: nil, text: "How, \(number)?")))
      case 4: (actor, .desk(.journal(text: "We wait \(number) days.")))
      case 5: (actor, .desk(.predict(figure: "gap", value: "\(number % 90)")))
      case 6: ("facilitator", .desk(.annotate(about: "", text: "Look at \(number).")))
      case 7:
        (
          "facilitator",
          .desk(
            .tell(
              title: "Rumour \(number)", from: "", to: [StateID(own)], text: "Only you hear it."))
        )
      default:
        (actor, .desk(.confer(with: [StateID(other)], minutes: nil)))
      }
    return HiddenAct(what: "\(who): \(command)", step: step, actor: who) { _ in command }
  }

  static func act(_ chance: inout Chance) -> HiddenAct {
    let step = 4 + chance.next(6)
    let money = chance.next(9) + 1
    let actor = chance.pick(others)
    let own = StateID(String(actor.prefix { $0 != "." }))
    let other = chance.pick(["aster", "cael", "dorn"].map { StateID($0) }.filter { $0 != own })
    let terms = chance.pick([
      "exercise intensity=2; visibility secret until=4", "acsa; visibility secret until=3",
      "dialogue; visibility parties", "exercise intensity=1; visibility public",
    ])
    switch chance.next(6) {
    case 0, 1:
      return HiddenAct(what: "\(actor) offers \(other) \(terms)", step: step, actor: actor) {
        TermsParser.parse(terms, sender: own, addressees: [other], vocabulary: $0.words).text.map {
          .propose(text: $0)
        }
      }
    case 2, 3:
      return HiddenAct(what: "\(actor) signs a secret offer", step: step, actor: actor) { state in
        let offer = state.negotiations.last {
          guard $0.isOpen, $0.parties.contains(own), !$0.parties.contains("borea"),
            !$0.signed.contains(own), case .secret = $0.text.visibility
          else { return false }
          return true
        }
        return offer.map { .sign(deal: $0.id, revision: $0.current.revision) }
      }
    case 4:
      return HiddenAct(what: "\(actor) orders", step: step, actor: actor) { state in
        let line = [(name: String?, value: String)]([("domain", "sen"), ("money", "\(money)m")])
        return
          (try? OrderLanguage.parse(
            keyword: "fund-rd", arguments: line, exercise: state.exercise)).map { .order($0) }
      }
    default:
      return HiddenAct(what: "a treasury is put right", step: step, actor: "facilitator") { _ in
        .desk(.override(figure: "treasury:\(own)", value: "\(40 + money)m", why: "A slip."))
      }
    }
  }
}

extension SessionState {
  fileprivate var words: Vocabulary {
    var vocabulary = exercise.vocabulary
    vocabulary.turn = turn
    return vocabulary
  }
}

/// A short game that borea takes part in, with acts hidden from it between the steps. Every step
/// has its own second, so that what is hidden moves no time.
struct PairedGame {
  enum End { case orders, nextTurn }

  static let reader = SeatID("borea.head")
  private var state: SessionState
  private var log: EventLog
  private(set) var hiddenAccepted = 0
  private let end: End

  init(hiding hidden: [HiddenAct], through end: End) throws {
    let start = try FirstAccordPlay.phased()
    state = SessionState(exercise: start.state.exercise, seed: 1)
    log = EventLog(seats: start.state.exercise.seats)
    self.end = end
    try run(
      .createSession(
        SessionCreated(id: "ex-TST", exercise: "first-accord", title: "Pair", format: "ttx")),
      by: "facilitator", at: 0)
    for seat in FirstAccordPlay.heads {
      try run(.join(seat: SeatID(seat), name: "P"), by: nil, joining: SeatID(seat), at: 1)
    }
    try run(.start(bots: false), by: "facilitator", at: 2)
    for step in 0..<10 {
      try visible(step)
      for act in hidden where act.step == step { hide(act, at: step) }
    }
    // Orders end the turn: what was hidden in words is not to be seen in its report either.
    if end == .nextTurn {
      try run(.advance, by: "facilitator", at: 200)
      try run(.say(to: ["all"], issue: nil, text: "A new turn."), by: "borea.head", at: 201)
    }
  }

  private mutating func visible(_ step: Int) throws {
    let time = 10 * (step + 1)
    switch step {
    case 0: try run(.say(to: ["all"], issue: nil, text: "Hello."), by: "borea.head", at: time)
    case 1: try run(.propose(text: try text("aster", "borea")), by: "aster.head", at: time)
    case 2:
      let deal = try #require(state.negotiations.first { $0.parties.contains("borea") }?.id)
      try run(.sign(deal: deal, revision: 1), by: "borea.head", at: time)
    case 3: try run(.propose(text: try text("borea", "cael")), by: "borea.head", at: time)
    case 4: try run(.say(to: ["borea"], issue: nil, text: "Later."), by: "cael.head", at: time)
    case 5: try run(.communique(text: "We speak."), by: "aster.head", at: time)
    case 6: try run(.desk(.ask(kind: .help, deal: nil, text: "How?")), by: "borea.head", at: time)
    case 7:
      let order = try OrderLanguage.parse(
        keyword: "fund-rd", arguments: [("domain", "sen"), ("money", "3m")],
        exercise: state.exercise)
      try run(.order(order), by: "borea.head", at: time)
    case 8: try run(.desk(.predict(figure: "gap", value: "40")), by: "borea.head", at: time)
    default:
      try run(.advance, by: "facilitator", at: time)
      if end == .nextTurn { try run(.advance, by: "facilitator", at: time + 1) }
    }
  }

  private func text(_ from: StateID, _ to: StateID) throws -> DealText {
    try #require(
      TermsParser.parse(
        "exercise intensity=1", sender: from, addressees: [to], vocabulary: state.words
      ).text)
  }

  private mutating func hide(_ act: HiddenAct, at step: Int) {
    guard let command = act.command(state) else { return }
    let before = hiddenAccepted
    do {
      try run(command, by: act.actor, at: 10 * (step + 1) + 5)
      hiddenAccepted = before + 1
    } catch {
      // Refused: nothing happened, which is hidden as well.
    }
  }

  private mutating func run(
    _ command: Command, by actor: String?, joining seat: SeatID? = nil, at second: Int
  ) throws {
    let time = 1_700_000_000_000 + second * 1000
    let who: Actor =
      switch actor {
      case nil: .newcomer(seat ?? .facilitator)
      case "facilitator"?: .facilitator("test")
      case let name?: .member(MemberID("\(name).1"))
      }
    let events = try state.decide(
      command, by: who, at: Occasion(time: time), rules: FirstAccordPlay.rules)
    for event in events {
      state.evolve(event, at: time)
      log.append(event, entry: 1, turn: state.turn, time: time)
    }
  }

  /// Everything borea reads, live, resumed and on its pages.
  func bytes() throws -> [String] { try bytes(for: Self.reader) }

  /// Everything a seat reads: its events with their numbers, then its pages.
  func bytes(for seat: SeatID) throws -> [String] {
    var text: [String] = []
    let newest = log.count(for: seat, visible: .max)
    for v in stride(from: 1, through: newest, by: 1) {
      guard let record = log.record(v, for: seat), let line = record.event.line else { continue }
      let wire = ServerLine(
        .event(v: v, kind: line.kind), line.fields.map(WireField.init), text: line.text)
      for mode in [LineMode.text, .json] {
        text.append(String(decoding: ServerLinePrinter.bytes(wire, as: mode), as: UTF8.self))
      }
      text.append("history \(v) turn \(record.turn) at \(record.time)")
    }
    return text + (try pages(for: seat))
  }

  private func pages(for seat: SeatID) throws -> [String] {
    let now = 1_700_000_900_000
    var pages = [
      state.statusPage(for: seat, at: now), state.dealsPage(.all, for: seat),
      state.groupsPage(for: seat), state.scorePage(for: seat), state.whoPage(),
      state.programmesPage(), state.ticketsPage(for: seat, at: now),
      try state.ordersPage(for: seat), try state.briefPage(public: false, for: seat),
    ]
    for index in state.scenario.states.indices {
      pages.append(state.statePage(of: index, for: seat))
    }
    for figure in ["gap:borea", "nat:borea", "gap:aster", "pc:cael", "org:dorn"] {
      if let page = try? state.whyPage(figure, for: seat) { pages.append(page) }
    }
    for negotiation in state.negotiations where negotiation.parties.contains("borea") {
      pages.append(try state.showPage(negotiation.id, revision: nil, for: seat))
    }
    if seat.state != nil { pages.append(try state.handoverPage(for: seat)) }
    return pages.flatMap { page in
      page.lines.map { "\($0.fields) \($0.text)" } + ["\(page.fields) \(page.text)"]
    }
  }
}
