package import EntenteWire

/// How it stands with the connection.
package enum ConnectionState: Hashable, Sendable {
  /// Logged in for the first time; `missed` events of before follow.
  case entered(ServerLine, missed: Int)
  /// The server is gone; this is the try of that number to reach it again, from 1.
  case reconnecting(attempt: Int)
  /// Logged in again; `missed` events follow, and what was not answered is sent again.
  case resumed(missed: Int)
  /// Over: nil when it was ended on purpose.
  case ended(ClientError?)
}

/// What a client has to tell, in the order in which the server said it.
package enum ClientNews: Hashable, Sendable {
  /// The greeting of a connection.
  case greeted(ServerLine)
  case state(ConnectionState)
  /// An `EVENT` line: each one once, whatever happened to the connection.
  case event(ServerLine)
  /// The reply to a request that was handed in under this number.
  case reply(ticket: Int, Reply)
  /// The reply to a command of an earlier run of the program, which had gone without one.
  case recovered(RequestLine, Reply)
  /// A `NOTE`, a `WARN` or a closing line that answers nothing.
  case notice(ServerLine)
  /// A certificate that was seen for the first time and was taken on trust: its fingerprint.
  case trusted(Fingerprint)
  /// A file could not be written: after a crash a command may have to be typed again.
  case storageFailed(ClientError)
}
