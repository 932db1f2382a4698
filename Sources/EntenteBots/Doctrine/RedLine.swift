import EntenteModel

/// Something a doctrine does not sign, whatever stands beside it.
enum RedLine: Hashable, Sendable {
  /// Giving know-how, a licence or a line of its own at this sensitivity or above.
  case knowHowAbroad(sensitivity: Int)
  /// Free trade with states below this security; bp.
  case exemption(security: Int)
  /// Consent to its design for states that have no seat in the deal.
  case consentForOutsiders
  /// Less work than the efficient share less so many bp.
  case smallWorkshare(slack: Int)
  /// Exclusivity of others against it.
  case exclusion
  /// Losing hold of a design.
  case designGivenUp
  /// More than so many bp of its stock from one state.
  case dependence(Int)
  /// The leak meter of a design of its own above so many bp by the horizon.
  case leak(Int)
  /// Duties of its forces that bind by law.
  case legislatedOperations
  /// More than this share of a turn's budget into pools; bp.
  case pools(share: Int)
  /// A first delivery to it more than so many turns ahead.
  case lateDelivery(turns: Int)
  /// Exclusivity that bars it from one of the largest budgets.
  case barredFromBudgets(count: Int)

  /// It said plainly.
  var sentence: String {
    switch self {
    case .knowHowAbroad(let sensitivity): "We do not transfer at sensitivity \(sensitivity)."
    case .exemption(let security):
      "We do not waive licences for a state with security below \(rdiv(security, 100))."
    case .consentForOutsiders: "We do not consent for states that are not at this table."
    case .smallWorkshare: "We do not take less work than our halls and skills are worth."
    case .exclusion: "We do not sign what shuts us out."
    case .designGivenUp: "We do not give our designs away."
    case .dependence(let limit):
      "We do not depend on one state for more than \(rdiv(limit, 100)) points."
    case .leak(let limit):
      "We do not let the leak meter of our designs pass \(rdiv(limit, 100)) points."
    case .legislatedOperations: "We do not bind our forces by law."
    case .pools(let share):
      "We do not pay more than \(rdiv(share, 100))% of our budget into pools."
    case .lateDelivery(let turns): "We do not wait more than \(turns) turns for a first delivery."
    case .barredFromBudgets: "We do not sign what bars us from the largest budgets."
    }
  }
}
