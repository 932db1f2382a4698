import EntenteHost
import EntenteModel
import EntenteSession

/// A replay on a terminal, one key at a time.
struct ReplayPlayer {
  private let story: ReplayStory
  private let recorded: RecordedSession
  private let printer: ReplayPrinter

  init(_ story: ReplayStory, _ recorded: RecordedSession) {
    self.story = story
    self.recorded = recorded
    printer = ReplayPrinter(story, columns: Console.columns)
  }

  /// What a key asks for.
  private enum Key { case next, turn, back, figures, quit, unknown }

  /// Shows events from `start` as keys ask for them.
  func run(from start: Int) throws {
    guard let keys = KeyReader() else { return printer.printAll(from: start) }
    defer { keys.restore() }
    printer.printTitle()
    Console.line("Enter next event, n next turn, b back a turn, s figures, q quit")
    var place = start
    while true {
      switch Self.meaning(of: keys.next()) {
      case .quit: return
      case .next where place == story.steps.count, .turn where place == story.steps.count:
        printer.printEnd()
        return
      case .next:
        printer.printStep(place)
        place += 1
      case .turn:
        let end = story.nextTurn(after: place)
        for step in place..<end { printer.printStep(step) }
        place = end
      case .back:
        place = story.backATurn(from: place)
        printer.printStep(place)
        place += 1
      case .figures: try printFigures(at: place)
      case .unknown: Console.line("Enter next event, n next turn, b back a turn, s figures, q quit")
      }
    }
  }

  private static func meaning(of key: UInt8?) -> Key {
    switch key {
    case 0x0A, 0x0D, 0x20: .next
    case UInt8(ascii: "n"), UInt8(ascii: "N"): .turn
    case UInt8(ascii: "b"), UInt8(ascii: "B"): .back
    case UInt8(ascii: "s"), UInt8(ascii: "S"): .figures
    // Also the end of the input, Ctrl-C and Ctrl-D.
    case nil, UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04: .quit
    default: .unknown
    }
  }

  /// The figures after the event shown last, as the seat could see them then.
  private func printFigures(at place: Int) throws {
    guard place > 0 else { return Console.line("Nothing has happened yet.") }
    let state = try recorded.live(through: story.steps[place - 1].entry).state
    let own = story.seat.state.flatMap(state.scenario.index(of:))
    for index in own.map({ [$0] }) ?? Array(state.scenario.states.indices) {
      let page = state.statePage(of: index, for: story.seat)
      Console.heading(state.scenario.states[index].label)
      for line in page.lines { Console.line("  \(line.text)") }
    }
  }
}
