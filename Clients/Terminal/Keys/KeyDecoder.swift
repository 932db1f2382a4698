/// Turns the bytes of a terminal into keys, in whatever pieces they arrive. Sequences it does not
/// know are swallowed whole, so that no key types rubbish.
package struct KeyDecoder: Sendable {
  /// A paste that is longer comes in parts: nobody pastes more into one line on purpose.
  private static let pasteBytesMax = 256 * 1024
  /// A control sequence that is longer is none.
  private static let sequenceBytesMax = 32

  private var unread: [UInt8] = []
  private var paste: [UInt8]?

  package init() {}

  /// The keys that are complete with these bytes.
  package mutating func decode(_ bytes: [UInt8]) -> [Key] {
    unread += bytes
    var keys: [Key] = []
    while let key = next() {
      guard case .some(let key) = key else { continue }
      if case .text(let more) = key, case .text(let text)? = keys.last {
        keys[keys.count - 1] = .text(text + more)
      } else {
        keys.append(key)
      }
    }
    return keys
  }

  /// The next key; nil when bytes are missing, an inner nil for bytes that mean nothing.
  private mutating func next() -> Key?? {
    if paste != nil { return nextOfPaste() }
    guard let first = unread.first else { return nil }
    if first == 0x1B { return nextOfEscape() }
    if first < 0x20 || first == 0x7F {
      unread.removeFirst()
      return .some(Self.control(first))
    }
    let length = Self.length(ofScalarBeginning: first)
    guard unread.count >= length else { return nil }
    guard let text = String(validating: unread[..<length], as: UTF8.self) else {
      unread.removeFirst()
      return .some(nil)
    }
    unread.removeFirst(length)
    return .some(.text(text))
  }

  private static func length(ofScalarBeginning byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .interrupt
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x15: .killToStart
    case 0x17: .deleteWordBack
    case 0x19: .yank
    default: nil
    }
  }

  private mutating func nextOfEscape() -> Key?? {
    guard unread.count >= 2 else { return nil }
    switch unread[1] {
    case UInt8(ascii: "["): return nextOfSequence()
    case UInt8(ascii: "O"):
      guard unread.count >= 3 else { return nil }
      defer { unread.removeFirst(3) }
      return .some(Self.key(final: unread[2], parameters: ""))
    case 0x1B:
      // The escape key itself, pressed before something else.
      unread.removeFirst()
      return .some(nil)
    default:
      defer { unread.removeFirst(2) }
      return .some(Self.alternative(unread[1]))
    }
  }

  private static func alternative(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "b"): .wordLeft
    case UInt8(ascii: "f"): .wordRight
    case UInt8(ascii: "d"): .deleteWordForward
    case 0x08, 0x7F: .deleteWordBack
    default: nil
    }
  }

  /// `ESC [ parameters final`.
  private mutating func nextOfSequence() -> Key?? {
    let limit = min(unread.count, Self.sequenceBytesMax)
    guard let end = (2..<max(2, limit)).first(where: { !(0x20...0x3F ~= unread[$0]) }) else {
      guard unread.count >= Self.sequenceBytesMax else { return nil }
      unread.removeFirst(2)
      return .some(nil)
    }
    let parameters = String(decoding: unread[2..<end], as: UTF8.self)
    let final = unread[end]
    unread.removeFirst(end + 1)
    if final == UInt8(ascii: "~"), parameters == "200" {
      paste = []
      return nextOfPaste()
    }
    return .some(Self.key(final: final, parameters: parameters))
  }

  private static func key(final: UInt8, parameters: String) -> Key? {
    // `1;5` and `1;3` are the same key with Ctrl and Alt; some terminals say only `5`.
    let isByWord = ["1;5", "1;3", "5", "3", "1;9"].contains(parameters)
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return isByWord ? .wordRight : .right
    case UInt8(ascii: "D"): return isByWord ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "~"): return numbered(parameters)
    default: return nil
    }
  }

  private static func numbered(_ parameters: String) -> Key? {
    switch parameters {
    case "1", "7": .home
    case "4", "8": .end
    case "3": .delete
    case "3;5", "3;3": .deleteWordForward
    default: nil
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Collects until the end of the paste; the end may be split over pieces.
  private mutating func nextOfPaste() -> Key?? {
    var collected = (paste ?? []) + unread
    unread = []
    if let end = collected.firstRange(of: Self.pasteEnd) {
      unread = Array(collected[end.upperBound...])
      paste = nil
      return .some(.paste(Self.lines(of: collected[..<end.lowerBound])))
    }
    guard collected.count > Self.pasteBytesMax else {
      paste = collected
      return nil
    }
    let kept = Array(collected.suffix(Self.pasteEnd.count))
    collected.removeLast(kept.count)
    paste = kept
    return .some(.paste(Self.lines(of: collected[...])))
  }

  /// A pasted text with one kind of line end.
  private static func lines(of bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" || $0 == "\n" }
      .joined(separator: "\n")
  }
}
