extension Domain {
  /// What the code stands for, in words.
  package var label: String {
    switch self {
    case .ai: "artificial intelligence"
    case .aut: "autonomy"
    case .dat: "data"
    case .qtm: "quantum"
    case .cyb: "cyber"
    case .hyp: "hypersonics"
    case .und: "undersea"
    case .sen: "sensors"
    }
  }
}
