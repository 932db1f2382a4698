import EntenteClient
import EntenteWire

/// Lines of the server in words for a person.
enum Wording {
  /// Fields that no person needs to see, or nobody should.
  private static let hidden: Set<String> = ["token", "v", "hash"]
  /// The last column to the right of which a line goes on.
  private static let columnMax = 50
  /// Fields that must be seen even where the sentence does not say them.
  private static let essential = ["code", "order"]

  /// The lines of a reply.
  static func reply(_ reply: Reply) -> [StyledText] {
    reply.lines.map(line) + end(reply.end, isAlone: reply.lines.isEmpty)
  }

  /// A line of a reply before its end, or one that answers nothing.
  static func line(_ line: ServerLine) -> StyledText {
    let text = line.text ?? fields(of: line)
    switch line.kind {
    case .warn: return StyledText("Warning: " + text, .warning, hanging: 2)
    case .note: return StyledText("Note: " + text, .warning, hanging: 2)
    case .error(let number, let name): return error(text, number, name)
    default: return StyledText(text, hanging: hanging(of: text))
    }
  }

  /// Where a line goes on that is too long: below its last column, where the server set columns
  /// with two spaces or more between them, else two to the right of its beginning.
  private static func hanging(of text: String) -> Int {
    var column = 0
    var spaces = 0
    var last: Int?
    for character in text {
      if character != " ", spaces >= 2, column > spaces { last = column }
      spaces = character == " " ? spaces + 1 : 0
      column += DisplayWidth.of(character)
    }
    // Far to the right there is no room to go on.
    if let last, last <= columnMax { return last }
    return min(text.prefix { $0 == " " }.count + 2, 12)
  }

  private static func end(_ line: ServerLine, isAlone: Bool) -> [StyledText] {
    if case .error(let number, let name) = line.kind {
      return [error(line.text ?? fields(of: line), number, name)]
    }
    if line["token"] != nil { return [StyledText(welcome(line), hanging: 2)] }
    var text = line.text ?? ""
    if text.isEmpty, isAlone {
      let fields = fields(of: line)
      text = fields.isEmpty ? "Done." : "Done: \(fields)."
    }
    for name in essential {
      if let value = line[name]?.description, !text.contains(value) {
        text = "\(name) \(value)" + (text.isEmpty ? "" : ": " + text)
      }
    }
    guard !text.isEmpty else { return [] }
    let again = line.isDuplicate ? [StyledText.Span("  (it had arrived before)", .faint)] : []
    return [StyledText([StyledText.Span(text)] + again, hanging: 2)]
  }

  private static func error(_ text: String, _ number: Int, _ name: String) -> StyledText {
    StyledText(
      [StyledText.Span(text, .error), StyledText.Span("  (\(number) \(name))", .faint)],
      hanging: 2)
  }

  /// Fields as words, for a line without a sentence of its own.
  private static func fields(of line: ServerLine) -> String {
    line.fields.filter { !hidden.contains($0.name) }
      .map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }

  /// An event, with the time that is left where it names a deadline.
  static func event(_ line: ServerLine, left: String?) -> StyledText {
    var text = line.text ?? fields(of: line)
    if case .event(_, let kind) = line.kind, text.isEmpty { text = kind }
    let end = left.map { [StyledText.Span(" (\($0) left)", .strong)] } ?? []
    return StyledText(
      [StyledText.Span("* ", .faint), StyledText.Span(text, .event)] + end, hanging: 2)
  }

  /// The heading of the report on a turn.
  static func report(turn: Int?) -> StyledText {
    let name = turn.map { "Turn \($0)" } ?? "The turn"
    return StyledText(
      [StyledText.Span("\(name) is resolved: what changed", .strong)], isRuled: true)
  }

  /// A line of that report.
  static func reportLine(_ line: ServerLine) -> StyledText {
    StyledText("  " + (line.text ?? fields(of: line)), hanging: 4)
  }

  /// Who one is, after the first answer.
  static func welcome(_ line: ServerLine) -> String {
    if line["role"]?.description == "facilitator", line["session"] == nil {
      return "You are the facilitator."
    }
    guard let session = line["session"]?.description else { return "You are not logged in yet." }
    let seat = line["seat"]?.description ?? "a guest"
    let once =
      line["token"] == nil ? "" : " From now on this computer remembers your seat."
    return "You sit in \(seat) in session \(session)." + once
  }

  /// A request as it was typed, without what the client added.
  static func request(_ request: RequestLine) -> String {
    var request = request
    request.tags.id = nil
    request.tags.key = nil
    let bytes = RequestPrinter.bytes(request).prefix { $0 != 0x0A }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `1 event`, `3 events`.
  static func events(_ count: Int) -> String { count == 1 ? "1 event" : "\(count) events" }
}
