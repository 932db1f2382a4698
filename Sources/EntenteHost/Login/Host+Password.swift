import EntenteJournal
import EntenteWire
import NIOCore

// Facilitators with a name and a password. Nothing of it is logged or journalled.
extension Host {
  /// `AUTH user=U password=P`. The answer comes when the password was compared; until then no
  /// further line of the connection is taken, so that answers keep their order.
  func authenticate(user: String, password: String, _ call: Call) throws(WireError) {
    try checkPace(of: call.connection)
    guard passwords.hasRoom else {
      throw WireError(
        .slowDown, [WireField("retry", PasswordDesk.retrySeconds)],
        "Many log in at once; try again in \(PasswordDesk.retrySeconds) s.")
    }
    let account = try lookingUp { () throws(JournalError) in try store.accounts() }.first {
      $0.name == user && !$0.isRevoked && $0.role == Self.facilitatorRole
    }
    let hash = account.flatMap(PasswordHash.init)
    call.connection.isAuthenticating = true
    let host = bound
    let pending = NIOLoopBound(call, eventLoop: loop)
    passwords.compare(password, with: hash ?? .ofNobody) { isRight in
      host.eventLoop.execute { host.value.settle(pending.value, user, isRight && hash != nil) }
    }
  }

  /// A password was compared.
  private func settle(_ call: Call, _ user: String, _ isRight: Bool) {
    passwords.settle()
    let connection = call.connection
    connection.isAuthenticating = false
    guard !connection.isClosed, !connection.isLeaving else { return }
    if isRight {
      leave(connection)
      logIn(connection, as: .facilitator(user))
      call.ok([WireField("role", "facilitator")], "Welcome. LIST shows sessions.", from: self)
    } else {
      limits.failed(connection.address, at: environment.now())
      let error = WireError(.badLogin, [], "This name and this password open nothing here.")
      refuse(connection, error, id: call.request.tags.id)
    }
    flushDirty()
  }
}
