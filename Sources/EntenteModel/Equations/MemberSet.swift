/// A set of states by index (0...15). Sets compare as their ascending lists of members do.
package struct MemberSet: Hashable, Sendable, Comparable {
  /// One bit a state, the lowest for index 0.
  package var bits: UInt16

  /// The set of these bits.
  package init(bits: UInt16) { self.bits = bits }
  /// The set of these members, each 0...15.
  package init(_ members: some Sequence<Int>) {
    bits = members.reduce(0) { $0 | 1 << UInt16($1) }
  }

  /// How many members it has.
  package var count: Int { bits.nonzeroBitCount }
  /// The members, ascending.
  package var members: [Int] {
    var result: [Int] = []
    var rest = bits
    while rest != 0 {
      result.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return result
  }
  /// Whether the state of this index is in it.
  package func contains(_ member: Int) -> Bool { bits & (1 << UInt16(member)) != 0 }
  /// Shared members over all members of both, bp; two empty sets share nothing.
  package func jaccard(with other: MemberSet) -> BasisPoints {
    let all = (bits | other.bits).nonzeroBitCount
    return all == 0 ? 0 : BasisPoints(rdiv(10_000 * (bits & other.bits).nonzeroBitCount, all))
  }

  /// Whether the ascending list of `left` comes before that of `right`.
  package static func < (left: MemberSet, right: MemberSet) -> Bool {
    let difference = left.bits ^ right.bits
    guard difference != 0 else { return false }
    // Up to the lowest difference the lists agree. There one list names that member and the other a
    // higher one, or ends, and a list that ends comes first.
    let lowest = UInt16(1) << UInt16(difference.trailingZeroBitCount)
    let above = ~(lowest - 1)
    return left.bits & lowest != 0 ? right.bits & above != 0 : left.bits & above == 0
  }
}
