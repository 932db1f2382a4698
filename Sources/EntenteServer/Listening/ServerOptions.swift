package import NIOCore

/// What an operator, or a test, may set about a server's sockets.
package struct ServerOptions: Sendable {
  /// The name or address to listen on.
  package var host = "127.0.0.1"
  /// The port; 0 takes any that is free.
  package var port = 4747
  /// From where plain text may be spoken; this machine only unless the operator named networks.
  package var plain = PlainListenPolicy()
  /// What the time limits of connections are measured with.
  package var now: @Sendable () -> NIODeadline = { .now() }

  /// This machine only, the port of the protocol, the clock of the system.
  package init() {}
}
