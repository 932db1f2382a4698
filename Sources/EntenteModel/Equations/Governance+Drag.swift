extension Governance {
  /// `g` of EQ4 and EQ9: how much of the drag of many partners is felt; bp.
  package var drag: BasisPoints {
    switch self {
    case .lead: 5_000
    case .consortium: 10_000
    case .unanimity: 15_000
    }
  }

  /// `gd` of EQ5: how much of the square-root rule applies; bp.
  package var developmentDrag: BasisPoints {
    switch self {
    case .lead: 5_000
    case .consortium: 7_500
    case .unanimity: 10_000
    }
  }
}
