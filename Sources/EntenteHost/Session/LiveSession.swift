package import EntenteJSON
package import EntenteJournal
import EntenteModel
package import EntenteSession
import EntenteWire

/// A session that is being played, owned by one event loop: its state, the head of its chain, its
/// events as readers get them, and the keys it has seen. Everything here may be ahead of the disk;
/// `durable` says how far the disk has come.
package final class LiveSession {
  package let record: SessionRecord
  package let rules: Rules
  package private(set) var state: SessionState
  package private(set) var log: EventLog
  /// Sequence of the newest entry, on disk or not.
  package private(set) var sequence = 0
  /// How many records of the log may be shown: those whose entry is on disk.
  package private(set) var visible = 0
  private var encoded = EncodedEvents()
  private var chain: HashChain
  private var creation: KeyPlace?
  /// The entry each key was used for; what was answered stands in the store.
  private var keys: [KeyPlace: Int] = [:]
  /// Entries that are not on disk yet, oldest first.
  private var pending: [Pending] = []
  private var pendingStart = 0
  /// The code each key of `CODE` made last, as its hash; lost with the process.
  var codesByKey: [String: [UInt8]] = [:]
  /// The deadline that was warned of last, and how long before it.
  var warned: (deadline: Int, before: Int)?
  /// How far each member had read when they last left; lost with the process.
  private var read: [MemberID: Int] = [:]
  /// Since when each member is here, and how long they were before, milliseconds.
  private var arrived: [MemberID: Int] = [:]
  private var here: [MemberID: Int] = [:]
  /// What each member has done, counted as the journal has it.
  private(set) var deeds: [MemberID: Deeds] = [:]
  /// The event after which each member's absence began.
  private var away: [MemberID: Int] = [:]
  /// The state at the end of a turn, for those who see late: the last one that was asked for.
  var late: (turn: Int, state: SessionState)?
  /// When bots have something to answer, milliseconds since the epoch.
  var botsDue: Int?
  /// Turn of the newest snapshot.
  var snapshotTurn = 1
  /// Runs that looks ahead were compared with, kept while the world stands still.
  var previews = PreviewMemory()

  /// A key and the actor who used it: two actors may use the same key.
  package struct KeyPlace: Hashable {
    var actor: String
    var key: String
  }

  /// What a key was used for and what was answered.
  package struct KeyedReply {
    /// SHA-256 of the request it was used for, 32 bytes.
    package var digest: [UInt8]
    /// The reply as a JSON line, without its line end.
    package var reply: [UInt8]
  }

  /// What is known of an entry that is not on disk yet.
  private struct Pending {
    var sequence: Int
    /// Log length after it.
    var records: Int
    var answer: KeyedReply
  }

  /// A session with no entries yet.
  package init(record: SessionRecord, exercise: Exercise, rules: Rules) {
    self.record = record
    self.rules = rules
    state = SessionState(exercise: exercise, seed: record.seed)
    log = EventLog(seats: exercise.seats)
    chain = HashChain(after: record.genesis)
  }

  /// The id of the session, unique in the store.
  package var id: String { record.id }

  /// The entry in which a turn began; nil where it has not.
  package func beginning(ofTurn turn: Int) -> Int? {
    log.records.first { $0.event.fact == .turnStarted(turn: turn, of: lastTurn) }?.entry
  }

  /// The entry in which a member was made.
  func joined(_ member: MemberID) -> Int? {
    log.records.first {
      if case .memberJoined(member, _, _) = $0.event.fact { true } else { false }
    }?.entry
  }

  private var lastTurn: Int { state.scenario.parameters.turns }

  /// A member leaves having read up to an event.
  func left(_ member: MemberID, at sequence: Int, time: Int) {
    read[member] = sequence
    if let since = arrived.removeValue(forKey: member) {
      here[member, default: 0] += max(0, time - since)
    }
  }

  /// A member is here from now on.
  func entered(_ member: MemberID, time: Int) {
    if arrived[member] == nil { arrived[member] = time }
  }

  /// How long a member has been here since the server runs, milliseconds.
  func presence(of member: MemberID, at time: Int) -> Int {
    here[member, default: 0] + (arrived[member].map { max(0, time - $0) } ?? 0)
  }

  /// A member comes back; `since` is the last event it says it has, 0 where it says nothing.
  func returned(_ member: MemberID, since: Int) {
    away[member] = since > 0 ? since : read[member] ?? away[member]
  }

  /// The last event somebody had seen before they came back; nil where that is not known.
  func lastSeen(by connection: HostConnection) -> Int? {
    guard case .member(_, let member, _) = connection.identity else { return nil }
    return away[member]
  }

  /// How far a member has read that is not here now; nil where that is not known.
  func lastRead(by member: MemberID) -> Int? { read[member] }

  /// Makes sure that somebody who looks on has a place in the record, to read it with their eyes.
  func openEyes(of seat: SeatID) { log.open(seat) }

  /// The head of the chain in hexadecimal.
  package var headText: String { chain.head.map { Hexadecimal.text($0) }.joined() }

  /// Whether an actor made this session with a key.
  package func createdBy(_ actor: Actor, key: String) -> Bool {
    creation == KeyPlace(actor: actor.text, key: key)
  }

  /// Folds an entry from the store. One that is shared with the session this one branched from
  /// keeps its keys there.
  package func restore(_ entry: BorrowedEntry, isShared: Bool = false) throws(JSONError) {
    let events = try EventCoding.events(in: entry.body)
    fold(events, sequence: entry.sequence, time: entry.milliseconds)
    count(events, by: MemberID(String(decoding: entry.actor, as: UTF8.self)))
    visible = log.records.count
    snapshotTurn = state.world.turn
    if isShared { return }
    chain = HashChain(after: Array(entry.hash))
    if let key = entry.key {
      remember(
        key: String(decoding: key, as: UTF8.self),
        of: String(decoding: entry.actor, as: UTF8.self))
    }
  }

  /// The event of a seat's sequence, from 1, as bytes.
  func encoded(_ sequence: Int, for seat: SeatID, as mode: LineMode) -> EncodedEvent? {
    log.place(of: sequence, for: seat).flatMap { encoded.event(at: $0, of: log, as: mode) }
  }

  /// The sequence of the entry an actor's key was used for before.
  package func sequence(of key: String, by actor: Actor) -> Int? {
    keys[KeyPlace(actor: actor.text, key: key)]
  }

  /// What was answered in an entry that is not on disk yet; nil for one that is.
  func pendingAnswer(in sequence: Int) -> KeyedReply? {
    guard isAhead else { return nil }
    let place = pendingStart + sequence - pending[pendingStart].sequence
    return pending.indices.contains(place) && place >= pendingStart ? pending[place].answer : nil
  }

  /// Decides a command, folds what happens and writes it into an entry for the journal. `reply`
  /// makes the answer from the seat's new sequence.
  package func perform(
    _ command: Command, by actor: Actor, request: Request, at time: Int, salt: [UInt8],
    reply: (Int) -> [UInt8]
  ) throws(Refusal) -> JournalEntry {
    let time = max(time, state.time)
    let events = try state.decide(command, by: actor, at: Occasion(time: time), rules: rules)
    let seat = state.seat(of: actor)
    let turn = state.turn
    fold(events, sequence: sequence + 1, time: time)
    if case .member(let member) = actor { count(events, by: member) }
    let answer = reply(seat.map { log.count(for: $0, visible: log.records.count) } ?? 0)
    let name = actor.text
    var entry = JournalEntry(
      session: id, sequence: sequence, turn: turn, milliseconds: time, actor: name,
      key: request.key, digest: request.digest, request: request.text, reply: answer,
      body: EventCoding.body(of: events), salt: salt)
    chain.seal(&entry)
    if let key = request.key { remember(key: key, of: name) }
    pending.append(
      Pending(
        sequence: sequence, records: log.records.count,
        answer: KeyedReply(digest: request.digest, reply: answer)))
    return entry
  }

  /// A command as the journal keeps it.
  package struct Request {
    /// The key it came with; nil where it came with none.
    package var key: String?
    /// SHA-256 of `text`, 32 bytes.
    package var digest: [UInt8]
    /// The request as typed, UTF-8.
    package var text: [UInt8]
    /// A request and its digest; one without a key is never recognised again.
    package init(key: String?, text: [UInt8]) {
      self.key = key
      self.text = text
      digest = HashChain.digest(of: text)
    }
  }

  /// Everything up to an entry is on disk and may be shown.
  package func becameDurable(through sequence: Int) {
    while pendingStart < pending.count, pending[pendingStart].sequence <= sequence {
      visible = pending[pendingStart].records
      pendingStart += 1
    }
    guard pendingStart == pending.count else { return }
    pending.removeAll(keepingCapacity: true)
    pendingStart = 0
  }

  /// Whether something was decided that is not on disk yet.
  package var isAhead: Bool { pendingStart < pending.count }

  private func fold(_ events: [Event], sequence: Int, time: Int) {
    for event in events {
      state.evolve(event, at: time)
      switch event.fact {
      case .memberJoined(_, let seat, _): log.open(seat)
      case .desk(.memberMoved(let move)): log.open(move.to)
      default: break
      }
      log.append(event, entry: sequence, turn: state.turn, time: time)
    }
    self.sequence = sequence
  }

  private func count(_ events: [Event], by member: MemberID) {
    guard state.member(member) != nil else { return }
    for event in events { deeds[member, default: Deeds()].add(event.fact) }
  }

  private func remember(key: String, of actor: String) {
    let place = KeyPlace(actor: actor, key: key)
    if sequence == record.firstSequence { creation = place }
    keys[place] = sequence
  }
}

/// Bytes as text.
package enum Hexadecimal {
  /// Two lower-case digits.
  package static func text(_ byte: UInt8) -> String {
    let digits = Array("0123456789abcdef")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
