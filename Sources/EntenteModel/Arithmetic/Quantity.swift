/// A whole number with a unit. Quantities of one kind add and compare; two kinds never mix.
package protocol Quantity: Hashable, Comparable, Sendable, Codable, AdditiveArithmetic,
  ExpressibleByIntegerLiteral, CustomStringConvertible
{
  /// The number in the unit of the type.
  var value: Int { get set }
  /// The quantity of that many units of the type.
  init(_ value: Int)
}

extension Quantity {
  @inlinable package init(integerLiteral value: Int) { self.init(value) }
  @inlinable package static var zero: Self { Self(0) }
  @inlinable package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  @inlinable package static func + (left: Self, right: Self) -> Self {
    Self(left.value + right.value)
  }
  @inlinable package static func - (left: Self, right: Self) -> Self {
    Self(left.value - right.value)
  }
  /// `self` times `factor` (10000 = once), rounded half away from zero.
  @inlinable package func scaled(by factor: BasisPoints) -> Self { Self(mb(value, factor.value)) }
  /// `self` held inside `low...high`.
  @inlinable package func clamped(_ low: Self, _ high: Self) -> Self { min(max(self, low), high) }
  package var description: String { String(value) }
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int.self))
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// Ten-thousandths: 10000 is 100%. Every index of the model runs 0...10000.
package struct BasisPoints: Quantity {
  package var value: Int
  @inlinable package init(_ value: Int) { self.value = value }
}

/// Thousand game dollars ($k).
package struct Money: Quantity {
  package var value: Int
  @inlinable package init(_ value: Int) { self.value = value }
}

/// Thousandths of a programme unit or lot (mU): 1000 is one lot.
package struct Lots: Quantity {
  package var value: Int
  @inlinable package init(_ value: Int) { self.value = value }
}

/// Calendar days of the exercise.
package struct Days: Quantity {
  package var value: Int
  @inlinable package init(_ value: Int) { self.value = value }
}

/// Industrial capacity units a turn (cu); one index point is 1000 cu.
package struct CapacityUnits: Quantity {
  package var value: Int
  @inlinable package init(_ value: Int) { self.value = value }
}
