/// Target utility of a negotiator whose demands fall with time; bp. Exponents 4 and 2 concede
/// late, 1 evenly, a half early (Faratin, Sierra and Jennings 1998).
package enum ConcessionTarget: Equation {
  /// How late a negotiator concedes.
  package enum Exponent: String, CaseIterable, Sendable, Codable {
    case four = "4"
    case two = "2"
    case one = "1"
    case half
  }

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Umax; bp.
    package var best: BasisPoints
    /// RV; bp, one above `best` counts as it.
    package var reservation: BasisPoints
    /// tau, part of the time gone; 0...10000 bp.
    package var progress: BasisPoints
    /// How late it concedes.
    package var exponent: Exponent

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      best: BasisPoints, reservation: BasisPoints, progress: BasisPoints, exponent: Exponent
    ) {
      self.best = best
      self.reservation = reservation
      self.progress = progress
      self.exponent = exponent
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let power = power(input.progress, input.exponent)
    trace.step("power", power)
    let reservation = min(input.best, input.reservation)
    let room = input.best.value - reservation.value
    trace.step("room", room)
    let target = input.best.value - mb(room, power)
    trace.step("target", target)
    return BasisPoints(target)
  }

  /// Time gone by rounds: `rdiv(10000*round, rounds)`, whole from the last round on.
  package static func progress(round: Int, rounds: Int) -> BasisPoints {
    BasisPoints(rdiv(10_000 * min(round, rounds), rounds))
  }

  /// `pow(tau, e)`, multiplied one step at a time.
  private static func power(_ progress: BasisPoints, _ exponent: Exponent) -> Int {
    let once = progress.value
    switch exponent {
    case .half: return isqrt(once * 10_000)
    case .one: return once
    case .two: return mb(once, once)
    case .four: return mb(mb(mb(once, once), once), once)
    }
  }
}
