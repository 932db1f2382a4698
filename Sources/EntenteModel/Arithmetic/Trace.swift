/// Takes down the steps of a calculation. Equations are generic over it: with `NoTrace` the
/// compiler drops every call, so an explanation costs nothing when nobody asks.
package protocol Trace {
  /// Records that `name` came out as `value`.
  mutating func step(_ name: StaticString, _ value: @autoclosure () -> Int)
}

/// Records nothing.
package struct NoTrace: Trace {
  @inlinable package init() {}
  @inlinable package mutating func step(_ name: StaticString, _ value: @autoclosure () -> Int) {}
}

/// Records every step, in order.
package struct StepTrace: Trace, Sendable {
  /// A step of a calculation as it was told.
  package struct Step: Hashable, Sendable {
    /// The name the equation gives it.
    package var name: String
    /// What came out, in the unit the equation states for it.
    package var value: Int
  }
  package private(set) var steps: [Step] = []
  package init() {}
  package mutating func step(_ name: StaticString, _ value: @autoclosure () -> Int) {
    steps.append(Step(name: "\(name)", value: value()))
  }
}
