/// What a state can gain or lose by a text: the six terms of its score, its say, its independence.
/// The order is that of the score terms, then control and autonomy.
enum Interest: Int, CaseIterable, Sendable {
  case security, latent, cost, interoperability, technology, economy, control, autonomy

  /// What people call it: "4 points of security".
  var words: String {
    switch self {
    case .security: "security"
    case .latent: "latent strength"
    case .cost: "value for money"
    case .interoperability: "interoperability"
    case .technology: "technology"
    case .economy: "work and exports"
    case .control: "control"
    case .autonomy: "independence"
    }
  }

  /// What a state that cares for it most says it looks for.
  var aim: String {
    switch self {
    case .security: "what closes our gap soon"
    case .latent: "strength that lasts beyond these years"
    case .cost: "value for our money"
    case .interoperability: "forces that work together"
    case .technology: "a lead in technology"
    case .economy: "work and exports"
    case .control: "a say in what is made with our designs"
    case .autonomy: "not depending on one state"
    }
  }
}

/// How much each interest counts; the weights sum to 100.
struct Weights: Sendable {
  private let values: [Int]

  /// Weights in the order of `Interest`; they must sum to 100.
  init(_ values: Int...) {
    precondition(values.count == Interest.allCases.count, "one weight an interest")
    precondition(values.reduce(0, +) == 100, "the weights sum to 100")
    self.values = values
  }

  /// The weight of one interest, 0...100.
  subscript(interest: Interest) -> Int { values[interest.rawValue] }

  /// The interest that counts most; of equals the first.
  var first: Interest {
    Interest.allCases.max { (self[$0], -$0.rawValue) < (self[$1], -$1.rawValue) } ?? .security
  }
}
