extension MemberSet: Sequence {
  /// Walks the members, ascending, without storage.
  package struct Iterator: IteratorProtocol {
    var rest: UInt16
    /// The next member; nil at the end.
    package mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      let member = rest.trailingZeroBitCount
      rest &= rest - 1
      return member
    }
  }

  /// Starts at the lowest member.
  package func makeIterator() -> Iterator { Iterator(rest: bits) }

  /// The empty set.
  static var none: MemberSet { MemberSet(bits: 0) }

  var isEmpty: Bool { bits == 0 }

  /// The lowest member; nil if there is none.
  var lowest: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }

  mutating func insert(_ member: Int) { bits |= 1 << UInt16(member) }

  mutating func remove(_ member: Int) { bits &= ~(1 << UInt16(member)) }

  func union(_ other: MemberSet) -> MemberSet { MemberSet(bits: bits | other.bits) }

  func intersection(_ other: MemberSet) -> MemberSet { MemberSet(bits: bits & other.bits) }

  func without(_ member: Int) -> MemberSet { MemberSet(bits: bits & ~(1 << UInt16(member))) }
}
