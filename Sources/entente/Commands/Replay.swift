import ArgumentParser
import EntenteHost
import EntenteJSON
import EntenteModel
import EntenteSession

struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through a session as a seat saw it.",
    discussion: """
      Examples:
        entente replay ex-4K7
        entente replay ex-4K7 --seat dorn --turn 2
        entente replay ex-4K7.jsonl --seat cael.treasury --plain

      Without --seat it shows what the facilitator saw, which is everything. A seat sees here what \
      it could see then, and nothing else. On a terminal: Enter the next event, n the next turn, \
      b back a turn, s the figures at that point, q the end. --plain, or a pipe, prints all of it.
      """)

  @OptionGroup var data: DataFolder

  @Option(help: "A state, a seat, or facilitator.")
  var seat: String?

  @Option(help: "Begin with this turn.")
  var turn: Int?

  @Option(
    help: ArgumentHelp(
      "Play on its own, so many times as fast as it was; long pauses are cut.", valueName: "times"))
  var speed: Int?

  @Flag(help: "Print everything, without asking for keys.")
  var plain = false

  @Flag(help: "Print every event as a JSON object, one a line.")
  var json = false

  @Argument(help: "A session, or an exported file.")
  var session: String

  func validate() throws {
    if let speed, !(1...1_000_000).contains(speed) {
      throw ValidationError("--speed is 1 to 1000000.")
    }
  }

  func run() async throws {
    let recorded = try RecordedSession(session, in: data)
    let live = try recorded.live()
    let story = ReplayStory(live, seat: try Self.seat(seat, in: live.state.exercise))
    let start = try story.start(ofTurn: turn)
    if json {
      for step in story.steps[start...] { Console.json(ReplayText.json(step)) }
    } else if let speed {
      try await ReplayPrinter(story, columns: plain ? nil : Console.columns)
        .play(from: start, speed: speed)
    } else if plain || !Console.isTerminal || !Console.isTyped {
      ReplayPrinter(story).printAll(from: start)
    } else {
      try ReplayPlayer(story, recorded).run(from: start)
    }
  }

  /// The seat that was meant: of a state its first.
  private static func seat(_ typed: String?, in exercise: Exercise) throws(Failure) -> SeatID {
    guard let word = typed?.lowercased() else { return .facilitator }
    if ["facilitator", "all"].contains(word) { return .facilitator }
    let seats = exercise.seats
    if let seat = seats.first(where: { $0.text == word }) { return seat }
    if let seat = seats.first(where: { $0.state?.text == word }) { return seat }
    let known = exercise.scenario.states.map(\.id.text) + ["facilitator"]
    let hint = Nearest.hint(word, among: known + seats.map(\.text))
    throw Failure(
      .wrongUse,
      "There is no seat \"\(word)\" in this session\(hint)"
        + (hint == "." ? " There are: \(known.joined(separator: ", "))." : ""))
  }
}
