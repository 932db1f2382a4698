import EntenteJSON
import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

extension Host {
  /// The rules that new sessions are pinned to.
  package static var rulesID: String { "alliance/1" }
  /// Sessions that are open at once: memory is bounded, and nobody teaches more in one room.
  static var sessionLimit: Int { 2000 }

  func create(_ call: Call) throws(WireError) {
    guard let actor = call.connection.actor else { throw Self.notLoggedIn }
    let request = Self.request(of: call)
    if try createdBefore(call, request, by: actor) { return }
    try checkRoomForSession()
    let name = try call.requireWord(0, "an exercise")
    let loaded = try exercise(name, format: call.request["format"])
    let seed = try call.number("seed", in: 0...Int.max) ?? loaded.exercise.seed ?? randomSeed()
    let id = freshSessionID()
    let title = call.request["title"] ?? loaded.exercise.title
    let package = StoredPackage(bytes: loaded.archive)
    let record = SessionRecord(
      id: id, packageHash: package.hash, rulesID: Self.rulesID, seed: seed,
      createdMilliseconds: environment.now(), status: "open")
    let session = LiveSession(record: record, exercise: loaded.exercise, rules: rules)
    sessions[id] = session
    batch.packages.append(package)
    batch.sessions.append(record)
    enter(call.connection, session, since: 0)
    let created = SessionCreated(
      id: id, exercise: loaded.exercise.id, title: title, format: loaded.exercise.format)
    try command(
      .createSession(created), call, in: session,
      fields: { _ in
        [WireField("session", id), WireField("format", created.format)]
          + Self.seating(of: loaded.exercise)
      },
      text: { _ in "Made \(id). CODE makes join codes, START begins." })
  }

  /// Who may be seated: what a sheet of codes is made from.
  static func seating(of exercise: Exercise) -> [WireField] {
    [
      WireField("states", exercise.teams.joined().sorted().map(\.text).joined(separator: ",")),
      WireField("seats", exercise.roles.map(\.name).joined(separator: ",")),
    ]
  }

  func checkRoomForSession() throws(WireError) {
    guard sessions.count >= Self.sessionLimit else { return }
    throw WireError(
      .limit, [WireField("sessions", sessions.count), WireField("limit", Self.sessionLimit)],
      "There are \(sessions.count) open sessions; CLOSE those that are over.")
  }

  private func exercise(
    _ name: String, format: String?
  ) throws(WireError) -> ExerciseSource.Loaded {
    do throws(ExerciseSource.Fault) {
      return try exercises.named(name, format)
    } catch {
      throw WireError(
        .noSuch,
        [WireField("what", "exercise"), WireField("id", WireError.echo(name))]
          + (error.near.map { [WireField("near", $0)] } ?? []), error.sentence)
    }
  }

  func createdBefore(
    _ call: Call, _ request: LiveSession.Request, by actor: Actor
  ) throws(WireError) -> Bool {
    guard let key = request.key else { return false }
    guard let session = try session(createdBy: actor, key: key),
      let known = try keyed(key, by: actor, in: session)
    else { return false }
    guard known.digest == request.digest else {
      throw WireError(
        .keyReused, [WireField("key", key)],
        "The key \(key) was used for another request. A new request takes a new key.")
    }
    guard var line = try? ServerLineParser.parse(known.reply) else {
      throw WireError(.internal, [], "The recorded answer cannot be read.")
    }
    // What came before the session or branch was made is told by JOIN.
    var made = 1
    if case .int(let v)? = line["v"] { made = v }
    enter(call.connection, session, since: made - 1)
    line.isDuplicate = true
    reply(line, call, extra: Extra(), after: readingTicket(in: session))
    call.connection.pump()
    markDirty(call.connection)
    return true
  }

  /// The session that an actor made with this key, on disk or not yet.
  private func session(createdBy actor: Actor, key: String) throws(WireError) -> LiveSession? {
    if let live = sessions.values.first(where: { $0.createdBy(actor, key: key) }) { return live }
    let entry = reading { () throws(JournalError) in
      try store.creation(actor: actor.text, key: key)
    }
    guard let entry = entry ?? nil else { return nil }
    return try session(entry.session)
  }

  /// `ex-` and three letters of the join-code alphabet, more where those are taken.
  func freshSessionID() -> String {
    var length = 3
    while true {
      for _ in 0..<8 {
        let letters = environment.random(length).map {
          DealNaming.alphabet[Int($0) % DealNaming.alphabet.count]
        }
        let id = "ex-" + String(letters)
        if sessions[id] == nil, !shelved.contains(id), quarantined[id] == nil { return id }
      }
      length += 1
    }
  }

  private func randomSeed() -> Int {
    environment.random(7).reduce(0) { $0 << 8 | Int($1) }
  }
}
