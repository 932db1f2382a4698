/// EQ13: shares out a scarce input. Rated requests are served first, the rest gets what is left,
/// each by largest remainder; nobody receives more than it asked for.
package enum InputAllocation: Equation {
  /// What one line asks of an input.
  package struct Request: Sendable, Hashable {
    /// mU, 0 or more.
    package var amount: Lots
    /// Served first under a supply priority arrangement.
    package var rated: Bool

    /// Takes each value as it stands.
    package init(amount: Lots, rated: Bool) {
      self.amount = amount
      self.rated = rated
    }
  }

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// What there is; mU.
    package var supply: Lots
    /// In the order of states, then lines.
    package var requests: [Request]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(supply: Lots, requests: [Request]) {
      self.supply = supply
      self.requests = requests
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> [Lots] {
    var allocations = [Lots](repeating: 0, count: input.requests.count)
    let rated = serve(input.requests, rated: true, from: max(0, input.supply), into: &allocations)
    trace.step("rated", rated.value)
    let rest = serve(
      input.requests, rated: false, from: max(0, input.supply) - rated, into: &allocations)
    trace.step("rest", rest.value)
    return allocations
  }

  /// Serves the requests of one priority and returns what they took together.
  private static func serve(
    _ requests: [Request], rated: Bool, from available: Lots, into allocations: inout [Lots]
  ) -> Lots {
    let asked = requests.map { $0.rated == rated ? $0.amount.value : 0 }
    let granted = min(asked.reduce(0, +), available.value)
    guard granted > 0 else { return 0 }
    for (index, part) in lrm(granted, asked).enumerated() {
      allocations[index] += Lots(part)
    }
    return Lots(granted)
  }
}
