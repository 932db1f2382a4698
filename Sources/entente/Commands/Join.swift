import ArgumentParser
import EntenteTerminal

struct Join: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a seat at a server, or come back to it, with the terminal client.",
    discussion: """
      Examples:
        entente join 192.168.1.20 7QK4-M2XD
        entente join 192.168.1.20:4747
        entente join 192.168.1.20 7QK4-M2XD --tls

      With a code you take a new seat. Without one you come back to the seat you had last: the \
      program keeps the token that opens it. --tls encrypts; at the first time it shows the \
      fingerprint of the server's certificate, for you to compare with the one that was read aloud, \
      and from then on it accepts no other. --plain is for screen readers and pipes.
      """)

  @Option(help: "Your name at the table.")
  var name: String?

  // A token may begin with a hyphen.
  @Option(parsing: .unconditional, help: "A token, of a seat or of the facilitator.")
  var token: String?

  @Option(help: "The session to enter, where there are several.")
  var session: String?

  @Flag(help: "No colour, no cursor movement: one line in, lines out.")
  var plain = false

  @OptionGroup var encryption: EncryptionOptions

  @Argument(help: ArgumentHelp("Where the server is.", valueName: "host[:port]"))
  var server: String

  @Argument(help: "A join code.")
  var code: String?

  func validate() throws {
    if code != nil, token != nil {
      throw ValidationError("Give a join code or a token, not both.")
    }
  }

  func run() async throws {
    var options = Seat.options(
      at: try encryption.address(server), isPlain: plain, isKept: true)
    options.code = code
    options.name = name
    options.token = token
    options.session = session
    try await Seat.sit(options)
  }
}
