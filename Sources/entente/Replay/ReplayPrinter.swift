import EntenteSession

/// Prints a replay from some place to its end.
struct ReplayPrinter {
  /// The longest pause of a replay that plays on its own, milliseconds: people thought for minutes.
  private static let pauseMax = 3000

  let story: ReplayStory
  /// Columns to break lines at; nil leaves one line an event, for pipes and screen readers.
  let columns: Int?

  init(_ story: ReplayStory, columns: Int? = nil) {
    self.story = story
    self.columns = columns
  }

  /// Says what is replayed, and through whose eyes.
  func printTitle() {
    Console.heading("\(story.session): \(story.title), as \(story.seat) saw it")
  }

  /// Prints one event, with the heading of what begins with it.
  func printStep(_ place: Int) {
    let step = story.steps[place]
    let last = place > 0 ? story.steps[place - 1] : nil
    if let heading = ReplayText.heading(of: step, after: last) {
      Console.line()
      Console.heading(heading)
    }
    ReplayText.lines(step, columns: columns).forEach(Console.line)
  }

  func printAll(from start: Int) {
    printTitle()
    for place in story.steps.indices.dropFirst(start) { printStep(place) }
    printEnd()
  }

  /// Prints with the pauses of the play, `speed` times as fast.
  func play(from start: Int, speed: Int) async throws {
    printTitle()
    for place in story.steps.indices.dropFirst(start) {
      if place > start {
        let pause = (story.steps[place].time - story.steps[place - 1].time) / speed
        try await Task.sleep(for: .milliseconds(min(max(0, pause), Self.pauseMax)))
      }
      printStep(place)
    }
    printEnd()
  }

  func printEnd() {
    Console.line()
    let end = story.isClosed ? "The session is closed." : "The session is not closed yet."
    Console.line("\(story.steps.count) events. \(end)")
  }
}
