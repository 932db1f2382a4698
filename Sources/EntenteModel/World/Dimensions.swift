// The fixed dimensions of the model. Their order is the order of every array that is indexed by
// them.

/// Industrial sectors, in the order of the threat matrix.
package enum Sector: String, CaseIterable, Sendable, Codable {
  case mun, amd, str, uas, nav, isr
  /// Length of an array by sector.
  package static let count = 6
  /// Position in arrays by sector.
  package var index: Int {
    switch self {
    case .mun: 0
    case .amd: 1
    case .str: 2
    case .uas: 3
    case .nav: 4
    case .isr: 5
    }
  }
}

/// Technology domains, in the order of state cards.
package enum Domain: String, CaseIterable, Sendable, Codable {
  case ai, aut, dat, qtm, cyb, hyp, und, sen
  /// Length of an array by domain.
  package static let count = 8
  /// Position in arrays by domain.
  package var index: Int {
    switch self {
    case .ai: 0
    case .aut: 1
    case .dat: 2
    case .qtm: 3
    case .cyb: 4
    case .hyp: 5
    case .und: 6
    case .sen: 7
    }
  }
  /// The sector whose capacity bounds this domain in the latent capability (EQ25).
  package var sector: Sector {
    switch self {
    case .ai, .dat, .qtm, .cyb: .isr
    case .aut: .uas
    case .hyp: .str
    case .und: .nav
    case .sen: .amd
    }
  }
}

/// Supply nodes of EQ13.
package enum Input: String, CaseIterable, Sendable, Codable {
  case seeker, chips, motor, energetics, materials, platform
  /// Length of an array by input.
  package static let count = 6
}

/// Layers of interoperability of a pair, in the order of EQ20.
package enum Layer: String, CaseIterable, Sendable, Codable {
  case tech, proc, log, data
  /// Length of an array by layer.
  package static let count = 4
  /// Position in arrays by layer.
  package var index: Int {
    switch self {
    case .tech: 0
    case .proc: 1
    case .log: 2
    case .data: 3
    }
  }
}

/// What a theatre is threatened by; chooses the row of the threat matrix.
package enum ThreatType: String, CaseIterable, Sendable, Codable { case air, mar, land, hyb }

/// How a state brings civil technology into its programmes (EQ16).
package enum Posture: String, CaseIterable, Sendable, Codable { case none, cimic, mcf }

/// Who decides in a joint programme; sets the drag of EQ4, EQ5 and EQ9.
package enum Governance: String, CaseIterable, Sendable, Codable {
  case lead, consortium, unanimity
}
