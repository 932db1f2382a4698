/// EQ19: what the layers have in common. A layer grows by a part of the distance to its cap and
/// falls by 100 bp a turn towards a cap below it.
package enum InteroperabilityLayer {
  /// Loss of a turn towards a lower cap; bp.
  package static let decay = 100

  /// The value after a turn; bp.
  package static func approach(_ value: Int, cap: Int, rate: Int) -> Int {
    cap > value ? value + mb(cap - value, rate) : max(cap, value - decay)
  }
}
