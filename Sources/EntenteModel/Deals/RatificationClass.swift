/// What gives a clause effect at home: A executive, B notified, C legislative; A is lowest.
package enum RatificationClass: String, Comparable, Sendable, Codable {
  case a, b, c

  /// A below B below C.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// One step lower, as `pilot` makes it: C to B, B to A, A stays.
  package var lowered: RatificationClass { self == .c ? .b : .a }
}
