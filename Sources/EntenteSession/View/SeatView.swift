package import EntenteModel

/// What one seat's state may know, as values: the world with everything hidden taken out, the
/// offers it is named in, its own orders. Previews and bots read nothing else, so what a seat may
/// not see changes no byte it gets.
package struct SeatView: Sendable {
  package let exercise: Exercise
  package let state: StateID
  /// Index of the state in the scenario.
  package let index: Int
  /// Turn being played, from 1; 0 in the lobby.
  package let turn: Int
  package let phase: Phase
  package let world: World
  /// Offers and deals the state is named in.
  package let negotiations: [Negotiation]
  package let orders: [OrderEntry]
  /// Offers the state first tabled this turn, and how many it may.
  package let offersThisTurn: Int
  /// Offers the state may first table in this turn.
  package let proposalLimit: Int
  /// Choices that wait for the state: inject and its options, the default first.
  package let choices: [(inject: InjectID, options: [String])]
  /// States that spoke to this one this turn and had no answer, in order.
  package let unanswered: [StateID]
  /// States that bots play, ascending; everybody sees which those are.
  package let bots: [StateID]
  /// Whether offers may be tabled, signed and refused now.
  package let canNegotiate: Bool
  /// Whether deals may be ratified now.
  package let canRatify: Bool
  /// Whether orders may be given now.
  package let canOrder: Bool

  /// The scenario of the exercise.
  package var scenario: Scenario { exercise.scenario }

  /// The offer or deal, if the state is named in it.
  package func negotiation(_ deal: DealID) -> Negotiation? {
    negotiations.first { $0.id == deal }
  }
}

extension SessionState {
  /// The view of a state of the exercise.
  package func view(for index: Int) -> SeatView {
    let state = scenario.states[index].id
    let waiting = fired.filter { fired in
      fired.turn == turn && fired.to.contains(state)
        && !fired.choices.contains { $0.state == state }
    }
    return SeatView(
      exercise: exercise, state: state, index: index, turn: turn, phase: phase,
      world: world(as: index),
      negotiations: negotiations.filter { $0.parties.contains(state) }.map { $0.seen(by: state) },
      orders: desks[index].orders, offersThisTurn: desks[index].offersThisTurn,
      proposalLimit: proposalLimit(of: index),
      choices: waiting.compactMap { fired in
        guard let inject = inject(fired.inject), !inject.options.isEmpty else { return nil }
        return (fired.inject, options(of: inject, for: [state]))
      },
      unanswered: desks[index].spokenToBy.filter { !desks[index].spokeTo.contains($0) },
      bots: scenario.states.map(\.id).filter { doctrine(of: $0) != nil },
      canNegotiate: isNow(.negotiate), canRatify: isNow(.ratify),
      canOrder: isNow(.negotiate, .ratify, .orders))
  }

  /// The world as a state may know it. Fog and secrets are lifted when the session is open to all.
  package func world(as index: Int) -> World {
    isOpenToAll ? world : Veil(index, world: world, scenario: scenario).veiledWorld()
  }
}
