/// EQ20, `C`: one figure of the four layers that punishes the weakest, and the level shown: 0
/// isolated, 1 connected, 2 functional, 3 domain, 4 enterprise (LISI).
package enum CompositeInteroperability: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// TECH; bp.
    package var technical: BasisPoints
    /// PROC; bp.
    package var procedural: BasisPoints
    /// LOG; bp.
    package var logistic: BasisPoints
    /// DATA; bp.
    package var data: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      technical: BasisPoints, procedural: BasisPoints, logistic: BasisPoints, data: BasisPoints
    ) {
      self.technical = technical
      self.procedural = procedural
      self.logistic = logistic
      self.data = data
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// C; bp.
    package var composite: BasisPoints
    /// 0...4.
    package var level: Int
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let technical = input.technical.value
    let procedural = input.procedural.value
    let logistic = input.logistic.value
    let data = input.data.value
    let weakest = min(technical, procedural, logistic, data)
    trace.step("weakest", weakest)
    let mean = rdiv(technical + procedural + logistic + data, 4)
    trace.step("mean", mean)
    let composite = rdiv(weakest + mean, 2)
    trace.step("composite", composite)
    let level = min(4, fdiv(composite, 2_000))
    trace.step("level", level)
    return Output(composite: BasisPoints(composite), level: level)
  }
}
