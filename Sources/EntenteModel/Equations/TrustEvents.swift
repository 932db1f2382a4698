/// What one state did in a turn, as another sees it: counts of the events of EQ22.
package struct TrustEvents: Sendable, Hashable {
  /// Obligations met.
  package var met = 0
  /// Texts signed together.
  package var signed = 0
  /// Texts ratified together.
  package var ratified = 0
  /// Duties late for the first time.
  package var late = 0
  /// Arrears at least half cleared.
  package var partial = 0
  /// Breaches of which this state is a victim.
  package var breached = 0
  /// Breaches seen from outside.
  package var observedBreach = 0
  /// Withdrawals with notice.
  package var withdrewWithNotice = 0
  /// Withdrawals at once.
  package var withdrewWithout = 0
  /// Aid given in a crisis.
  package var crisisAid = 0
  /// Promised aid refused.
  package var refusedAid = 0
  /// Consent to re-export refused.
  package var refusedReexport = 0
  /// First deliveries of a joint line, seen by third parties.
  package var jointDelivery = 0
  /// Changes that a clause, an order or an inject names itself; bp, may be negative.
  package var other: BasisPoints = 0

  /// A turn in which nothing happened.
  package init() {}

  /// The change of trust of all of them together; bp. Obligations met give at most 160.
  package var change: Int {
    var sum = min(160, 40 * met) + other.value
    sum += 100 * signed + 150 * ratified + 400 * crisisAid + 50 * jointDelivery
    sum -= 120 * late + 250 * partial + 2_000 * breached + 500 * observedBreach
    sum -= 400 * withdrewWithNotice + 1_200 * withdrewWithout
    sum -= 600 * refusedAid + 250 * refusedReexport
    return sum
  }
}
