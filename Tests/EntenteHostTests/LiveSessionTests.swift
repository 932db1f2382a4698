import EntenteBots
import EntenteHost
import EntenteJournal
import EntenteModel
import EntenteSession
import Testing

/// The session as the host keeps it: entries, chain and log.
struct LiveSessionTests {
  /// A whole game of bots and one person who only says READY, with clock and salts handed in.
  private func playedSession() throws -> (session: LiveSession, entries: [JournalEntry]) {
    let exercise = try FirstAccordPlay.exercise(format: "solo")
    let record = SessionRecord(
      id: "ex-TST", packageHash: [UInt8](repeating: 7, count: 32), rulesID: "alliance/1", seed: 1,
      createdMilliseconds: 1_700_000_000_000, status: "open")
    let session = LiveSession(record: record, exercise: exercise, rules: FirstAccordPlay.rules)
    var entries: [JournalEntry] = []
    var time = 1_700_000_000_000
    func act(_ command: Command, by actor: Actor, _ words: String) throws {
      time += 250
      entries.append(
        try session.perform(
          command, by: actor,
          request: LiveSession.Request(key: "k\(entries.count)", text: Array(words.utf8)),
          at: time, salt: [UInt8](repeating: UInt8(entries.count % 251), count: 16)
        ) { Array("v=\($0)".utf8) })
    }
    func bots() throws {
      var isQuiet = false
      while !isQuiet {
        isQuiet = true
        for (index, card) in exercise.scenario.states.enumerated() {
          guard let doctrine = session.state.doctrine(of: card.id) else { continue }
          for move in BotPlayer(doctrine: doctrine).moves(session.state.view(for: index)) {
            try act(move.command, by: .bot(card.id), move.words)
            isQuiet = false
          }
        }
      }
    }
    let head = SeatID("cael.head")
    try act(
      .createSession(
        SessionCreated(id: "ex-TST", exercise: exercise.id, title: "Test", format: "solo")),
      by: .facilitator("test"), "CREATE first-accord")
    try act(.join(seat: head, name: "Ana"), by: .newcomer(head), "JOIN seat=cael.head")
    try act(.start(bots: true), by: .facilitator("test"), "START")
    for _ in 0..<40 where session.state.status == .running {
      try bots()
      guard session.state.status == .running else { break }
      try act(.ready, by: .member(MemberID("cael.head.1")), "READY")
    }
    #expect(session.state.status == .closed)
    return (session, entries)
  }

  /// The head of the chain of `playedSession`.
  private static let head =
    "6d23b52dce431d35a03ad3acf1a6ecfc3eab92630cd4d6f1db318b7dcb6d64d6"

  @Test("The same package, seed, commands, clock and salts give the same journal bytes")
  func determinism() throws {
    let one = try playedSession()
    let other = try playedSession()
    #expect(one.entries == other.entries)
    #expect(one.entries.count > 20)
    // Debug and release, this process and any other: a change of rules or of the record's form
    // changes this head, and nothing else may.
    #expect(one.session.headText == Self.head)
  }

  @Test("Folding the entries gives the session back: state, record, keys and head")
  func restoring() throws {
    let (played, entries) = try playedSession()
    let again = LiveSession(
      record: played.record, exercise: played.state.exercise, rules: FirstAccordPlay.rules)
    var arena = EntryArena()
    for entry in entries { try arena.lend(entry) { try again.restore($0) } }
    #expect(again.headText == played.headText)
    #expect(again.sequence == entries.count)
    #expect(again.state.world == played.state.world)
    let seat = SeatID("cael.head")
    let count = again.log.count(for: seat, visible: again.visible)
    #expect(count == played.log.count(for: seat, visible: .max))
    for sequence in 1...count {
      #expect(
        again.log.record(sequence, for: seat)?.event
          == played.log.record(sequence, for: seat)?.event)
    }
    #expect(again.sequence(of: "k1", by: .newcomer(seat)) == entries[1].sequence)
    #expect(again.sequence(of: "k1", by: .clock) == nil)
  }

  @Test("Events are shown only when their entry is durable")
  func durability() throws {
    let (played, entries) = try playedSession()
    let seat = SeatID("cael.head")
    #expect(played.log.count(for: seat, visible: played.visible) == 0)
    played.becameDurable(through: 2)
    let early = played.log.count(for: seat, visible: played.visible)
    #expect(early > 0)
    #expect(played.isAhead)
    played.becameDurable(through: entries.count)
    #expect(played.log.count(for: seat, visible: played.visible) > early)
    #expect(!played.isAhead)
  }

  @Test("A seat's sequence is dense, and no seat sees another's orders or messages")
  func visibility() throws {
    let (played, entries) = try playedSession()
    played.becameDurable(through: entries.count)
    for seat in played.state.exercise.seats {
      let count = played.log.count(for: seat, visible: played.visible)
      for sequence in 1...count {
        let record = try #require(played.log.record(sequence, for: seat))
        #expect(record.event.audience.includes(seat))
        if case .orderEntered(let entry) = record.event.fact { #expect(entry.state == seat.state) }
      }
      #expect(played.log.record(count + 1, for: seat) == nil)
    }
  }
}
