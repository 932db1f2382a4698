/// EQ4, `CP`: what several lines, partners and a workshare away from the efficient one add to the
/// unit cost; from 10000 bp.
///
/// 600 bp for each further line, 150 for each further partner, 4000 for a wholly misplaced
/// workshare, times the drag of the governance. Judgement; Eurofighter's four lines and the
/// F-35's single lead company are the anchors.
package enum CollaborationPremium: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// w, agreed shares, one a partner; sum 10000 bp.
    package var workshare: [BasisPoints]
    /// e, efficient shares in the same order; sum 10000 bp.
    package var efficient: [BasisPoints]
    /// L, assembly lines; 1 or more.
    package var lines: Int
    /// Who decides; sets g.
    package var governance: Governance

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      workshare: [BasisPoints], efficient: [BasisPoints], lines: Int, governance: Governance
    ) {
      self.workshare = workshare
      self.efficient = efficient
      self.lines = lines
      self.governance = governance
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// CP; bp, from 10000.
    package var premium: BasisPoints
    /// JR, half the sum of distances; bp.
    package var mismatch: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    precondition(
      input.workshare.count == input.efficient.count, "an efficient share for each share")
    var distance = 0
    for (agreed, efficient) in zip(input.workshare, input.efficient) {
      distance += abs(agreed.value - efficient.value)
    }
    let mismatch = rdiv(distance, 2)
    trace.step("mismatch", mismatch)
    let burden =
      600 * (input.lines - 1) + 150 * (input.workshare.count - 1) + mb(4_000, mismatch)
    trace.step("burden", burden)
    let premium = 10_000 + mb(input.governance.drag.value, burden)
    trace.step("premium", premium)
    return Output(premium: BasisPoints(premium), mismatch: BasisPoints(mismatch))
  }
}
