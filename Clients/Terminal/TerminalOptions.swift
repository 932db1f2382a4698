package import EntenteClient

/// What `TerminalClient.run` is told.
package struct TerminalOptions: Sendable {
  /// A name or an address.
  package var host: String
  /// From 1 to 65535.
  package var port: Int
  /// Who logs in, when that is settled. Without it the fields below settle it: a token, else a
  /// code, else the login of last time; what is missing is asked for.
  package var identity: ClientIdentity?
  /// A join code, as typed. The code of a seat that was taken here before goes on in that seat.
  package var code: String?
  /// The name to sit down with; without one it is asked for, or taken from the system in a pipe.
  package var name: String?
  /// A token that logs in, in place of a code.
  package var token: String?
  /// The session to go on with; without one the last used.
  package var session: String?
  /// How the server is known over TLS; nil speaks plain text.
  package var trust: ServerTrust?
  /// No cursor control and no keys of our own: for screen readers. A pipe is always plain.
  package var isPlain = false
  /// Whether colours are used; nil leaves it to `NO_COLOR` and to what the output is.
  package var hasColour: Bool?
  /// The file of the history; nil keeps none.
  package var historyFile: String?
  /// Where logins are kept; nil keeps none.
  package var folder: LoginFolder?
  /// The file descriptor that keys or lines are read from.
  package var input: Int32 = 0
  /// The file descriptor that text is written to.
  package var output: Int32 = 1

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}
