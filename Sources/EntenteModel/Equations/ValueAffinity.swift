/// EQ27, `VAL`: value affinity of a pair after a turn; bp. Mutual dependence draws two states
/// together (+20); one whose civil control erodes drifts from one whose does not (-50).
package enum ValueAffinity: Equation {
  /// Dependence both ways from which a pair draws together.
  package static let mutualFrom: BasisPoints = 1_000
  /// Erosion below which a state takes offence at another's.
  package static let intactBelow: BasisPoints = 3_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// VAL before; bp.
    package var affinity: BasisPoints
    /// DEP of one on the other; bp.
    package var dependence: BasisPoints
    /// DEP of the other on the one; bp.
    package var dependenceBack: BasisPoints
    /// ETH of the one; bp.
    package var erosion: BasisPoints
    /// ETH of the other; bp.
    package var erosionBack: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      affinity: BasisPoints, dependence: BasisPoints, dependenceBack: BasisPoints,
      erosion: BasisPoints, erosionBack: BasisPoints
    ) {
      self.affinity = affinity
      self.dependence = dependence
      self.dependenceBack = dependenceBack
      self.erosion = erosion
      self.erosionBack = erosionBack
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    var change = 0
    if min(input.dependence, input.dependenceBack) >= mutualFrom { change += 20 }
    trace.step("dependence", change)
    let high = max(input.erosion, input.erosionBack)
    let low = min(input.erosion, input.erosionBack)
    if high > GovernanceErosion.threshold && low < intactBelow { change -= 50 }
    trace.step("change", change)
    let affinity = clamp(input.affinity.value + change, 0, 10_000)
    trace.step("affinity", affinity)
    return BasisPoints(affinity)
  }
}
