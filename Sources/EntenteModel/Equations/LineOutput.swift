/// EQ12, `out`: what a line can make in a turn; mU. Its capacity with surge over the load of one
/// unit, bounded by what it was allotted of every input.
package enum LineOutput: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// cu_line, capacity set aside for the line; cu.
    package var lineCapacity: CapacityUnits
    /// 0...2500 bp above nominal.
    package var surge: BasisPoints
    /// Capacity one unit a turn needs; 1 cu or more.
    package var load: CapacityUnits
    /// Allotted amount of each input; mU.
    package var inputs: [Lots]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      lineCapacity: CapacityUnits, surge: BasisPoints, load: CapacityUnits, inputs: [Lots] = []
    ) {
      self.lineCapacity = lineCapacity
      self.surge = surge
      self.load = load
      self.inputs = inputs
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Lots {
    let surged = mb(input.lineCapacity.value, 10_000 + input.surge.value)
    trace.step("surgedCapacity", surged)
    var output = rdiv(surged * 1_000, input.load.value)
    trace.step("byCapacity", output)
    for amount in input.inputs { output = min(output, amount.value) }
    trace.step("output", output)
    return Lots(output)
  }
}
