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

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// Texts of every kind of character the wire treats differently, forbidden ones among them.
  mutating func text() -> String {
    let parts = [
      "a", "Z", "0", " ", "\"", "\\", ":", "=", "<<", " <<", "{", "[", "@", ";", ",", "é", "語",
      "🜁", "plain words", "12", "-5", "\n", "\t", "\r", "\u{1b}[31m", "\u{0}", "\u{7f}", "\u{9b}",
      "\u{202e}", "\u{2028}", "\u{feff}", "\u{e0041}", "\u{ffff}",
    ]
    return (0..<Int.random(in: 0...6, using: &self)).map { _ in pick(parts) }.joined()
  }

  /// Cuts `bytes` into pieces of 1 to 9 bytes.
  mutating func pieces(_ bytes: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 1...9, using: &self))
      pieces.append(Array(bytes[start..<end]))
      start = end
    }
    return pieces
  }
}
