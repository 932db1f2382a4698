package import NIOCore

/// Where to connect, as whom, and with how much patience.
package struct ClientOptions: Sendable {
  /// A name or an address.
  package var host: String
  /// From 1 to 65535.
  package var port: Int
  package var identity: ClientIdentity
  /// How the server is known over TLS; nil speaks plain text.
  package var trust: ServerTrust?
  /// Where logins and unanswered commands are kept; nil keeps nothing, and a crash of the program
  /// forgets them.
  package var folder: LoginFolder?
  /// The waits between tries to reach a server that went away.
  package var backoff = Backoff()
  /// Tries without success until the server counts as lost; nil for no end.
  package var attemptsMax: Int?
  /// The loop that does the work; nil takes one of the process.
  package var loop: (any EventLoop)?

  /// The port of TLS, where no other was chosen.
  package static let encryptedPort = 4748

  package init(
    host: String, port: Int, identity: ClientIdentity, folder: LoginFolder? = nil,
    attemptsMax: Int? = nil
  ) {
    self.host = host
    self.port = port
    self.identity = identity
    self.folder = folder
    self.attemptsMax = attemptsMax
  }

  /// `host:port`, the name under which logins are kept; an address with colons stands in brackets.
  package var server: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
