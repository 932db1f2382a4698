package import EntenteModel

/// Public ids of deals: `D-` and four characters of the join-code alphabet. The number of the state
/// and of its offer (20 bits) goes through a fixed permutation keyed by the session's seed, so ids
/// never collide, tell nobody how many offers others made, and a scripted session finds them again.
package enum DealNaming {
  /// The join-code alphabet: Crockford's base 32, without I, L, O and U.
  package static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The id of the `count`-th offer (from 1) that a state first tabled.
  package static func id(state: Int, count: Int, seed: Int) -> DealID {
    DealID("D-" + letters(state: state, count: count, seed: seed))
  }

  /// The id of the `count`-th conference (from 1) that a state called.
  static func conference(state: Int, count: Int, seed: Int) -> String {
    "c-" + letters(state: state, count: count, seed: ~seed).lowercased()
  }

  /// The id of the `count`-th event (from 1) that the facilitator typed.
  static func told(count: Int, seed: Int) -> InjectID {
    InjectID("told-" + letters(state: 15, count: count, seed: ~seed).lowercased())
  }

  private static func letters(state: Int, count: Int, seed: Int) -> String {
    precondition(state < 16 && count < 65536, "20 bits hold the offer")
    var left = state << 6 | count >> 10
    var right = count & 1023
    for round in 0..<4 {
      let mixed = KeyedDraw.draw(
        seed: UInt64(seed & Int.max), turn: 0, stream: 0xD0 + round, entity: right, sides: 1024)
      (left, right) = (right, left ^ mixed)
    }
    let bits = left << 10 | right
    return String([15, 10, 5, 0].map { alphabet[bits >> $0 & 31] })
  }
}
