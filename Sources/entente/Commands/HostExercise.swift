import ArgumentParser
import EntenteJSON
import EntenteTerminal
import Foundation

struct HostExercise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Open a session for a class: one join code a seat.",
    discussion: """
      Examples:
        entente host first-accord --token TOKEN
        ENTENTE_TOKEN=… entente host first-accord --sheet codes.txt --stay
        entente host --session ex-4K7 --rotate --sheet new-codes.html --token TOKEN
        entente host first-accord --server 192.168.1.20 --tls --sheet codes.html --token TOKEN

      The token is the one that entente serve printed at its first start. The codes are printed as a \
      list; --sheet writes strips to cut out, as text, or for a printer if the name ends in .html. --stay goes on as the facilitator's terminal: BOARD \
      shows who is in, START begins.
      """)

  @Option(help: ArgumentHelp("Where the server is.", valueName: "host[:port]"))
  var server = "127.0.0.1"

  @OptionGroup var encryption: EncryptionOptions

  // A token may begin with a hyphen.
  @Option(parsing: .unconditional, help: "The facilitator's token (else ENTENTE_TOKEN).")
  var token: String?

  @Option(help: "A format of the exercise.")
  var format = "class"

  @Option(help: "What the session is called (default: the exercise's title).")
  var title: String?

  @Option(help: "The seed of its draws (default: by chance).")
  var seed: Int?

  @Option(help: ArgumentHelp("Write a sheet with the codes.", valueName: "file"))
  var sheet: String?

  @Flag(help: "Stay as the facilitator's terminal.")
  var stay = false

  @Flag(help: "Answer in JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Make codes for a session that there is, in place of a new one.", valueName: "id"))
  var session: String?

  @Flag(help: "With --session: take the older codes of every seat back.")
  var rotate = false

  @Argument(help: "A name or a folder.")
  var exercise: String?

  func validate() throws {
    guard (exercise == nil) != (session == nil) else {
      throw ValidationError("Give an exercise to open, or --session ID for one that is open.")
    }
    if rotate && session == nil { throw ValidationError("--rotate goes with --session.") }
    if stay && json { throw ValidationError("Give --stay or --json, not both.") }
  }

  func run() async throws {
    guard let token = token ?? Console.environment("ENTENTE_TOKEN") else {
      throw Failure(
        .wrongUse,
        "A facilitator's token is needed: --token TOKEN or ENTENTE_TOKEN; entente serve printed it "
          + "at its first start, and entente serve --new-token makes another.")
    }
    let address = try encryption.address(server)
    if let sheet { try NewFile.check(sheet) }
    let desk = try await FacilitatorDesk(address, token: token)
    let opened: FacilitatorDesk.Opened
    if let session {
      opened = try await desk.enter(session)
    } else {
      opened = try await desk.create(name, format: format, title: title, seed: seed)
    }
    var codes: [(seat: String, code: String)] = []
    for seat in opened.seats {
      codes.append((seat, try await desk.code(for: seat, rotating: rotate)))
    }
    desk.leave()
    let list = CodeSheet(
      exercise: title ?? exerciseName, session: opened.session, server: address, codes: codes)
    if let sheet {
      try NewFile.write(
        Array((sheet.hasSuffix(".html") ? list.html : list.strips).utf8), to: sheet)
    }
    if json { return Console.json(list.json) }
    list.lines.forEach(Console.line)
    if let sheet { Console.line("The sheet to cut out is \(sheet).") }
    guard stay else { return }
    var terminal = Seat.options(at: address, isPlain: false, isKept: false)
    terminal.token = token
    terminal.session = opened.session
    try await Seat.sit(terminal)
  }

  /// The name the server knows the exercise by. A folder on this machine goes as its whole path, so
  /// that a server of this machine finds it; elsewhere only the name means anything.
  private var name: String {
    guard let exercise, exercise.contains("/") else { return exercise ?? "" }
    let url = URL(fileURLWithPath: exercise).resolvingSymlinksInPath()
    let isHere = FileManager.default.fileExists(atPath: url.path + "/" + ExerciseShelf.mark)
    let isLocal = ["127.0.0.1", "localhost", "::1"].contains {
      server == $0 || server.hasPrefix($0 + ":") || server.hasPrefix("[\($0)]")
    }
    // A word of the protocol has no blanks.
    let isWord = url.path.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") }
    return isHere && isLocal && isWord ? url.path : url.lastPathComponent
  }

  private var exerciseName: String {
    exercise.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "the exercise"
  }
}
