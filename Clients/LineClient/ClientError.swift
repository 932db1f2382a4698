/// Why a connection could not be made, or ended for good.
package struct ClientError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is; stable, for programs.
  package enum Code: String, Hashable, Sendable {
    /// Nobody answers at the address.
    case unreachable
    /// The server said no to the login.
    case refused
    /// Something answers that is no entente server.
    case foreign
    /// The server speaks another version of the protocol.
    case version
    /// The server went away and did not come back.
    case lost
    /// The connection was ended on purpose.
    case closed
    /// The server's certificate is not the one it should be.
    case untrusted
    /// The folder of saved logins cannot be used.
    case storage
  }

  package var code: Code
  /// One sentence for a person, with the way out.
  package var sentence: String
  /// What the system or the server said, for a log; may be empty.
  package var context: String

  package init(_ code: Code, _ sentence: String, context: String = "") {
    self.code = code
    self.sentence = sentence
    self.context = context
  }

  package var description: String {
    "\(code.rawValue): \(sentence)" + (context.isEmpty ? "" : " (\(context))")
  }
}
