import EntenteModel

// The short words that stand in tables and are typed in orders and terms.
extension Glossary {
  static let codes: [Entry] =
    Sector.allCases.map { Entry(word: $0.rawValue, meaning: "A sector: \($0.label).") }
    + Domain.allCases.map { Entry(word: $0.rawValue, meaning: "A technology: \($0.label).") }
    + Input.allCases.map { Entry(word: $0.rawValue, meaning: meaning(of: $0)) }
    + Layer.allCases.map { Entry(word: $0.rawValue, meaning: meaning(of: $0)) }
    + ThreatType.allCases.map { Entry(word: $0.rawValue, meaning: meaning(of: $0)) }
    + [
      Entry(
        word: Posture.cimic.rawValue,
        meaning: "A posture: civil firms serve defence as subcontractors."),
      Entry(
        word: Posture.mcf.rawValue,
        meaning: "A posture: civil and military fused, which goes further and costs more."),
      Entry(word: "cu", meaning: "Capacity unit: what lines are made of, a turn."),
    ]

  private static func meaning(of input: Input) -> String {
    switch input {
    case .seeker: "A scarce input: seekers."
    case .chips: "A scarce input: microchips."
    case .motor: "A scarce input: rocket motors."
    case .energetics: "A scarce input: explosives and propellants."
    case .materials: "A scarce input: raw materials."
    case .platform: "A scarce input: a large data or cloud company."
    }
  }

  private static func meaning(of layer: Layer) -> String {
    switch layer {
    case .tech: "A layer of interoperability: technical, whether equipment fits together."
    case .proc: "A layer of interoperability: procedural, whether habits and rules fit together."
    case .log: "A layer of interoperability: logistic, whether supply fits together."
    case .data: "A layer of interoperability: data, whether it can be shared."
    }
  }

  private static func meaning(of type: ThreatType) -> String {
    switch type {
    case .air: "A threat of a theatre: from the air."
    case .mar: "A threat of a theatre: at sea."
    case .land: "A threat of a theatre: on land."
    case .hyb: "A threat of a theatre: hybrid, below the threshold of war."
    }
  }
}
