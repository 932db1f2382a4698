import EntenteJSON

/// Cuts incoming bytes into lines that end in LF or CRLF, without copying them: it looks at the
/// bytes that are unread and says what to do with their beginning. Each byte is searched once,
/// however the bytes arrive. A CR elsewhere stays in its line, where it is a forbidden character.
package struct LineFramer: Sendable {
  /// What the unread bytes begin with.
  package enum Step: Hashable, Sendable {
    /// A line: its first `length` bytes without their end; `consumed` bytes are used up.
    case line(length: Int, consumed: Int)
    /// The end of a line that was too long; `opensBody` when it ended in `<<`.
    case tooLong(opensBody: Bool, consumed: Int)
    /// A piece of something that nobody wants.
    case discard(consumed: Int)
    /// The connection began with another protocol; all that follows is discarded.
    case foreign(ForeignProtocol)
    /// No whole line yet; the same bytes and more must be shown again.
    case incomplete
  }

  /// The longest line in bytes, without its end. It may be raised between two steps.
  package var lineBytesMax: Int

  private var searched = 0
  private var tail: BodyMark.Tracker?
  private var isAtStart: Bool
  private var isForeign = false

  /// A framer at the start of a connection. A client does not look for foreign protocols.
  package init(
    lineBytesMax: Int = WireLimits.BeforeLogin.lineBytes, detectsForeign: Bool = true
  ) {
    self.lineBytesMax = lineBytesMax
    isAtStart = detectsForeign
  }

  /// Looks at all bytes that are unread. The caller drops what is consumed and asks again, until
  /// the answer is `incomplete`.
  package mutating func next(_ unread: UnsafeRawBufferPointer) -> Step {
    assert(searched <= unread.count, "Bytes that were not consumed are shown again.")
    guard !unread.isEmpty else { return .incomplete }
    if isForeign { return .discard(consumed: unread.count) }
    if isAtStart, let foreign = ForeignProtocol.detect(unread) {
      isForeign = true
      searched = 0
      return .foreign(foreign)
    }
    guard let feed = ByteWord.firstIndex(of: 0x0A, in: unread, from: searched) else {
      return withoutEnd(unread)
    }
    isAtStart = false
    searched = 0
    return end(of: UnsafeRawBufferPointer(rebasing: unread[..<feed]))
  }

  private mutating func end(of line: UnsafeRawBufferPointer) -> Step {
    let consumed = line.count + 1
    if var tail {
      tail.add(line)
      self.tail = nil
      return .tooLong(opensBody: tail.answer, consumed: consumed)
    }
    let length = line.last == 0x0D ? line.count - 1 : line.count
    guard length <= lineBytesMax else {
      let content = UnsafeRawBufferPointer(rebasing: line[..<length])
      return .tooLong(opensBody: BodyMark.ends(content), consumed: consumed)
    }
    return .line(length: length, consumed: consumed)
  }

  private mutating func withoutEnd(_ unread: UnsafeRawBufferPointer) -> Step {
    // One byte more than the limit may still be the CR of its end.
    guard tail != nil || unread.count > lineBytesMax + 1 else {
      searched = unread.count
      return .incomplete
    }
    var tail = tail ?? BodyMark.Tracker()
    tail.add(unread)
    self.tail = tail
    searched = 0
    isAtStart = false
    return .discard(consumed: unread.count)
  }
}
