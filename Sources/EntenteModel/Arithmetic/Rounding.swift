// The arithmetic contract: signed 64-bit integers, one rounding rule, no floating point. Overflow
// traps; operands are held at or below 10^12 and factors at or below 10^6 when a package is
// loaded, so a valid game never meets it.

/// Rounded division: half away from zero. `divisor` is above 0.
@inlinable
package func rdiv(_ dividend: Int, _ divisor: Int) -> Int {
  assert(divisor > 0, "rdiv needs a divisor above 0")
  return dividend >= 0
    ? (2 * dividend + divisor) / (2 * divisor)
    : -((2 * -dividend + divisor) / (2 * divisor))
}

/// Multiplies by basis points (10000 = once) with the one rounding rule.
@inlinable
package func mb(_ value: Int, _ basisPoints: Int) -> Int { rdiv(value * basisPoints, 10_000) }

/// Floor division, towards minus infinity. `divisor` is above 0.
@inlinable
package func fdiv(_ dividend: Int, _ divisor: Int) -> Int {
  assert(divisor > 0, "fdiv needs a divisor above 0")
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// Ceiling division for a dividend of 0 or more. `divisor` is above 0.
@inlinable
package func cdiv(_ dividend: Int, _ divisor: Int) -> Int { fdiv(dividend + divisor - 1, divisor) }

/// `value` held inside `low...high`.
@inlinable
package func clamp(_ value: Int, _ low: Int, _ high: Int) -> Int { min(max(value, low), high) }

/// The largest integer whose square is not above `value`; `value` is 0 or more.
package func isqrt(_ value: Int) -> Int {
  precondition(value >= 0, "isqrt of a negative number")
  if value < 2 { return value }
  var root = 1 << ((Int.bitWidth - value.leadingZeroBitCount + 1) / 2)
  while true {
    let next = (root + value / root) / 2
    if next >= root { return root }
    root = next
  }
}

/// Largest-remainder allocation of `total` by `weights` (0 or more each): the parts sum to `total`,
/// ties go to the lower index, weights that are all zero count as equal.
package func lrm(_ total: Int, _ weights: [Int]) -> [Int] {
  precondition(!weights.isEmpty, "lrm needs a weight")
  let sum = weights.reduce(0, +)
  if sum == 0 { return lrm(total, Array(repeating: 1, count: weights.count)) }
  var parts = weights.map { total.multipliedFullWidth(by: $0) }.map { wide in
    sum.dividingFullWidth(wide)
  }
  var left = total - parts.reduce(0) { $0 + $1.quotient }
  let order = parts.indices.sorted {
    (parts[$1].remainder, $0) < (parts[$0].remainder, $1)
  }
  for index in order where left > 0 {
    parts[index].quotient += 1
    left -= 1
  }
  return parts.map(\.quotient)
}
