/// What a state has and is.
package struct StateStanding: Sendable, Hashable, Codable {
  /// TRE; $k.
  package var treasury: Money
  /// B0; $k a turn.
  package var budget: Money
  /// IC by sector.
  package var capacity: [CapacityUnits]
  /// Growth on its way: usable from the turn named.
  package var growing: [CapacityArrival]
  /// FAT by sector.
  package var fatigue: [BasisPoints]
  /// UT by sector, of the last resolution.
  package var utilisation: [BasisPoints]
  /// WF; bp.
  package var workforce: BasisPoints
  /// TR by domain.
  package var technology: [BasisPoints]
  /// CT by domain.
  package var civil: [BasisPoints]
  /// ORG; bp.
  package var organisation: BasisPoints
  /// CONN; bp.
  package var connections: BasisPoints
  /// PNP; bp.
  package var plugAndPlay: BasisPoints
  /// EB1 to EB6; bp.
  package var barriers: [BasisPoints]
  /// NF, civil firms that take part; a count.
  package var firms: Int
  /// MCFp.
  package var posture: Posture
  /// MCFm; bp.
  package var maturity: BasisPoints
  /// BNt; bp.
  package var contentThreshold: BasisPoints
  /// XC; bp.
  package var exportStrictness: BasisPoints
  /// SEC; bp.
  package var security: BasisPoints
  /// PC; bp.
  package var politicalCapital: BasisPoints
  /// Political capital spent since the last resolution (ratifications), for EQ23 and EQ29.
  package var politicalSpent: BasisPoints
  /// ETH; bp.
  package var ethics: BasisPoints
  /// ASYM; bp.
  package var asymmetric: BasisPoints
  /// By programme.
  package var stock: [Lots]
  /// Stock that counts as common equipment, by programme; never above `stock`.
  package var commonStock: [Lots]
  /// By programme.
  package var requirement: [Lots]
  /// Budget orders of the last turn, in order, for habit.
  package var lastBudgetOrders: [Order]
  /// Turn in which a lever with a pause was last used, by keyword word.
  package var leverUsed: [LeverUse]
  /// Figures of the last resolution.
  package var outcome: Outcome
  /// Running sums.
  package var ledger: Ledger
  /// Standing offers by the order `sell`, ascending by programme.
  package var offers: [SellOffer] = []
  /// Strict, standard or loose; the word of the order `human-control`.
  package var humanControl = "standard"
  /// The turn from which the order `framework` is in effect.
  package var frameworkFrom: Int?
  /// Posture cimic or mcf was in effect for a turn before.
  package var hasAdopted = false
  /// Prototype tokens (EQ18).
  package var tokens = 0
  /// What stands in `supply`; nil where that is empty.
  package var inputs: SupplyStanding?
  /// What stands in `firmLossTurns`; nil is none.
  package var lossTurns: Int?
  /// The turn in which the posture changed last.
  package var postureChanged: Int?
  /// What stands in `exchanges`; nil is none.
  package var openExchanges: [TechnologyExchange]?
  /// What others see of it where its card says `opaque` (SR9).
  package var seen: SeenFigures?
}

/// Finished lots a state offers to others until it changes its mind.
package struct SellOffer: Sendable, Hashable, Codable {
  /// What a buyer pays for a lot.
  package enum Price: Sendable, Hashable, Codable {
    /// Unit cost of the turn.
    case cost
    /// C0.
    case list
    case money(Money)
  }
  /// Index of the programme offered.
  package var programme: Int
  /// mU a turn.
  package var lots: Lots
  /// What a lot costs.
  package var price: Price
  /// States it is made to, ascending; empty is all.
  package var to: [Int]
  /// First turn in which others may buy.
  package var fromTurn: Int
}

/// Capacity ordered and not there yet.
package struct CapacityArrival: Sendable, Hashable, Codable {
  /// Its sector.
  package var sector: Sector
  /// How much.
  package var amount: CapacityUnits
  /// The first turn in which it can be used.
  package var turn: Int
}

/// A lever that may only be used again after a pause.
package struct LeverUse: Sendable, Hashable, Codable {
  /// The word people type.
  package var keyword: OrderKeyword
  /// The partner, where the pause runs by partner.
  package var object: Int?
  /// The turn in which it was used last.
  package var turn: Int
}
