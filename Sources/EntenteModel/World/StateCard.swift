/// The card of a state: what it starts with and wants.
package struct StateCard: Sendable, Hashable {
  /// Its id.
  package var id: StateID
  /// The name people read.
  package var label: String
  /// Name of the doctrine a bot plays it by: `industrial-hub`, …
  package var doctrine: String
  /// B0, the budget of a turn.
  package var budget: Money
  /// TRE; $k.
  package var treasury: Money = 0
  /// By sector.
  package var capacity = [CapacityUnits](repeating: 0, count: Sector.count)
  /// TR by domain.
  package var technology = [BasisPoints](repeating: 0, count: Domain.count)
  /// CT by domain.
  package var civil = [BasisPoints](repeating: 0, count: Domain.count)
  /// ORG; bp.
  package var organisation: BasisPoints = 0
  /// SEC; bp.
  package var security: BasisPoints = 0
  /// EB1…EB6: tenders, sales cycle, security, rights, infrastructure, environment.
  package var barriers = [BasisPoints](repeating: 0, count: 6)
  /// NF, civil firms that take part; a count.
  package var firms = 0
  /// CONN; bp.
  package var connections: BasisPoints = 3000
  /// PNP; bp.
  package var plugAndPlay: BasisPoints = 1000
  /// WF; bp.
  package var workforce: BasisPoints = 9000
  /// FAT of every sector; bp.
  package var fatigue: BasisPoints = 0
  /// ETH; bp.
  package var ethics: BasisPoints = 0
  /// ASYM; bp.
  package var asymmetric: BasisPoints = 0
  /// XC; bp.
  package var exportStrictness: BasisPoints = 5000
  /// BNt; bp.
  package var contentThreshold: BasisPoints = 0
  /// BNp; bp.
  package var contentPenalty: BasisPoints = 5000
  /// PC; bp.
  package var politicalCapital: BasisPoints = 5000
  /// How it uses civil technology at the start (EQ16).
  package var posture = Posture.cimic
  /// MCFm; bp.
  package var maturity: BasisPoints = 1000
  /// SOE; bp.
  package var stateOwned: BasisPoints = 3000
  /// BG; bp.
  package var backgroundAdequacy: BasisPoints = 4000
  /// By theatre of the scenario.
  package var exposure: [BasisPoints]
  /// By programme of the scenario.
  package var requirement: [Lots]
  /// By programme of the scenario.
  package var stock: [Lots]
  /// ECONREF of EQ31.
  package var economyReference: Money
  /// Clauses its law bars.
  package var barredClauses: [ClauseKind] = []
  /// Whether others see its figures one turn late (SR9).
  package var isOpaque = false
  /// Orders of turn 1 when the state gives none.
  package var defaultOrders: [Order] = []
  /// Private objectives.
  package var cards: [PrivateCard] = []
  /// SH by input and supplier, where other than the origin of the input; empty where not given.
  package var supplierShares = [[BasisPoints]](repeating: [], count: Input.count)
  /// RES at the start, by input.
  package var reserves = [Lots](repeating: 0, count: Input.count)
  /// What it may spend in a turn without giving reasons (SR11); nil is B0 x 12000 bp.
  package var spendingCeiling: Money?
  /// How open its politics are (SR14).
  package var regime = Regime.open

  package init(
    id: StateID, label: String, doctrine: String, budget: Money, exposure: [BasisPoints],
    requirement: [Lots], stock: [Lots], economyReference: Money
  ) {
    self.id = id
    self.label = label
    self.doctrine = doctrine
    self.budget = budget
    self.exposure = exposure
    self.requirement = requirement
    self.stock = stock
    self.economyReference = economyReference
  }
}

/// How open the politics of a state are (SR14).
package enum Regime: String, Sendable, CaseIterable { case open, hybrid, closed }

/// A private objective: points for a condition on the record at the end of the game.
package struct PrivateCard: Sendable, Hashable {
  /// What it is worth when its condition holds, 1...2000.
  package var points: Int
  /// As the author wrote it; shown to its owner.
  package var source: String
  /// What must be true.
  package var condition: CardCondition

  package init(points: Int, source: String, condition: CardCondition) {
    self.points = points
    self.source = source
    self.condition = condition
  }
}

/// When and what a private card tests.
package struct CardCondition: Sendable, Hashable {
  /// When the condition is tested.
  package enum Moment: Sendable, Hashable {
    /// At the end of the last turn.
    case end
    /// At the end of the last turn; true at the start and can be lost.
    case keep
    /// At the end of every turn.
    case always
    /// At the end of the turn named, or of an earlier one.
    case by(turn: Int)
  }

  /// What has to hold: a comparison, or tests joined by `and`, `or` and `not`.
  package indirect enum Test: Sendable, Hashable {
    case compare(metric: CardMetric, comparison: Comparison, threshold: Int)
    case all([Test])
    case any([Test])
    case not(Test)
  }

  /// How a metric is compared with the threshold.
  package enum Comparison: String, Sendable, Hashable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
  }

  /// When it is tested.
  package var moment: Moment
  /// What is tested.
  package var test: Test

  package init(moment: Moment, test: Test) {
    self.moment = moment
    self.test = test
  }
}

/// A figure as a card writes it: `workshare(aster,canopy)`; names resolve against the scenario.
package struct CardMetric: Sendable, Hashable {
  /// The name of the metric: `workshare`.
  package var name: String
  /// Ids of states, programmes and the like, in the order written; may be empty.
  package var arguments: [String]
  package init(name: String, arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }
}
