/// The rule parameters of an exercise; defaults are those of the rule book for a turn of 180 days.
package struct Parameters: Sendable, Hashable {
  /// How well a state sees the figures of others: exactly, points in bands, or not at all.
  package enum Fog: String, Sendable, CaseIterable { case none, bands, strict }
  /// Who may read everything once a session is closed.
  package enum Opening: String, Sendable, CaseIterable { case all, facilitator }

  /// T, the last turn.
  package var turns = 4
  /// D, the days of a turn.
  package var turnDays: Days = 180
  /// Turns until ordered capacity can be used.
  package var investLag = 2
  /// EQ28 threshold of an edge.
  package var theta: BasisPoints = 1500
  /// Threshold of X; bp.
  package var quadrantCapacity: BasisPoints = 5000
  /// Threshold of Y; bp.
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
  /// Days of the gates of EQ8.
  package var gateDays = GateDays()
  /// Whether disclosure and licence run side by side; else one after the other.
  package var parallelGates = false
  /// Whether the exercise opens the joint agency to all.
  package var agencyOpen = false
  /// Whether deals in force from the start count as ties when groups are searched.
  package var countPreSigned = false
  /// How well figures of others are seen.
  package var fog = Fog.bands
  /// Who may read everything once a session is closed.
  package var openAfter = Opening.all
  /// Orders besides budget orders a state may give a turn; 0 is no limit.
  package var actions = 6
  /// Offers a state may first table in a turn, before `dialogue` adds to it.
  package var proposals = 3
  /// Whether the exercise asks for two people to propose and to sign.
  package var twoKeys = false
  /// The clause menu, in the order of the catalogue.
  package var clauses = ClauseKind.allCases
  /// The order menu, in the order of the catalogue.
  package var orders = OrderKeyword.allCases
  /// Families of standards that clauses may name, ascending.
  package var families = ["c2", "data", "iamd", "logistics", "munition", "training"]
  /// Parts of the model that are switched off: inputs, firms, platform.
  package var off: [SwitchedPart] = []
  /// Small rules that are switched on.
  package var smallRules = SmallRule.allCases
  /// SEC LAT COST INT TECH ECON, sum 100.
  package var nationalWeights = [30, 20, 15, 10, 10, 15]
  /// Shares of the parts in the grade of a class.
  package var grading = Grading()
  /// ADV by domain at the start.
  package var adversary = [BasisPoints](repeating: 5500, count: Domain.count)
  /// NL, cohesion of the adversary bloc at the start.
  package var cohesion: BasisPoints = 2000
  /// Limits of the access test by sensitivity 0...4.
  package var access = AccessLimits()
  /// Switches of theory, for runs that ask what a part of the model does.
  package var theory: Set<TheorySwitch> = []

  package init() {}

  /// Whether a small rule holds.
  package func has(_ rule: SmallRule) -> Bool { smallRules.contains(rule) }
  /// Whether a part of the model is played.
  package func plays(_ part: SwitchedPart) -> Bool { !off.contains(part) }

  /// Whether a switch of theory takes all effect from clauses of a kind: they bind nobody, and
  /// count for nothing in groups.
  package func disables(_ kind: ClauseKind) -> Bool {
    guard !theory.isEmpty else { return false }
    switch kind {
    case .codev, .coprod, .licprod, .transfer:
      if theory.contains(.noAdvancedSystems) { return true }
    default: break
    }
    guard theory.contains(.noOperational) else { return false }
    let family = kind.entry.family
    return family == .ops || family == .inf
  }
}

/// Parts of the theory that a run can go without, to see what they were worth.
package enum TheorySwitch: String, Sendable, CaseIterable {
  /// `codev`, `coprod`, `licprod` and `transfer` have no effect.
  case noAdvancedSystems = "no-advanced-systems"
  /// Clauses of the families OPS and INF have no effect.
  case noOperational = "no-operational"
  /// The threat path stays at turn 1.
  case flatThreat = "flat-threat"
  /// EB is 0.
  case noBarriers = "no-barriers"
  /// EQ21 adds nothing.
  case noLeak = "no-leak"
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
  /// NAT; bp.
  package var national: BasisPoints = 4000
  /// Share of the collective score; bp.
  package var collective: BasisPoints = 2000
  /// Share of learning; bp.
  package var learning: BasisPoints = 4000
  package init() {}
}

/// Security, trust and values a receiver needs by sensitivity 0...4; sensitivity 5 is never
/// tradable.
package struct AccessLimits: Sendable, Hashable {
  /// SEC; bp.
  package var security: [BasisPoints] = [0, 4000, 5000, 6000, 7500]
  /// Trust limits; bp.
  package var trust: [BasisPoints] = [0, 3500, 4500, 5500, 7000]
  /// Limits of values; bp.
  package var values: [BasisPoints] = [0, 3000, 4000, 5500, 7000]
  package init() {}
}
