package import EntenteModel
package import EntenteSession

/// How much there is to agree on before anybody has moved: the deals of two and of three states
/// that the menu allows, which of them the rules let everybody sign, and which leave all better
/// off.
package struct DealSpaceReport: Sendable {
  /// The deals among so many states.
  package struct Size: Hashable, Sendable {
    /// Signatories, 2 or 3.
    package var parties: Int
    /// Texts of one or two clauses of the grid that bind all of them.
    package var possible: Int
    /// Of these, the ones whose signing was tried: all, or a sample.
    package var tried: Int
    /// Of the tried, the ones that all may sign and can ratify.
    package var feasible: Int
    /// Of the feasible, the ones that were looked ahead on: all, or a sample.
    package var valued: Int
    /// Of the valued, the ones that leave every signatory with a higher national score.
    package var better: Int
    /// Of the valued, the ones that no other deal of the same states betters for one of them
    /// without costing another.
    package var pareto: Int

    /// Whether the figures are those of a sample.
    package var isSampled: Bool { tried < possible || valued < feasible }
  }

  /// What a state can hope for.
  package struct Stake: Hashable, Sendable {
    package var state: StateID
    /// National score at the horizon without any deal, bp.
    package var without: Int
    /// The highest with one deal among those that leave all signatories better off, bp; the same as
    /// `without` where there is none.
    package var best: Int
    /// The terms of that deal; empty where there is none.
    package var terms: String
  }

  package internal(set) var sizes: [Size] = []
  package internal(set) var stakes: [Stake] = []
  /// Turns looked ahead.
  package internal(set) var horizon = 0

  /// Texts tried for signing, for each number of parties.
  package static let triedMax = 6_000
  /// Texts looked ahead on, for each number of parties, unless told.
  package static let valuedUsual = 300
  /// What samples are drawn by: the same every time, so that two versions of an exercise compare.
  static let seed: UInt64 = 20_240_917

  /// Surveys the opening position of an exercise. `valuedMax` bounds the work: looking ahead is
  /// what takes time.
  package static func survey(
    _ exercise: Exercise, valuedMax: Int = valuedUsual, progress: (Int) -> Void = { _ in }
  ) -> DealSpaceReport {
    var survey = DealSurvey(exercise, valuedMax: valuedMax)
    var done = 0
    for parties in 2...3 {
      survey.run(parties: parties) {
        done += 1
        progress(done)
      }
    }
    return survey.report
  }
}
