/// A part of a figure that is explained by itself: one partner of several, one layer of four.
package enum FigurePart: Hashable, Sendable {
  case partner(Int)
  case sector(Sector)
  case layer(Layer)
  /// Own research, civil technology and the like.
  case source(Source)

  /// Where technology comes from.
  package enum Source: String, Sendable {
    case research = "own research"
    case civil = "civil technology"
    case transfer = "know-how of others"
    case joint = "joint programmes"
  }

  /// The word for people.
  package func words(in scenario: Scenario) -> String {
    switch self {
    case .partner(let state): scenario.states[state].id.text
    case .sector(let sector): sector.rawValue
    case .layer(.tech): "technical"
    case .layer(.proc): "procedures"
    case .layer(.log): "logistics"
    case .layer(.data): "data"
    case .source(let source): source.rawValue
    }
  }
}
