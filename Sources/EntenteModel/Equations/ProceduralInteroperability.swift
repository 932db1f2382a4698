/// EQ19, PROC: what staffs and crews can do together; bp. Only exercises raise it, and without
/// one it falls by 300.
package enum ProceduralInteroperability: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// PROC at the start of the turn; bp.
    package var value: BasisPoints
    /// e, 0 none ... 3.
    package var intensity: Int

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(value: BasisPoints, intensity: Int) {
      self.value = value
      self.intensity = intensity
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let value: Int
    if input.intensity > 0 {
      value = input.value.value + mb(10_000 - input.value.value, 800 * input.intensity)
    } else {
      value = max(0, input.value.value - 300)
    }
    trace.step("value", value)
    return BasisPoints(value)
  }
}
