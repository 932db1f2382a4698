/// EQ9: when a chain of gates ends. Each turn brings a day credit (`cr`) that partners and
/// governance reduce; gates use it up in order from the turn after conclusion, and what is left
/// in the last turn is production time. A chain that ends exactly with a turn starts output in
/// the next one.
package enum GateSchedule: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// All gate days; 0 or more.
    package var totalDays: Days
    /// D, days of a turn.
    package var turnDays: Days
    /// n; 1 or more.
    package var partners: Int
    /// Who decides; sets g.
    package var governance: Governance
    /// Output of a full turn; mU.
    package var capacity: Lots

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      totalDays: Days, turnDays: Days, partners: Int, governance: Governance, capacity: Lots = 0
    ) {
      self.totalDays = totalDays
      self.turnDays = turnDays
      self.partners = partners
      self.governance = governance
      self.capacity = capacity
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// cr, days a turn.
    package var credit: Days
    /// Turn of first output; 1 is the turn after conclusion.
    package var outputTurn: Int
    /// Days of credit left in that turn.
    package var leftoverDays: Days
    /// Output of that turn; mU.
    package var firstOutput: Lots
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let credit = credit(
      turnDays: input.turnDays, partners: input.partners, governance: input.governance)
    trace.step("credit", credit.value)
    let outputTurn = fdiv(input.totalDays.value, credit.value) + 1
    trace.step("outputTurn", outputTurn)
    let leftover = Days(outputTurn * credit.value - input.totalDays.value)
    trace.step("leftoverDays", leftover.value)
    let first = firstOutput(capacity: input.capacity, leftover: leftover, credit: credit)
    trace.step("firstOutput", first.value)
    return Output(
      credit: credit, outputTurn: outputTurn, leftoverDays: leftover, firstOutput: first)
  }

  /// `cr`: days a turn brings to a chain of gates, at least 1.
  package static func credit(turnDays: Days, partners: Int, governance: Governance) -> Days {
    let drag = mb(200 * (partners - 1), governance.drag.value)
    return max(1, Days(mb(turnDays.value, 10_000 - drag)))
  }

  /// Output of the turn in which the last gate closes: `rdiv(capacity*leftover, cr)`.
  package static func firstOutput(capacity: Lots, leftover: Days, credit: Days) -> Lots {
    Lots(rdiv(capacity.value * leftover.value, credit.value))
  }
}
