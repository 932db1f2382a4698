package import EntenteModel

extension SessionState {
  /// Folds one event. Decides nothing: every number comes with the event, so a session of any age
  /// plays on any later engine.
  package mutating func evolve(_ event: Event, at time: Int) {
    self.time = max(self.time, time)
    switch event.fact {
    case .sessionCreated(let created):
      id = created.id
      title = created.title
      status = .lobby
    case .sessionStarted, .sessionPaused, .sessionResumed, .sessionClosed, .turnStarted,
      .phaseStarted, .phaseExtended, .readySet, .readyCleared:
      evolveClock(event.fact)
    case .memberJoined(let member, let seat, let name):
      memberPlaces[member] = members.count
      idsGiven[seat, default: 0] += 1
      members.append(Member(id: member, seat: seat, name: name))
      evolveSeat(seat, .members)
    case .seatAssigned(let seat, let holder): evolveSeat(seat, holder)
    case .offerTabled, .offerCountered, .offerSigned, .offerRefused, .dealRatified, .dealStanding,
      .dealChanged:
      evolveDealing(event.fact)
    case .changeTabled, .changeAnswered, .changePassed, .changeRatified, .changeSettled:
      evolveChange(event.fact)
    case .orderEntered(let entry): evolveOrder(entry)
    case .orderCancelled(let state, let id):
      guard let desk = scenario.index(of: state) else { return }
      desks[desk].orders.removeAll { $0.id == id }
    case .injectFired(let notice): evolveInject(notice, audience: event.audience)
    case .choiceMade(let inject, let state, let option):
      guard let place = fired.lastIndex(where: { $0.inject == inject }) else { return }
      fired[place].choices.removeAll { $0.state == state }
      fired[place].choices.append((state, option))
    case .worldSet(let next):
      if next.turn > world.turn {
        lastResolved = Resolved(before: world, orders: standingOrders, choices: standingChoices)
      }
      world = next
    case .messageSent(let message): evolveMessage(message)
    case .desk(let fact): evolveDesk(fact)
    case .codeIssued, .codeRevoked, .communiqueIssued, .accessionNoted, .dealDenounced,
      .dutyRecorded, .disputeOpened, .disputeSettled, .orderResolved, .turnResolved, .groupFound,
      .groupLost, .scoreFinal:
      break
    }
  }

  /// Folds events of one entry.
  package mutating func evolve(_ events: [Event], at time: Int) {
    for event in events { evolve(event, at: time) }
  }

  /// Gives a seat to somebody.
  mutating func evolveSeat(_ seat: SeatID, _ holder: SeatHolder) {
    seats[seat] = holder
    // The first seat of a state says who plays it.
    guard let state = seat.state.flatMap(scenario.index(of:)),
      seat == exercise.seat(of: state, role: 0)
    else { return }
    if case .bot(let doctrine) = holder {
      doctrines[state] = doctrine
    } else {
      doctrines[state] = nil
    }
  }

  private mutating func evolveClock(_ fact: Fact) {
    switch fact {
    case .sessionStarted: status = .running
    case .sessionPaused(_, let remaining, let until):
      status = .paused
      clock.resumesAt = until
      clock.remaining = remaining
      clock.deadline = nil
      clock.pausedAt = time
    case .sessionResumed(let deadline):
      status = .running
      clock.deadline = deadline
      clock.resumesAt = nil
      clock.remaining = nil
      let away = clock.pausedAt.map { max(0, time - $0) } ?? 0
      clock.pausedAt = nil
      clock.began += away
      whiteCell.postponeConferences(by: away)
    case .sessionClosed:
      status = .closed
      clock.deadline = nil
    case .turnStarted(let turn, _):
      self.turn = turn
      for desk in desks.indices {
        desks[desk].orders = []
        desks[desk].ordersEntered = 0
        desks[desk].offersThisTurn = 0
        desks[desk].spokenToBy = []
        desks[desk].spokeTo = []
      }
    case .phaseStarted(let phase, let deadline):
      self.phase = phase
      clock = PhaseClock()
      clock.deadline = deadline
      clock.began = time
      for desk in desks.indices { desks[desk].ready = [] }
    case .phaseExtended(let deadline, _): clock.deadline = deadline
    case .readySet(let seat):
      guard let desk = desk(of: seat) else { return }
      if !desks[desk].ready.contains(seat) { desks[desk].ready.append(seat) }
    case .readyCleared(let seat):
      guard let desk = desk(of: seat) else { return }
      desks[desk].ready.removeAll { $0 == seat }
    default: break
    }
  }

  private mutating func evolveOrder(_ entry: OrderEntry) {
    guard let desk = scenario.index(of: entry.state) else { return }
    desks[desk].ordersEntered += 1
    if let replaced = entry.replaces,
      let place = desks[desk].orders.firstIndex(where: { $0.id == replaced })
    {
      desks[desk].orders[place] = entry
    } else {
      desks[desk].orders.append(entry)
    }
  }

  private mutating func evolveInject(_ notice: InjectNotice, audience: Audience) {
    let states = scenario.states.map(\.id)
    var to: [StateID]
    switch audience {
    case .states(let named): to = named
    case .everybody: to = states
    case .seats, .facilitator, .nobody: to = []
    }
    if let some = notice.to { to = some }
    fired.append(FiredInject(inject: notice.inject, turn: notice.turn, to: to, choices: []))
    for state in to {
      guard let desk = scenario.index(of: state), let inject = inject(notice.inject) else {
        continue
      }
      if case .noOffer = inject.trigger { desks[desk].wasHinted = true }
    }
  }

  private mutating func evolveMessage(_ message: MessageSent) {
    if let conference = message.to.first, whiteCell.conference(conference) != nil {
      var next = whiteCell
      next.speak(message.from, in: conference)
      whiteCell = next
    }
    guard let from = message.from.state, let own = scenario.index(of: from) else { return }
    remember(message.to, from: own)
    for word in message.to {
      let state = SeatID(word).state ?? StateID(word)
      guard state != from, let desk = scenario.index(of: state) else { continue }
      if !desks[desk].spokenToBy.contains(from) { desks[desk].spokenToBy.append(from) }
      // A remark on a deal is no answer to what the other state said.
      if message.issue == nil, !desks[own].spokeTo.contains(state) {
        desks[own].spokeTo.append(state)
      }
    }
  }

  private func desk(of seat: SeatID) -> Int? { seat.state.flatMap(scenario.index(of:)) }

  /// The inject of the exercise with that id.
  package func inject(_ id: InjectID) -> Inject? { scenario.injects.first { $0.id == id } }

  /// The orders of the turn by state index, in entry order.
  package var standingOrders: [[Order]] { desks.map { $0.orders.map(\.order) } }
}

// MARK: - Dealing

extension SessionState {
  fileprivate mutating func evolveDealing(_ fact: Fact) {
    switch fact {
    case .offerTabled(let revision): table(revision)
    case .offerCountered(let revision):
      change(revision.deal) { negotiation, turn in
        negotiation.revisions.append(revision)
        negotiation.revisedTurn = turn
        negotiation.signed = revision.isSigned ? [revision.by] : []
        negotiation.declined = []
      }
    case .offerSigned(let deal, _, let by):
      change(deal) { negotiation, _ in
        negotiation.signed = (negotiation.signed + [by]).sorted()
      }
    case .offerRefused(let deal, let by, let reason, _):
      change(deal) { negotiation, _ in
        if reason == "declined", let by {
          negotiation.declined.append(by)
        } else {
          negotiation.status = .refused(reason)
        }
      }
    case .dealRatified(let deal, let by, _):
      change(deal) { negotiation, _ in
        negotiation.ratified = (negotiation.ratified + [by]).sorted()
      }
    case .dealChanged(let changed) where changed.status == "signed":
      change(changed.deal) { negotiation, turn in
        negotiation.status = .deal
        negotiation.signedTurn = turn
      }
    case .dealStanding(let standing): place(standing)
    default: break
    }
  }

  private mutating func table(_ revision: OfferRevision) {
    places[revision.deal] = negotiations.count
    negotiations.append(
      Negotiation(
        id: revision.deal, revisions: [revision], signed: revision.isSigned ? [revision.by] : [],
        ratified: [], status: .draft, tabledTurn: turn, revisedTurn: turn, signedTurn: nil))
    guard let desk = scenario.index(of: revision.by) else { return }
    desks[desk].offersTabled += 1
    desks[desk].offersThisTurn += 1
  }

  mutating func change(_ deal: DealID, _ body: (inout Negotiation, Int) -> Void) {
    guard let place = places[deal] else { return }
    body(&negotiations[place], turn)
  }

  private mutating func place(_ standing: DealStanding) {
    // Changed aside and put back whole: the box copies with every change.
    var next = world
    next.apply(standing.conclusion)
    for capital in standing.capital {
      next.states[capital.state].politicalCapital = capital.capital
      next.states[capital.state].politicalSpent = capital.spent
      next.states[capital.state].ledger.capitalForRatification = capital.forRatification
    }
    for sum in standing.money ?? [] { next.states[sum.state].treasury = sum.treasury }
    world = next
  }
}
