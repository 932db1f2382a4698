import EntenteClient
import EntenteWire

/// The console of a terminal: a line that is edited at the bottom, everything else printed above.
package struct EditingConsole: Console {
  private static let bodyPrompt = "> "

  private var transcript: Transcript
  private var typesetter: Typesetter
  private var welcome: Welcome
  private var decoder = KeyDecoder()
  private var editor: LineEditor
  private var lines = TypedLines()
  /// Paragraphs to be printed above the line.
  private var printed: [String] = []
  private var actions: [ConsoleAction] = []
  /// The prompt and the line as they stand on the screen; nil when nothing stands there.
  private var drawn: String?
  private var hasBegun = false
  private var isLeaving = false
  private var wasInterrupted = false

  /// A console for a window that `typesetter` knows.
  package init(
    transcript: Transcript, typesetter: Typesetter, welcome: Welcome, history: LineHistory
  ) {
    self.transcript = transcript
    self.typesetter = typesetter
    self.welcome = welcome
    editor = LineEditor(history: history)
  }

  package mutating func start(at now: Int) -> [ConsoleAction] {
    begin()
    return finishTurn(at: now)
  }

  package mutating func take(_ input: ConsoleInput, at now: Int) -> [ConsoleAction] {
    switch input {
    case .bytes(let bytes):
      for key in decoder.decode(bytes) { press(key, at: now) }
    case .news(let news): take(news, at: now)
    case .resized(let columns):
      typesetter.columns = columns
      drawn = drawn.map { _ in "" }
    case .inputEnded, .stopped: leave()
    case .woke: break
    }
    return finishTurn(at: now)
  }

  private mutating func begin() {
    guard !hasBegun, let identity = welcome.identity else { return }
    hasBegun = true
    actions.append(.begin(identity))
  }

  private mutating func leave() {
    if isLeaving || !hasBegun { return actions.append(.finish(0)) }
    isLeaving = true
    actions.append(.leave)
  }

  private mutating func show(_ text: StyledText) { printed += typesetter.lines(text) }

  private mutating func show(_ text: String, _ style: Style = .faint) {
    show(StyledText(text, style))
  }

  // MARK: News

  private mutating func take(_ news: ClientNews, at now: Int) {
    let output = transcript.take(news, at: now)
    for text in output.texts { show(text) }
    for question in output.requests {
      actions.append(.submit(ticket: question.ticket, question.request, body: nil))
    }
    if let v = output.saw { actions.append(.saw(v)) }
    guard let isWell = output.ended else { return }
    if isWell { show("Until next time.") }
    actions.append(.finish(isWell ? 0 : 1))
  }

  // MARK: Keys

  private mutating func press(_ key: Key, at now: Int) {
    if isLeaving {
      if key == .interrupt { actions.append(.finish(0)) }
      return
    }
    let wasInterrupted = wasInterrupted
    self.wasInterrupted = false
    if case .paste(let text) = key, lines.isInBody, text.contains("\n") {
      return pasteBody(text, at: now)
    }
    switch editor.handle(key) {
    case .unchanged, .changed: break
    case .refused: actions.append(.write("\u{07}"))
    case .submitted(let line): submit(line, at: now)
    case .left: leave()
    case .interrupted(let wasEmpty): interrupt(wasEmpty: wasEmpty, isSecond: wasInterrupted)
    case .clearScreen:
      actions.append(.write("\u{1B}[H\u{1B}[2J"))
      drawn = ""
    case .wantsCompletion: complete()
    case .candidates: break
    }
  }

  /// The lines of a pasted text go into the body one by one; the last stays in the editor.
  private mutating func pasteBody(_ text: String, at now: Int) {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      _ = editor.handle(.paste(String(part)))
      if index < parts.count - 1, case .submitted(let line) = editor.handle(.enter) {
        submit(line, at: now)
      }
    }
  }

  private mutating func complete() {
    let completion = transcript.vocabulary.completion(of: editor.textBeforeCursor)
    switch editor.complete(with: completion) {
    case .candidates(let words): show(words.joined(separator: "  "))
    case .refused: actions.append(.write("\u{07}"))
    default: break
    }
  }

  private mutating func interrupt(wasEmpty: Bool, isSecond: Bool) {
    if lines.isInBody {
      lines.giveUp()
      return show("The text was thrown away.")
    }
    if wasEmpty, isSecond { return leave() }
    wasInterrupted = true
    if wasEmpty { show("Press Ctrl-C again to leave, or Ctrl-D.") }
  }

  private mutating func submit(_ line: String, at now: Int) {
    printed.append(
      typesetter.inline(prompt(at: now), .strong) + typesetter.inline(line, .plain))
    if !hasBegun {
      welcome.answer(line)
      return begin()
    }
    if !lines.isInBody, editor.history.add(line) { actions.append(.remember(line)) }
    switch lines.take(line, shown: transcript.shown) {
    case .nothing: break
    case .refused(let error): show(Wording.line(ServerLine(error)))
    case .request(let request, let body, let note):
      if let note { show(note) }
      actions.append(.submit(ticket: transcript.ticket(), request, body: body))
    }
  }

  // MARK: The screen

  private func prompt(at now: Int) -> String {
    if !hasBegun { return welcome.question?.prompt ?? "" }
    return lines.isInBody ? Self.bodyPrompt : transcript.place.prompt(at: now)
  }

  /// Prints what is to be printed and draws the line anew where it looks different.
  private mutating func finishTurn(at now: Int) -> [ConsoleAction] {
    let isOver = actions.contains { if case .finish = $0 { true } else { false } }
    let line = isOver ? "" : drawing(at: now)
    if !printed.isEmpty || line != drawn {
      let erase = drawn == nil ? "" : "\r\u{1B}[J"
      let above = printed.map { $0 + "\n" }.joined()
      let place = actions.firstIndex { if case .finish = $0 { true } else { false } }
      actions.insert(.write(erase + above + line), at: place ?? actions.count)
    }
    printed = []
    drawn = line
    if hasBegun, !isOver, let wait = transcript.place.change(after: now) {
      actions.append(.wake(milliseconds: wait))
    }
    defer { actions = [] }
    return actions
  }

  /// The prompt, the visible part of the line, and the way of the cursor to its place.
  private func drawing(at now: Int) -> String {
    var prompt = prompt(at: now)
    // Half of the window belongs to the line, whatever the prompt has to say.
    if DisplayWidth.of(prompt) > typesetter.columns / 2 { prompt = Self.bodyPrompt }
    let room = max(4, typesetter.columns - DisplayWidth.of(prompt))
    let window = LineWindow(editor.characters, cursor: editor.cursor, columns: room)
    let column = DisplayWidth.of(prompt) + window.cursorColumn
    let way = column > 0 ? "\r\u{1B}[\(column)C" : "\r"
    return typesetter.inline(prompt, .strong) + window.text + way
  }
}
