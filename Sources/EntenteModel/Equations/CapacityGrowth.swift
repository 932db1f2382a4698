/// EQ10, `dIC`: growth of a sector by investment, at most a fifth of what stands (times
/// workforce) or 500 cu; the rest of the money comes back. When it arrives is the exercise's lag
/// (two turns).
///
/// The cap is that of 155 mm production in the United States 2022 to 2025, about 2.8 times in
/// three years.
package enum CapacityGrowth: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// IC; cu.
    package var capacity: CapacityUnits
    /// WF; bp.
    package var workforce: BasisPoints
    /// Money offered; $k.
    package var investment: Money
    /// KAP, cost of 1000 cu; 1 $k or more.
    package var costPerThousand: Money

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      capacity: CapacityUnits, workforce: BasisPoints, investment: Money, costPerThousand: Money
    ) {
      self.capacity = capacity
      self.workforce = workforce
      self.investment = investment
      self.costPerThousand = costPerThousand
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// Capacity that will arrive; cu.
    package var growth: CapacityUnits
    /// Money that comes back at once; $k.
    package var refund: Money
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let paid = fdiv(input.investment.value * 1_000, input.costPerThousand.value)
    trace.step("paidFor", paid)
    let limit = limit(capacity: input.capacity, workforce: input.workforce)
    trace.step("limit", limit.value)
    let growth = min(paid, limit.value)
    trace.step("growth", growth)
    let refund = input.investment.value - rdiv(growth * input.costPerThousand.value, 1_000)
    trace.step("refund", refund)
    return Output(growth: CapacityUnits(growth), refund: Money(refund))
  }

  /// The most a sector can grow in a turn: `max(mb(IC, mb(2000,WF)), 500)` cu.
  package static func limit(capacity: CapacityUnits, workforce: BasisPoints) -> CapacityUnits {
    CapacityUnits(max(mb(capacity.value, mb(2_000, workforce.value)), 500))
  }
}
