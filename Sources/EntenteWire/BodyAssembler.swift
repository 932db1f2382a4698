/// Collects the lines of a body until the line `.`, whether anybody wants it or not: a body whose
/// command failed is read to its end too, so that no line of it can run as a command.
package struct BodyAssembler: Sendable {
  /// What a line did.
  package enum Step: Hashable, Sendable {
    /// More lines follow.
    case more
    /// The body is complete: its lines, joined by line ends.
    case complete(String)
    /// The body is over and refused.
    case refused(WireError)
  }

  private var text: [UInt8] = []
  private var lines = 0
  private var bytes = 0
  private var error: WireError?

  /// Waits for the first line. `error` is the answer that is due already; the body is then only
  /// thrown away.
  package init(refusing error: WireError? = nil) { self.error = error }

  /// Takes a line without its end.
  package mutating func add(_ line: UnsafeRawBufferPointer) -> Step {
    if line.count == 1, line[0] == UInt8(ascii: ".") { return finish() }
    // A doubled point stands for one; a single one in front of a text is taken off all the same.
    let isStuffed = line.first == UInt8(ascii: ".")
    let content = isStuffed ? UnsafeRawBufferPointer(rebasing: line[1...]) : line
    count(content.count)
    guard error == nil else { return .more }
    if let fault = WireCharacters.firstFault(in: line, allowingTabs: false) {
      refuse(Self.error(of: fault, line: lines))
      return .more
    }
    if lines > 1 { text.append(0x0A) }
    text.append(contentsOf: content)
    return .more
  }

  /// Takes note of a line longer than `limit` bytes, which was not kept; it is part of the body and
  /// spoils it.
  package mutating func addTooLong(limit: Int = WireLimits.lineBytes) -> Step {
    count(0)
    refuse(
      WireError(
        .lineTooLong, [WireField("limit", limit), WireField("line", lines)],
        "Line \(lines) of the body is longer than \(limit) bytes."))
    return .more
  }

  /// The answer when no line came for `WireLimits.bodyGapSeconds`. The rest of the body is still
  /// to be thrown away when it comes.
  package static var timedOut: WireError {
    WireError(
      .bodyTooLong, [WireField("gap", WireLimits.bodyGapSeconds)],
      "No line of the body came for \(WireLimits.bodyGapSeconds) seconds, so it is given up. "
        + "Type a single point to go on.")
  }

  private mutating func count(_ length: Int) {
    lines += 1
    bytes += length + 1
    guard lines > WireLimits.bodyLines || bytes - 1 > WireLimits.bodyBytes else { return }
    refuse(
      WireError(
        .bodyTooLong,
        [WireField("limit", WireLimits.bodyBytes), WireField("lines", WireLimits.bodyLines)],
        "A body has at most \(WireLimits.bodyLines) lines and \(WireLimits.bodyBytes) bytes."))
  }

  private mutating func refuse(_ error: WireError) {
    self.error = self.error ?? error
    text = []
  }

  private func finish() -> Step {
    if let error { return .refused(error) }
    return .complete(String(decoding: text, as: UTF8.self))
  }

  private static func error(of fault: WireCharacters.Fault, line: Int) -> WireError {
    var error = fault.error
    error.fields.append(WireField("line", line))
    error.text = "In line \(line) of the body: " + error.text
    return error
  }
}
