/// Section 2.1: chance without a sequence. A draw depends only on its key, so taking one away
/// moves no other; optional injects use it, nothing else does.
package enum KeyedDraw {
  /// A number in `0..<sides` for the key: SplitMix64 of
  /// `seed xor turn<<48 xor stream<<32 xor entity`, unsigned, modulo `sides` (1 or more). `stream`
  /// is the purpose; a subject with a counter is packed as `subject*65536 + n`.
  package static func draw(seed: UInt64, turn: Int, stream: Int, entity: Int, sides: Int) -> Int {
    precondition(sides >= 1, "a draw has a side")
    let key =
      seed ^ (UInt64(turn) << 48) ^ (UInt64(stream) << 32) ^ UInt64(entity)
    return Int(splitMix(key) % UInt64(sides))
  }

  /// SplitMix64 (Steele, Lea and Flood 2014): one step and its finaliser.
  package static func splitMix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
