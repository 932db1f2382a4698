package import EntenteModel

/// When the events of a list would have come in a session that was played: its scheduled turns, and
/// its conditions asked of the record at the moments at which play asks them. The session itself
/// goes on as it did, so what an event would have changed is not in it.
package struct InjectDryRun {
  /// How an event would have come.
  package struct Firing: Hashable, Sendable {
    /// From 1.
    package var turn: Int
    package var phase: Phase
    /// States it would have gone to, ascending; empty is all.
    package var to: [StateID]

    package init(turn: Int, phase: Phase, to: [StateID]) {
      self.turn = turn
      self.phase = phase
      self.to = to
    }
  }

  /// The events, in the order of their list.
  package let injects: [Inject]
  /// By event; nothing where it would not have come.
  package private(set) var firings: [InjectID: Firing] = [:]
  private var turn = 0
  /// Teams of people without an offer, as they stood before the last entry.
  private var idle: [StateID] = []

  package init(injects: [Inject]) { self.injects = injects }

  /// Looks at the session after each of its entries, in order.
  package mutating func observe(_ state: SessionState) {
    if state.turn != turn {
      turn = state.turn
      for inject in injects {
        if let readers = readers(of: inject, in: state) { fire(inject, in: .report, to: readers) }
      }
      idle = []
    }
    for inject in injects {
      guard case .noOffer(let wanted, let seconds) = inject.trigger, wanted == turn,
        firings[inject.id] == nil, state.exercise.phases.covers(state.phase, .negotiate)
      else { continue }
      if let hinted = hinted(in: state) {
        fire(inject, in: .negotiate, to: hinted)
      } else if state.clock.began + seconds * 1000 <= state.time, !idle.isEmpty {
        fire(inject, in: .negotiate, to: idle)
      }
    }
    idle = state.scenario.states.map(\.id).filter { state.isHuman($0) && !state.hasOffer($0) }
  }

  /// The teams that this session's own hint went to this turn: where no clock runs it follows a
  /// first `READY` without an offer.
  private func hinted(in state: SessionState) -> [StateID]? {
    state.fired.first { fired in
      guard fired.turn == turn, case .noOffer? = state.inject(fired.inject)?.trigger else {
        return false
      }
      return !fired.to.isEmpty
    }?.to
  }

  /// Whom an event comes to at the start of this turn, chance being kind; nil where it does not.
  private func readers(of inject: Inject, in state: SessionState) -> [StateID]? {
    switch inject.trigger {
    case .turn(let wanted) where wanted == turn: state.asked(inject, through: turn - 1)
    case .metric where turn > 1: state.asked(inject, through: turn - 1)
    case .turn, .metric, .noOffer, .manual: nil
    }
  }

  private mutating func fire(_ inject: Inject, in phase: Phase, to states: [StateID]) {
    guard firings[inject.id] == nil else { return }
    firings[inject.id] = Firing(turn: turn, phase: phase, to: states)
  }
}
