/// Puts lines together to whole requests, bodies included. It is the one place that decides whether
/// a line is a command or a part of a body.
package struct RequestReader: Sendable {
  /// What a line led to.
  package enum Output: Hashable, Sendable {
    /// Nothing to answer: an empty line, or a line of a body.
    case nothing
    /// A whole request, with its body when it has one.
    case request(RequestLine, body: String?)
    /// To be answered with this error, under this `id`.
    case refused(WireError, id: String?)
  }

  private struct OpenBody: Sendable {
    var assembler: BodyAssembler
    /// The line that opened it; nil when that line is no request.
    var request: RequestLine?
    var id: String?
    /// Whether the answer was given before the body came to its end.
    var isAnswered = false
  }

  /// What the answer to a line says that fails and ends in `<<`: its sender may be about to type.
  package static let discardNotice =
    "The body that follows is thrown away, up to a line with a single point."

  private var open: OpenBody?

  /// A reader at the start of a connection.
  package init() {}

  /// Whether an answer waits for the rest of a body: then a gap of `WireLimits.bodyGapSeconds` is
  /// to be reported with `bodyTimedOut`.
  package var awaitsBody: Bool { open.map { !$0.isAnswered } ?? false }

  /// Takes a line without its end.
  package mutating func take(_ line: UnsafeRawBufferPointer) -> Output {
    if let step = open?.assembler.add(line) { return finish(step) }
    do throws(RequestRefusal) {
      guard let request = try RequestParser.parse(line) else { return .nothing }
      guard case .body = request.payload else { return .request(request, body: nil) }
      open = OpenBody(assembler: BodyAssembler(), request: request, id: request.tags.id)
      return .nothing
    } catch {
      return refuse(error)
    }
  }

  /// Takes note of a line that was longer than `limit` bytes and thrown away.
  package mutating func takeTooLong(opensBody: Bool, limit: Int) -> Output {
    if let step = open?.assembler.addTooLong(limit: limit) { return finish(step) }
    let error = WireError(
      .lineTooLong, [WireField("limit", limit)], "A line has at most \(limit) bytes.")
    return refuse(RequestRefusal(id: nil, error: error, opensBody: opensBody))
  }

  /// The answer to a body that does not come to its end. What still comes of it is thrown away, to
  /// the line that ends it, and not answered again.
  package mutating func bodyTimedOut() -> Output {
    guard let unanswered = open, !unanswered.isAnswered else { return .nothing }
    let error = BodyAssembler.timedOut
    open = OpenBody(
      assembler: BodyAssembler(refusing: error), request: nil, id: unanswered.id,
      isAnswered: true)
    return .refused(error, id: unanswered.id)
  }

  private mutating func refuse(_ refusal: RequestRefusal) -> Output {
    guard refusal.opensBody else { return .refused(refusal.error, id: refusal.id) }
    open = OpenBody(
      assembler: BodyAssembler(refusing: refusal.error), request: nil, id: refusal.id,
      isAnswered: true)
    var error = refusal.error
    error.text += " " + Self.discardNotice
    return .refused(error, id: refusal.id)
  }

  private mutating func finish(_ step: BodyAssembler.Step) -> Output {
    guard step != .more, let finished = open else { return .nothing }
    open = nil
    if finished.isAnswered { return .nothing }
    switch step {
    case .more: return .nothing
    case .refused(let error): return .refused(error, id: finished.id)
    case .complete(let body):
      guard let request = finished.request else {
        preconditionFailure("A body without its request was opened with an error.")
      }
      return .request(request, body: body)
    }
  }
}
