/// The rule parameters of an exercise; defaults are those of the rule book for a turn of 180 days.
package struct Parameters: Sendable, Hashable {
  package enum Fog: String, Sendable, CaseIterable { case none, bands, strict }
  package enum Opening: String, Sendable, CaseIterable { case all, facilitator }

  /// T, the last turn.
  package var turns = 4
  /// D, the days of a turn.
  package var turnDays: Days = 180
  /// Turns until ordered capacity can be used.
  package var investLag = 2
  /// EQ28 threshold of an edge.
  package var theta: BasisPoints = 1500
  package var quadrantCapacity: BasisPoints = 5000
  package var quadrantInteroperability: BasisPoints = 5000
  /// ICREF: capacity that counts as 10000.
  package var capacityReference: CapacityUnits = 100_000
  /// KAP by sector: cost of 1000 cu.
  package var capacityCost: [Money] = [5000, 10000, 10000, 3000, 15000, 8000]
  /// Omega by domain (EQ25).
  package var latentWeights: [BasisPoints] = [1500, 1500, 1500, 500, 1000, 1000, 1000, 2000]
  /// Domains that exist in this exercise.
  package var domains = Domain.allCases
  /// lam0 of EQ6.
  package var licenceBase: BasisPoints = 3500
  package var gateDays = GateDays()
  package var parallelGates = false
  package var agencyOpen = false
  package var countPreSigned = false
  package var fog = Fog.bands
  package var openAfter = Opening.all
  /// Orders besides budget orders a state may give a turn; 0 is no limit.
  package var actions = 6
  package var proposals = 3
  package var twoKeys = false
  package var clauses = ClauseKind.allCases
  package var orders = OrderKeyword.allCases
  package var families = ["c2", "data", "iamd", "logistics", "munition", "training"]
  /// Parts of the model that are switched off: inputs, firms, platform.
  package var off: [SwitchedPart] = []
  package var smallRules = SmallRule.allCases
  /// SEC LAT COST INT TECH ECON, sum 100.
  package var nationalWeights = [30, 20, 15, 10, 10, 15]
  package var grading = Grading()
  /// ADV by domain at the start.
  package var adversary = [BasisPoints](repeating: 5500, count: Domain.count)
  /// NL, cohesion of the adversary bloc at the start.
  package var cohesion: BasisPoints = 2000
  /// Limits of the access test by sensitivity 0...4.
  package var access = AccessLimits()

  package init() {}
}

/// Parts of the model an exercise may switch off whole.
package enum SwitchedPart: String, Sendable, CaseIterable { case inputs, firms, platform }

/// Rules too small for an equation, each with a switch of its own.
package enum SmallRule: String, Sendable, CaseIterable {
  case theatreSpill = "SR1"
  case smeAgility = "SR2"
  case talent = "SR3"
  case stateOwned = "SR4"
  case localFit = "SR5"
  case roleLadder = "SR6"
  case mcfLifecycle = "SR7"
  case platform = "SR8"
  case opaque = "SR9"
  case civilAdaptation = "SR10"
  case spendingCeiling = "SR11"
  case rma = "SR12"
  case autonomyGate = "SR13"
  case regime = "SR14"
  case exchange = "SR15"
  case zigzag = "SR16"
  case upgrade = "SR17"
  case softPower = "SR18"
  case learningByDoing = "SR19"
  case duplication = "SR20"
  case participation = "SR21"
}

/// Shares of the grade, bp that sum to 10000.
package struct Grading: Sendable, Hashable {
  package var national: BasisPoints = 4000
  package var collective: BasisPoints = 2000
  package var learning: BasisPoints = 4000
  package init() {}
}

/// Security, trust and values a receiver needs by sensitivity 0...4; sensitivity 5 is never tradable.
package struct AccessLimits: Sendable, Hashable {
  package var security: [BasisPoints] = [0, 4000, 5000, 6000, 7500]
  package var trust: [BasisPoints] = [0, 3500, 4500, 5500, 7000]
  package var values: [BasisPoints] = [0, 3000, 4000, 5500, 7000]
  package init() {}
}
