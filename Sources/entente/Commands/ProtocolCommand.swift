import ArgumentParser
import EntenteHost

struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "Print the reference of the line protocol.",
    discussion: """
      Example:
        entente protocol > PROTOCOL.md

      Every verb, code and limit, in Markdown, from the tables the server runs by.
      """)

  func run() throws { Console.write(ProtocolReference.markdown) }
}
