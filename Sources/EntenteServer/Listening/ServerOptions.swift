package import NIOCore

/// What an operator, or a test, may set about a server's sockets.
package struct ServerOptions: Sendable {
  /// The name or address to listen on.
  package var host = "127.0.0.1"
  /// The port; 0 takes any that is free.
  package var port = 4747
  /// Where to speak TLS, if anywhere. Then plain text keeps to this machine where `host` does not
  /// allow it, in place of an error.
  package var encryption: Encryption?
  /// From where plain text may be spoken; this machine only unless the operator named networks.
  package var plain = PlainListenPolicy()
  /// What the time limits of connections are measured with.
  package var now: @Sendable () -> NIODeadline = { .now() }

  /// A second port, for TLS from the first byte on.
  package struct Encryption: Sendable {
    /// The port; 0 takes any that is free.
    package var port: Int
    package var certificate: ServerCertificate

    package init(port: Int = 4748, certificate: ServerCertificate) {
      self.port = port
      self.certificate = certificate
    }
  }

  /// This machine only, the port of the protocol, the clock of the system.
  package init() {}
}
