/// Where a state's inputs came from last, and what it has laid up of them (EQ13).
package struct SupplyStanding: Sendable, Hashable, Codable {
  /// SH, by input and supplier of the scenario, in bp that sum to 10000; where nothing came the
  /// shares of the turn before stand. Empty for an input that is plentiful.
  package var shares: [[BasisPoints]]
  /// RES by input; mU.
  package var reserves: [Lots]
  /// Reserves ordered and not there yet.
  package var coming: [ReserveArrival] = []
  /// What the state's lines asked for in the last resolution, by input; mU.
  package var requested: [Lots]

  /// Nothing is on its way and nothing was asked for; `reserves` has one entry an input.
  package init(shares: [[BasisPoints]], reserves: [Lots]) {
    self.shares = shares
    self.reserves = reserves
    requested = Array(repeating: 0, count: Input.count)
  }
}

// What a game does not play is left out of its record, so that records of earlier games are read as
// they were and keep their hashes.
extension StateStanding {
  /// Where its inputs come from, and what it has laid up of them.
  package var supply: SupplyStanding {
    get { inputs ?? .empty }
    set { inputs = newValue == .empty ? nil : newValue }
  }

  /// Turns in a row in which firms made a loss (EQ17).
  package var firmLossTurns: Int {
    get { lossTurns ?? 0 }
    set { lossTurns = newValue == 0 ? nil : newValue }
  }

  /// Exchanges of technology that run (SR15), ascending by domain, then partner.
  package var exchanges: [TechnologyExchange] {
    get { openExchanges ?? [] }
    set { openExchanges = newValue.isEmpty ? nil : newValue }
  }
}

extension SupplyStanding {
  /// Every input is plentiful and nothing is laid up.
  static let empty = SupplyStanding(
    shares: Array(repeating: [], count: Input.count),
    reserves: Array(repeating: 0, count: Input.count))
}

/// A reserve ordered and not there yet.
package struct ReserveArrival: Sendable, Hashable, Codable {
  /// Which input.
  package var input: Input
  /// How much; mU.
  package var lots: Lots
  /// The turn in whose R8 it is there.
  package var turn: Int
}

/// Firms that exchange technology of a domain with a partner state (SR15).
package struct TechnologyExchange: Sendable, Hashable, Codable {
  /// The domain.
  package var domain: Domain
  /// Index of the partner.
  package var partner: Int
  /// Turns it has run; each adds 300 bp of dependence on the partner.
  package var turns: Int
}

/// What others saw of an opaque state (SR9): its figures of one turn earlier.
package struct SeenFigures: Sendable, Hashable, Codable {
  /// IC by sector.
  package var capacity: [CapacityUnits]
  /// TR by domain.
  package var technology: [BasisPoints]
  /// CT by domain.
  package var civil: [BasisPoints]
  /// ORG; bp.
  package var organisation: BasisPoints
  /// WF; bp.
  package var workforce: BasisPoints
  /// EB1 to EB6; bp.
  package var barriers: [BasisPoints]
  /// STK by programme.
  package var stock: [Lots]
  /// RDY; bp.
  package var readiness: BasisPoints
  /// GAP; bp.
  package var gap: BasisPoints
  /// Own part of LAT; bp.
  package var ownLatent: BasisPoints
  /// LAT; bp.
  package var latent: BasisPoints
}

extension StateStanding {
  /// The figures others will see of the state one turn later.
  package var figuresToSee: SeenFigures {
    SeenFigures(
      capacity: capacity, technology: technology, civil: civil, organisation: organisation,
      workforce: workforce, barriers: barriers, stock: stock, readiness: outcome.readiness,
      gap: outcome.gap, ownLatent: outcome.ownLatent, latent: outcome.latent)
  }

  /// Puts the figures others see in the place of those the state has.
  package mutating func show(_ seen: SeenFigures) {
    capacity = seen.capacity
    technology = seen.technology
    civil = seen.civil
    organisation = seen.organisation
    workforce = seen.workforce
    barriers = seen.barriers
    stock = seen.stock
    commonStock = zip(commonStock, seen.stock).map { min($0, $1) }
    outcome.readiness = seen.readiness
    outcome.gap = seen.gap
    outcome.ownLatent = seen.ownLatent
    outcome.latent = seen.latent
  }
}
