import EntenteJSON
import EntenteSession

/// The events of a replay as text.
enum ReplayText {
  /// The heading of a turn or phase that begins with `step`; nil where it goes on.
  static func heading(of step: ReplayStory.Step, after last: ReplayStory.Step?) -> String? {
    let isNew = last.map { $0.turn != step.turn || $0.phase != step.phase } ?? true
    guard isNew else { return nil }
    let turn = step.turn == 0 ? "Lobby" : "Turn \(step.turn)"
    let phase = step.phase.map { ", \($0)" } ?? ""
    return "-- \(turn)\(phase), \(Timestamp.text(step.time))"
  }

  /// `14:20:05  D-7Q4K …`: the time of day in UTC and the sentence, broken where `columns` says so.
  static func lines(_ step: ReplayStory.Step, columns: Int?) -> [String] {
    let time = "\(Timestamp.text(step.time).dropFirst(11).prefix(8))  "
    guard let columns else { return [time + step.line.text] }
    let indent = String(repeating: " ", count: time.count)
    let width = max(columnsMin, columns) - time.count
    return Wrapping.lines(of: step.line.text, width: width).enumerated().map { number, line in
      (number == 0 ? time : indent) + line
    }
  }

  /// A narrower window is scrolled, not served.
  private static let columnsMin = 40

  /// The event as one JSON object: its number, place and time, its kind, its fields, its sentence.
  static func json(_ step: ReplayStory.Step) -> String {
    var writer = JSONWriter(keys: .asGiven)
    writer.beginObject()
    writer.member("v", step.v)
    writer.member("turn", step.turn)
    if let phase = step.phase { writer.member("phase", phase) }
    writer.member("time", Timestamp.text(step.time))
    writer.member("kind", step.line.kind)
    writer.key("fields")
    writer.beginObject()
    for field in step.line.fields {
      writer.key(field.name)
      switch field.value {
      case .integer(let number): writer.int(number)
      case .text(let text): writer.string(text)
      }
    }
    writer.endObject()
    writer.member("text", step.line.text)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
