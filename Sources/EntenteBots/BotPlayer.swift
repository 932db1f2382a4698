import EntenteModel
package import EntenteSession

/// Plays all seats of a state by a doctrine: by rule, without chance, with nothing but what the
/// state sees. The same view brings the same moves.
package struct BotPlayer: Sendable {
  private let doctrine: Doctrine
  private let patience: Patience

  /// The names of all doctrines, in the order of the table.
  package static let doctrines = Doctrine.Kind.allCases.map(\.rawValue)

  /// A bot of the doctrine an exercise names, one of those in the catalogue; a name that is none of
  /// them plays `broker-swing`, which has no side of its own.
  package init(doctrine: String, patience: Patience = .patient) {
    self.doctrine = Doctrine.of(Doctrine.Kind(rawValue: doctrine) ?? .brokerSwing)
    self.patience = patience
  }

  /// What the bot does now, in order; empty where it has nothing to do. Ask again after the moves:
  /// it gives one answer or offer at a time. A remark is only said if the move before it was taken.
  package func moves(_ view: SeatView) -> [BotMove] {
    let gap = view.world.states[view.index].outcome.gap
    return Delegation(view, doctrine: doctrine.acting(gap: gap), patience: patience).moves()
  }

  /// The states of an exercise in the order in which their bots should be asked: in turn 1 those
  /// with scripted openings first, as the exercise lists them, then all others ascending.
  package static func order(in exercise: Exercise, turn: Int) -> [Int] {
    let all = Array(exercise.scenario.states.indices)
    guard turn == 1 else { return all }
    var first: [Int] = []
    for opening in exercise.openings {
      if let state = exercise.scenario.index(of: opening.from), !first.contains(state) {
        first.append(state)
      }
    }
    return first + all.filter { !first.contains($0) }
  }
}
