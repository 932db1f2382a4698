import EntenteJSON

/// An `EVENT` line rendered once in one mode for all who may see it. Only the sequence number
/// differs between seats, and it stands in front.
package struct EncodedEvent: Hashable, Sendable {
  /// What happened, `noun.verbed`; stable like a code.
  package let kind: String
  private let mode: LineMode
  private let tail: [UInt8]

  /// Renders the event.
  package init(
    kind: String, _ fields: [WireField] = [], text: String? = nil, as mode: LineMode
  ) {
    self.kind = kind
    self.mode = mode
    var bytes: [UInt8] = []
    // Room for the usual event.
    bytes.reserveCapacity(64 + 32 * fields.count + (text?.utf8.count ?? 0))
    switch mode {
    case .text:
      bytes.append(0x20)
      ServerLinePrinter.appendWord(kind, to: &bytes)
      ServerLinePrinter.appendTextTail(fields, text, to: &bytes)
    case .json:
      bytes.append(contentsOf: ",\"kind\":".utf8)
      VisibleText.appendQuoted(kind, to: &bytes)
      ServerLinePrinter.appendJSONTail(
        fields, text, kind: .event(v: 0, kind: kind), to: &bytes)
    }
    tail = bytes
  }

  /// Appends the line with the seat's sequence number `v`, from 1, and its LF.
  package func append(v: Int, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: mode == .text ? "EVENT ".utf8 : "{\"class\":\"EVENT\",\"v\":".utf8)
    JSONWriter.append(v, to: &bytes)
    bytes.append(contentsOf: tail)
  }

  /// The bytes this event takes, without its sequence number; for queues with a limit.
  package var count: Int { tail.count }
}
