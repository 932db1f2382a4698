import EntenteSession
import EntenteWire

/// The newest events of a log as bytes. An event is rendered when its first reader comes, so what
/// nobody reads costs nothing, and the bytes are kept while others are about to read it too.
struct EncodedEvents {
  /// Events kept in each mode: more than one tick brings, few enough that a thousand sessions do
  /// not fill the memory.
  static let kept = 64

  private var text: [Slot?] = []
  private var json: [Slot?] = []

  private struct Slot {
    var place: Int
    var event: EncodedEvent
  }

  /// The event at a place of `log` in `mode`; nil where it has no line.
  mutating func event(at place: Int, of log: EventLog, as mode: LineMode) -> EncodedEvent? {
    switch mode {
    case .text: Self.event(at: place, of: log, as: mode, in: &text)
    case .json: Self.event(at: place, of: log, as: mode, in: &json)
    }
  }

  private static func event(
    at place: Int, of log: EventLog, as mode: LineMode, in slots: inout [Slot?]
  ) -> EncodedEvent? {
    let index = place % kept
    if slots.isEmpty { slots = [Slot?](repeating: nil, count: kept) }
    if let slot = slots[index], slot.place == place { return slot.event }
    guard let line = log.records[place].event.line else { return nil }
    let event = EncodedEvent(
      kind: line.kind, line.fields.map(WireField.init), text: line.text, as: mode)
    slots[index] = Slot(place: place, event: event)
    return event
  }
}
