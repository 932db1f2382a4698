import EntenteSession
import Testing

@testable import EntenteBots
@testable import EntenteModel

/// Things of the introductory exercise at the start of its first negotiation.
struct Bench {
  let game: Rehearsal

  /// `people` sit for the states named, bots for the others; no bot has moved yet.
  init(_ format: String = "solo", people: [StateID] = []) throws {
    game = try Rehearsal(try FirstAccord.exercise(format), people: people)
  }

  var exercise: Exercise { game.state.exercise }

  /// What a state sees.
  func view(_ state: StateID) throws -> SeatView {
    game.state.view(for: try #require(game.state.scenario.index(of: state)))
  }

  /// An appraiser for a state, by the doctrine of its card unless another is named.
  func appraiser(_ state: StateID, _ kind: Doctrine.Kind? = nil) throws -> Appraiser {
    let view = try view(state)
    let named = Doctrine.Kind(rawValue: game.state.scenario.states[view.index].doctrine)
    return Appraiser(
      view, doctrine: Doctrine.of(try #require(kind ?? named)), patience: .patient)
  }

  /// The text that terms make between states, the first of which sends them.
  func text(_ parties: [StateID], _ terms: String, everyClause: Bool = false) throws -> DealText {
    var vocabulary = exercise.vocabulary
    if everyClause { vocabulary.clauses = ClauseKind.allCases }
    vocabulary.turn = game.state.turn
    let read = TermsParser.parse(
      terms, sender: parties[0], addressees: Array(parties.dropFirst()), vocabulary: vocabulary)
    return try #require(read.text, "\(read.findings.map(\.sentence))")
  }

  /// A look ahead without effects, for lines that only read the text.
  static func emptyPreview(of text: DealText) -> PreviewResult {
    PreviewResult(
      horizon: 4, gates: [], costs: [], parties: [], leaks: [], duties: [], warnings: [],
      refusals: [], assumptions: [])
  }
}
