import EntenteJSON

/// An `EVENT` line rendered once for all who may see it. Only the sequence number differs between
/// seats, and it stands in front.
package struct EncodedEvent: Hashable, Sendable {
  private let text: [UInt8]
  private let json: [UInt8]

  /// Renders the event in both modes.
  package init(kind: String, _ fields: [WireField] = [], text: String? = nil) {
    // Room for the usual event; both arrays keep what they took.
    let room = 64 + 32 * fields.count + (text?.utf8.count ?? 0)
    var plain: [UInt8] = []
    plain.reserveCapacity(room)
    plain.append(0x20)
    ServerLinePrinter.appendWord(kind, to: &plain)
    ServerLinePrinter.appendTextTail(fields, text, to: &plain)
    self.text = plain
    var json: [UInt8] = []
    json.reserveCapacity(room)
    json.append(contentsOf: ",\"kind\":".utf8)
    VisibleText.appendQuoted(kind, to: &json)
    ServerLinePrinter.appendJSONTail(fields, text, kind: .event(v: 0, kind: kind), to: &json)
    self.json = json
  }

  /// Appends the line with the seat's sequence number `v`, from 1, and its LF.
  package func append(v: Int, as mode: LineMode, to bytes: inout [UInt8]) {
    switch mode {
    case .text:
      bytes.append(contentsOf: "EVENT ".utf8)
      JSONWriter.append(v, to: &bytes)
      bytes.append(contentsOf: text)
    case .json:
      bytes.append(contentsOf: "{\"class\":\"EVENT\",\"v\":".utf8)
      JSONWriter.append(v, to: &bytes)
      bytes.append(contentsOf: json)
    }
  }

  /// The bytes this event takes in `mode`, without its sequence number; for queues with a limit.
  package func count(as mode: LineMode) -> Int { mode == .text ? text.count : json.count }
}
