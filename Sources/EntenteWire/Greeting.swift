/// The line with which the server speaks first.
package enum Greeting {
  /// The version of the line protocol.
  package static let version = 1

  /// `HELLO entente 1 …`, its figures taken from the constants that enforce them. `server` is the
  /// program's version, `auth` the ways to log in.
  package static func line(
    server: String, tls: Bool, auth: [String] = ["code", "token", "password"]
  ) -> ServerLine {
    ServerLine(
      .hello(version: version),
      [
        WireField("server", server),
        WireField("tls", tls ? 1 : 0),
        WireField("auth", auth.joined(separator: ",")),
        WireField("line", WireLimits.lineBytes),
        WireField("body", WireLimits.bodyBytes),
        WireField("lines", WireLimits.bodyLines),
        WireField("inflight", WireLimits.requestsInFlight),
        WireField("idle", WireLimits.idleSeconds),
      ],
      text: "Type HELP. You have \(WireLimits.BeforeLogin.seconds) s to log in.")
  }
}
