/// Whether a line opens a body: its last word is `<<`. Decided from the last bytes alone, before
/// anything else about the line is known, so that client and server can never disagree on which
/// lines are body.
package enum BodyMark {
  /// Whether `line`, without its end, ends in a space and `<<`; spaces behind it do not count.
  package static func ends(_ line: UnsafeRawBufferPointer) -> Bool {
    var end = line.count
    while end > 0, isSpace(line[end - 1]) { end -= 1 }
    return end >= 3 && line[end - 1] == UInt8(ascii: "<") && line[end - 2] == UInt8(ascii: "<")
      && isSpace(line[end - 3])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The same question for a line that is thrown away piece by piece because it is too long.
  struct Tracker: Sendable {
    private enum State: Sendable { case other, space, one, two, twoAndSpace }

    private var state = State.other
    private var stateBeforeReturn = State.other
    private var endsInReturn = false

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      for byte in bytes {
        stateBeforeReturn = state
        endsInReturn = byte == 0x0D
        state = next(byte)
      }
    }

    /// The answer for all bytes so far, but for one CR at their end.
    var answer: Bool {
      switch endsInReturn ? stateBeforeReturn : state {
      case .two, .twoAndSpace: true
      case .other, .space, .one: false
      }
    }

    private func next(_ byte: UInt8) -> State {
      if BodyMark.isSpace(byte) {
        return state == .two || state == .twoAndSpace ? .twoAndSpace : .space
      }
      guard byte == UInt8(ascii: "<") else { return .other }
      switch state {
      case .space, .twoAndSpace: return .one
      case .one: return .two
      case .other, .two: return .other
      }
    }
  }
}
