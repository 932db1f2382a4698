import EntenteModel

extension SessionState {
  /// When the clock has something to do next, milliseconds since the epoch; nil if only people can
  /// move the session on.
  package var nextDue: Int? {
    if status == .paused { return clock.resumesAt }
    guard status == .running else { return nil }
    return [clock.deadline, hintDue, conferenceDue].compactMap(\.self).min()
  }

  /// When the teams without an offer get the hint of the exercise.
  private var hintDue: Int? {
    guard exercise.phases.advance == .clock, exercise.phases.covers(phase, .negotiate) else {
      return nil
    }
    for inject in scenario.injects {
      if case .noOffer(let turn, let seconds) = inject.trigger, turn == self.turn,
        !hasFired(inject.id), whiteCell.plans[inject.id] == nil
      {
        return clock.began + seconds * 1000
      }
    }
    return nil
  }

  func tick(at time: Int, rules: Rules) throws(Refusal) -> [Event] {
    guard let due = nextDue, due <= time else {
      throw .notNow(phase: phase.rawValue, need: "a deadline", sentence: "Nothing is due.")
    }
    if status == .paused {
      return [Event(.everybody, .sessionResumed(deadline: clock.remaining.map { time + $0 }))]
    }
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.endConferences(all: false)
    if let deadline = clock.deadline, deadline <= time {
      deliberation.endPhase()
    } else if let hint = hintDue, hint <= time {
      deliberation.hintTeamsWithoutOffer()
    }
    return deliberation.events
  }

  func decideReady(by speaker: Speaker, at time: Int, rules: Rules) throws(Refusal) -> [Event] {
    try require(.ready, of: speaker)
    if desks[speaker.index].ready.contains(speaker.seat) {
      throw .already(
        what: "ready", sentence: "You are ready for the end of \(phase); UNREADY takes it back.")
    }
    var deliberation = Deliberation(self, at: time, rules: rules)
    if exercise.phases.advance == .ready, let inject = hint(for: speaker.state) {
      deliberation.fire(inject, to: [speaker.state])
      return deliberation.events
    }
    deliberation.emit(.everybody, .readySet(speaker.seat))
    if exercise.phases.advance == .ready, deliberation.state.everybodyIsReady {
      deliberation.endPhase()
    }
    return deliberation.events
  }

  func decideUnready(by speaker: Speaker) throws(Refusal) -> [Event] {
    guard desks[speaker.index].ready.contains(speaker.seat) else {
      throw .already(what: "unready", sentence: "You had not said READY in this phase.")
    }
    return [Event(.everybody, .readyCleared(speaker.seat))]
  }

  /// Whether every person who may say `READY` has.
  package var everybodyIsReady: Bool {
    let awaited = seatsToBeReady
    return !awaited.isEmpty
      && awaited.allSatisfy { seat in
        guard let desk = seat.state.flatMap(scenario.index(of:)) else { return false }
        return desks[desk].ready.contains(seat)
      }
  }

  /// The hint a state without an offer should get now, once.
  func hint(for state: StateID) -> Inject? {
    guard let desk = scenario.index(of: state), !desks[desk].wasHinted,
      exercise.phases.covers(phase, .negotiate), !hasOffer(state)
    else { return nil }
    return scenario.injects.first {
      if case .noOffer(let turn, _) = $0.trigger {
        turn == self.turn && whiteCell.plans[$0.id] == nil
      } else {
        false
      }
    }
  }

  /// Whether a state has tabled, countered or signed anything.
  func hasOffer(_ state: StateID) -> Bool {
    negotiations.contains { $0.hasHand(of: state) }
  }
}

extension Deliberation {
  mutating func hintTeamsWithoutOffer() {
    for card in state.scenario.states where state.isHuman(card.id) {
      if let inject = state.hint(for: card.id) { fire(inject, to: [card.id]) }
    }
    // Fired to nobody still counts as fired, else the clock would look for ever.
    for inject in state.scenario.injects {
      if case .noOffer(let turn, let seconds) = inject.trigger, turn == state.turn,
        state.clock.began + seconds * 1000 <= time, state.whiteCell.plans[inject.id] == nil,
        !state.fired.contains(where: { $0.inject == inject.id })
      {
        emit(.nobody, .injectFired(notice(of: inject, for: [])))
      }
    }
  }

  /// Starts a turn: its number, what happens at its start, its first phase.
  mutating func beginTurn(_ turn: Int) {
    emit(.everybody, .turnStarted(turn: turn, of: state.scenario.parameters.turns))
    for inject in state.scenario.injects where state.isDue(inject, atStartOf: turn) {
      fire(inject, to: state.addressees(of: inject, through: turn - 1))
    }
    begin(state.exercise.phases.first)
  }

  mutating func begin(_ phase: Phase) {
    let deadline: Int? =
      switch state.exercise.phases.length(of: phase) {
      case .seconds(let seconds): time + seconds * 1000
      case .open, .absent: nil
      }
    emit(.everybody, .phaseStarted(phase: phase, deadline: deadline))
  }

  /// Ends the phase: what lapses with it, then the next one, the resolution or the next turn.
  mutating func endPhase() {
    let plan = state.exercise.phases
    checkExpectations(through: Phase.allCases.filter { plan.covers(state.phase, $0) })
    let last = state.turn >= state.scenario.parameters.turns && state.world.turn > state.turn
    if last, plan.next(after: state.phase) == nil { return debrief() }
    if plan.covers(state.phase, .negotiate) {
      lapseOffers()
      lapseChanges(atEndOf: .negotiate)
      endConferences(all: true)
    }
    if plan.covers(state.phase, .ratify) {
      lapseChanges(atEndOf: .ratify)
      lapseDeals()
    }
    guard let next = plan.next(after: state.phase) else { return beginTurn(state.turn + 1) }
    if next != .resolve { return begin(next) }
    emit(.everybody, .phaseStarted(phase: .resolve, deadline: nil))
    resolve()
    settleChanges()
    checkExpectations(through: [.resolve])
    let isOver = state.turn >= state.scenario.parameters.turns
    if plan.exists(.review) { return begin(.review) }
    if isOver { return debrief() }
    beginTurn(state.turn + 1)
  }

  /// After the last turn: solo play closes by itself, a class stays open for the hot wash.
  private mutating func debrief() {
    if state.exercise.format == "solo" {
      emit(.everybody, .sessionClosed(reason: "played"))
    } else if state.phase != .review || state.clock.deadline != nil {
      emit(.everybody, .phaseStarted(phase: .review, deadline: nil))
    }
  }

  /// Tells an event of the exercise to those it is for, and puts its effects into the world.
  mutating func fire(_ inject: Inject, to addressed: [StateID]) {
    let all = state.scenario.states.map(\.id)
    let audience: Audience =
      addressed.isEmpty || addressed.count == all.count || inject.isPublic
      ? .everybody : .states(addressed.sorted())
    emit(audience, .injectFired(notice(of: inject, for: addressed, heardBy: audience)))
    guard !inject.effects.isEmpty else { return }
    let targets = (addressed.isEmpty ? all : addressed).compactMap(state.scenario.index(of:))
    var world = state.world
    world.apply(inject.effects, of: inject.id, to: targets, scenario: state.scenario)
    emit(.nobody, .worldSet(world))
  }

  private func notice(
    of inject: Inject, for addressed: [StateID], heardBy audience: Audience = .nobody
  ) -> InjectNotice {
    let all = state.scenario.states.map(\.id)
    // Everybody hears it, and some may answer.
    let isForSome =
      audience == .everybody && !inject.options.isEmpty
      && !addressed.isEmpty && addressed.count < all.count
    return InjectNotice(
      inject: inject.id, turn: state.turn, title: inject.title, from: inject.from,
      text: state.filledIn(inject.body, for: addressed),
      options: state.options(of: inject, for: addressed.isEmpty ? all : addressed),
      to: isForSome ? addressed.sorted() : nil)
  }

  /// Offers nobody revised since last turn lapse at the end of negotiation.
  private mutating func lapseOffers() {
    for negotiation in state.negotiations
    where negotiation.isOpen
      && Lifecycle.offerLapses(
        revisionTurn: negotiation.revisedTurn, atEndOfNegotiateOf: state.turn)
    {
      emit(
        .states(negotiation.parties),
        .offerRefused(deal: negotiation.id, by: nil, reason: "lapsed", why: ""))
    }
  }

  /// Signed deals that were not ratified within two turns lapse.
  private mutating func lapseDeals() {
    for deal in state.world.deals
    where Lifecycle.lapses(deal, atEndOfRatifyOf: state.turn) {
      let ended = Lifecycle.lapsed(deal, in: state.world)
      emit(.nobody, .dealStanding(DealStanding(Conclusion(deal: ended))))
      emit(state.audience(of: ended.text), .dealChanged(ended.notice("ended", reason: "lapsed")))
    }
  }
}

extension SessionState {
  func isDue(_ inject: Inject, atStartOf turn: Int) -> Bool {
    if let plan = whiteCell.plans[inject.id] {
      return plan.time == .turn && plan.turn == turn && !hasFired(inject.id)
    }
    let came = fired.filter { $0.inject == inject.id }.map(\.turn)
    guard inject.recurrence.allows(turn, after: came), draws(inject, atStartOf: turn) else {
      return false
    }
    switch inject.trigger {
    case .turn(let wanted):
      return (turn == wanted || !came.isEmpty && turn > wanted)
        && asked(inject, through: turn - 1) != nil
    case .metric: return turn > 1 && asked(inject, through: turn - 1) != nil
    case .noOffer, .manual: return false
    }
  }

  /// Whether an event of the exercise has come.
  func hasFired(_ inject: InjectID) -> Bool { fired.contains { $0.inject == inject } }

  /// The state that trusts another most; of equals the lower handle.
  func nearestPartner(of id: StateID) -> StateID? {
    guard let own = scenario.index(of: id) else { return nil }
    let others = scenario.states.indices.filter { $0 != own }
    return others.max { one, other in
      (world.trust(of: one, in: own), other) < (world.trust(of: other, in: own), one)
    }.map { scenario.states[$0].id }
  }

  /// Who may read that a deal's status changed.
  func audience(of text: DealText) -> Audience {
    switch text.visibility {
    case .public, .parties: .everybody
    case .secret(let until): turn >= until ? .everybody : .states(text.parties)
    }
  }
}

extension Deal {
  /// What may be told of a change of status: no parameters.
  func notice(_ status: String, reason: String? = nil) -> DealNotice {
    DealNotice(
      deal: id, status: status, parties: text.parties, keywords: text.clauses.map(\.kind.rawValue),
      reason: reason, activeFrom: activeFrom)
  }
}
