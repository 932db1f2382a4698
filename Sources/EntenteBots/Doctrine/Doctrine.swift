import EntenteModel

/// How a bot thinks and acts, as data: what it values, what it never signs, how late it concedes,
/// what it orders and what it offers.
struct Doctrine: Sendable {
  /// The names exercises use.
  enum Kind: String, CaseIterable, Sendable {
    case hegemonGatekeeper = "hegemon-gatekeeper"
    case industrialHub = "industrial-hub"
    case nicheInnovator = "niche-innovator"
    case freeRider = "free-rider"
    case threatenedFrontline = "threatened-frontline"
    case brokerSwing = "broker-swing"
  }

  /// How late it concedes.
  enum Pace: Sendable {
    case fixed(ConcessionTarget.Exponent)
    /// One pace for texts that cost it money on balance, another for all others.
    case byPayment(paying: ConcessionTarget.Exponent, else: ConcessionTarget.Exponent)
  }

  var kind: Kind
  var weights: Weights
  /// rl: hundredths of U lost for each bp a turn that the highest meter of its designs rises more.
  var leakRisk: Int
  /// rd: hundredths of U lost for each bp that its largest dependence grows.
  var dependenceRisk: Int
  var pace: Pace
  /// Per cent of its target that follow time; the rest answers the other side's concessions.
  var alpha: Int
  /// What it signs for nothing.
  var redLines: [RedLine]
  /// Its budget and policy, in the order in which the money goes.
  var habits: [OrderHabit]
  /// What it offers, in order of trial.
  var templates: [Template]
  /// Clauses it likes to see added to a text.
  var wishes: [ClausePattern]

  /// The exponent for a text that changes the treasury by `balance`; $k.
  func exponent(balance: Int) -> ConcessionTarget.Exponent {
    switch pace {
    case .fixed(let exponent): exponent
    case .byPayment(let paying, let otherwise): balance < 0 ? paying : otherwise
    }
  }
}

/// How much above no deal a bot asks before it signs: the difficulty of the exercise.
package enum Patience: String, CaseIterable, Sendable {
  case patient, standard, hard

  /// What is added to the reservation value; bp. A deal among four states moves U by a few hundred
  /// bp, so a patient bot leaves out what it would ask for its distrust at a trust of 55: in the
  /// introductory exercise whatever is plainly better than nothing then has a chance.
  var margin: Int {
    switch self {
    case .patient: -600
    case .standard: 300
    case .hard: 800
    }
  }
}
