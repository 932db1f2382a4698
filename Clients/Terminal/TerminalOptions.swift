/// What `TerminalClient.run` is told.
package struct TerminalOptions: Sendable {
  /// A name or an address.
  package var host: String
  /// From 1 to 65535.
  package var port: Int
  /// A join code, as typed.
  package var code: String?
  /// The name to sit down with; without one it is asked for, or taken from the system in a pipe.
  package var name: String?
  /// A token that logs in, in place of a code.
  package var token: String?
  /// The session to go on with; without one the last used.
  package var session: String?
  /// No cursor control and no keys of our own: for screen readers. A pipe is always plain.
  package var isPlain = false
  /// Whether colours are used; nil leaves it to `NO_COLOR` and to what the output is.
  package var hasColour: Bool?
  /// The file of the history; nil keeps none.
  package var historyFile: String?
  /// The folder of saved logins; nil keeps none.
  package var loginFolder: String?
  /// The file descriptors to read keys from and to write text to.
  package var input: Int32 = 0
  package var output: Int32 = 1

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}
