package import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire
import Logging

extension Host {
  /// Makes the facilitator's first token if the store has none; nil if it has.
  package func firstFacilitatorToken() throws(JournalError) -> String? {
    guard try !store.accounts().contains(where: { $0.role == Self.facilitatorRole }) else {
      return nil
    }
    let token = Secret.token(from: environment.random(Secret.tokenBytes))
    var batch = JournalBatch()
    batch.accounts = [
      AccountRecord(
        name: "facilitator", role: Self.facilitatorRole, kind: "token",
        secretHash: Secret.hash(of: token), createdMilliseconds: environment.now())
    ]
    try store.commit(batch)
    return token
  }

  static var facilitatorRole: String { "facilitator" }

  func authenticate(_ token: String, _ call: Call) throws(WireError) {
    // A right token is never slowed down: nobody guesses 256 bits, and a class comes back from one
    // address after a break, whatever somebody there has mistyped.
    let hash = Secret.hash(of: token)
    let account = try lookingUp { () throws(JournalError) in try store.accounts() }.first {
      $0.secretHash == hash && $0.kind == "token" && !$0.isRevoked
        && $0.role == Self.facilitatorRole
    }
    if let account {
      leave(call.connection)
      logIn(call.connection, as: .facilitator(account.name))
      return call.ok(
        [WireField("role", "facilitator")], "Welcome. LIST shows sessions.", from: self)
    }
    let member = try lookingUp { () throws(JournalError) in try store.member(secretHash: hash) }
    guard let member, !member.isRevoked, isIn(member) else {
      try checkPace(of: call.connection)
      limits.failed(call.connection.address, at: environment.now())
      throw WireError(
        .badLogin, [], "This token opens nothing here. A join code makes a new one.")
    }
    try checkConnections(of: MemberID(member.member), in: member.session)
    // Whoever speaks now, it is not from the seat of the one before.
    leave(call.connection)
    logIn(
      call.connection,
      as: .member(
        session: member.session, member: MemberID(member.member), seat: seat(of: member)))
    call.ok(
      [
        WireField("role", "member"), WireField("session", member.session),
        WireField("seat", seat(of: member).text), WireField("member", member.member),
      ], "Welcome back. JOIN \(member.session) goes on where you were.", from: self)
  }

  /// Whether a member is still in the game.
  private func isIn(_ member: MemberRecord) -> Bool {
    guard let session = try? session(member.session) else { return true }
    defer { shelve(session) }
    return session.state.member(MemberID(member.member)) != nil
  }

  private func seat(of member: MemberRecord) -> SeatID {
    sessions[member.session]?.state.member(MemberID(member.member))?.seat ?? SeatID(member.seat)
  }

  /// Refuses a try that comes too fast after wrong ones.
  func checkPace(of connection: HostConnection) throws(WireError) {
    let wait = limits.wait(for: connection.address, at: environment.now())
    guard wait > 0 else { return }
    throw WireError(
      .slowDown, [WireField("retry", (wait + 999) / 1000)],
      "Too many wrong tries; wait \((wait + 999) / 1000) s.")
  }

  private func checkConnections(of member: MemberID, in session: String) throws(WireError) {
    let count = connections.values.count {
      if case .member(session, member, _) = $0.identity { true } else { false }
    }
    guard count < WireLimits.connectionsPerMember else {
      throw WireError(
        .limit, [WireField("limit", WireLimits.connectionsPerMember)],
        "You are connected \(count) times; close one first.")
    }
  }

  func logIn(_ connection: HostConnection, as identity: HostConnection.Identity) {
    connection.identity = identity
    connection.errorsInARow = 0
    connection.sink.didLogIn()
  }

  /// Reads from the store; nil, and a line in the log, where it fails.
  func reading<Value>(_ body: () throws(JournalError) -> Value) -> Value? {
    do { return try body() } catch {
      logger.error("reading the journal", metadata: ["error": "\(error)"])
      return nil
    }
  }

  /// Reads what a login rests on. A store that cannot be read says nothing about the secret: no
  /// client may take a right token for a wrong one.
  func lookingUp<Value>(_ body: () throws(JournalError) -> Value) throws(WireError) -> Value {
    do { return try body() } catch {
      logger.error("reading the journal", metadata: ["error": "\(error)"])
      throw WireError(
        .internal, [],
        "The journal cannot be read. Nothing is wrong with what you typed: tell the operator, and "
          + "try again.")
    }
  }

  /// The code of a hash, as it stands; read from the store at its first use.
  func code(_ hash: [UInt8]) throws(WireError) -> JoinCodeRecord? {
    if let known = codes[hash] { return known }
    let stored = try lookingUp { () throws(JournalError) in try store.joinCode(secretHash: hash) }
    codes[hash] = stored
    return stored
  }

  /// A code as somebody typed it, if there is one.
  func knownCode(
    _ typed: String, from connection: HostConnection
  ) throws(WireError) -> JoinCodeRecord {
    try checkPace(of: connection)
    guard let code = Secret.normalised(code: typed),
      let record = try self.code(Secret.hash(of: code)), !record.isRevoked
    else {
      limits.failed(connection.address, at: environment.now())
      throw WireError(
        .badLogin, [], "This code opens no seat. Codes are 8 letters and digits, such as 7QK4-M2XD."
      )
    }
    return record
  }

  /// Whether a code may be used once more now.
  func checkOpen(_ record: JoinCodeRecord) throws(WireError) {
    let now = environment.now()
    if let end = record.expiresMilliseconds, end <= now {
      throw WireError(.codeExpired, [], "This code has expired; ask the facilitator for a new one.")
    }
    if let left = record.usesLeft, left <= 0 {
      throw WireError(
        .codeExpired, [WireField("uses", 0)],
        "This code has been used up; ask the facilitator for a new one, or AUTH with your token.")
    }
  }
}
