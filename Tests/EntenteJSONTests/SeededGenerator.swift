import EntenteJSON

/// SplitMix64: the same seed, the same values, on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Texts of every kind of character that JSON treats differently.
  mutating func text() -> String {
    let characters: [String] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\r", "\u{8}", "\u{c}", "\u{0}", "\u{1f}",
      "\u{7f}", "é", "e\u{301}", "語", "🜁", "\u{2028}", "plain text of some length",
    ]
    let length = Int.random(in: 0...9, using: &self)
    return (0..<length).map { _ in element(of: characters) }.joined()
  }

  /// One of `choices`, which may not be empty.
  private mutating func element<Choice>(of choices: [Choice]) -> Choice {
    guard let choice = choices.randomElement(using: &self) else {
      preconditionFailure("there is something to choose from")
    }
    return choice
  }

  mutating func integer() -> Int {
    switch Int.random(in: 0...5, using: &self) {
    case 0: element(of: [Int.min, Int.max, 0, -1, 9, 10, -10, 99, 100])
    case 1: Int(truncatingIfNeeded: next())
    default: Int.random(in: -20000...20000, using: &self)
    }
  }

  mutating func value(depth: Int = 4) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2, 3: return .int(integer())
    case 4: return .string(text())
    case 5:
      let count = Int.random(in: 0...4, using: &self)
      return .array((0..<count).map { _ in value(depth: depth - 1) })
    default:
      var seen: Set<String> = []
      var members: [JSONMember] = []
      for _ in 0..<Int.random(in: 0...4, using: &self) {
        let key = text()
        guard seen.insert(key).inserted else { continue }
        members.append(JSONMember(key, value(depth: depth - 1)))
      }
      return .object(members)
    }
  }
}
