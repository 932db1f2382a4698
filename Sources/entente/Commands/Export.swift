import ArgumentParser
import EntenteJournal
import Foundation

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a session into one file that replays and verifies anywhere.",
    discussion: """
      Example:
        entente export ex-4K7 --output ex-4K7.jsonl

      The file holds the exercise, every entry and the published heads. Works also while a server \
      runs. A file that is there already is never overwritten; "-" is standard output.
      """)

  /// The forms of a file.
  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl }

  @OptionGroup var data: DataFolder

  @Option(help: "The form of the file.")
  var format = Format.jsonl

  @Option(name: [.short, .long], help: ArgumentHelp("Where to write.", valueName: "file"))
  var output: String

  @Argument(help: "A session.")
  var session: String

  func run() throws {
    let store = try data.reading()
    let record = try DataFolder.session(session, in: store)
    let bytes = try SessionArchive(record.id, from: store).bytes
    if output == "-" { return Console.write(bytes: bytes) }
    try NewFile.write(bytes, to: output)
    Console.line("\(record.id): \(record.headSequence) entries in \(output)")
  }
}
