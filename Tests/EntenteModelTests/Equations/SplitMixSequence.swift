/// Random numbers for property tests: a fixed seed gives the same cases everywhere, and a failure
/// prints it. Written apart from `KeyedDraw`, which is under test here.
struct SplitMixSequence: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of the range; one time in four an end of it.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    switch next() % 8 {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: Int.random(in: range, using: &self)
    }
  }

  /// True or false.
  mutating func boolean() -> Bool { next() % 2 == 0 }

  /// `count` whole shares of 10000, any of which may be 0.
  mutating func shares(_ count: Int) -> [Int] {
    var cuts = (1..<max(count, 1)).map { _ in integer(0...10_000) }
    cuts.sort()
    cuts.append(10_000)
    var last = 0
    return cuts.map { cut in
      defer { last = cut }
      return cut - last
    }
  }
}
