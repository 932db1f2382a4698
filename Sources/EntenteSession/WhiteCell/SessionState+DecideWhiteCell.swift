import EntenteModel

// What the facilitator does from the desk.
extension SessionState {
  func decideWhiteCell(
    _ command: DeskCommand, by actor: Actor, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    switch command {
    case .take(let id, let owner): return try decideTake(id, owner: owner, by: actor)
    case .rule(let request): return try decideRuling(request)
    case .annotate(let about, let text):
      try checkAbout(about)
      try requireText(text)
      let note = Note(about: about, text: text, by: actor.person)
      return [Event(.facilitator, .desk(.noteWritten(note)))]
    case .observe(var observation):
      observation.by = actor.person
      return try decideObservation(observation)
    case .override(let figure, let value, let why):
      return try decideOverride(figure, value, why: why)
    case .sendInject(let id, let to, let text):
      return try decideInject(id, to: to, text: text, at: time, rules: rules)
    case .tell(let title, let from, let to, let text):
      return try decideTelling(title, from: from, to: to, text, at: time, rules: rules)
    case .plan(let plan): return try decidePlan(plan)
    case .move(let member, let seat):
      return goingOn(try decideMove(member, to: seat), at: time, rules: rules)
    case .remove(let id, let why):
      let member = try person(id)
      return goingOn(
        [
          Event(
            .everybody,
            .desk(.memberRemoved(MemberRemoval(member: id, seat: member.seat, why: why))))
        ], at: time, rules: rules)
    case .setBot(let state, let doctrine):
      return goingOn(try decideBot(state, doctrine), at: time, rules: rules)
    case .setPermission(let change):
      return goingOn(try decidePermission(change), at: time, rules: rules)
    case .fork(let id, let parent, let title):
      let fork = Fork(
        id: id, parent: parent, turn: turn, title: title, remaining: lengthOfPhase)
      return [Event(.everybody, .desk(.sessionForked(fork)))]
    default: preconditionFailure("decided before")
    }
  }

  /// The events, and the end of the phase if it waited for nobody but who is not awaited any more.
  private func goingOn(_ events: [Event], at time: Int, rules: Rules) -> [Event] {
    let wasReady = everybodyIsReady
    var deliberation = Deliberation(self, at: time, rules: rules)
    for event in events { deliberation.emit(event.audience, event.fact) }
    if status == .running, exercise.phases.advance == .ready, !wasReady,
      deliberation.state.everybodyIsReady
    {
      deliberation.endPhase()
    }
    return deliberation.events
  }

  /// How long the phase lasts, in milliseconds; nil where it has no clock.
  private var lengthOfPhase: Int? {
    if case .seconds(let seconds) = exercise.phases.length(of: phase) { return seconds * 1000 }
    return nil
  }

  private func requireText(_ text: String) throws(Refusal) {
    guard text.isEmpty else { return }
    throw .badArgument(name: "text", value: "", allowed: "a text after the colon")
  }

  private func checkAbout(_ about: String) throws(Refusal) {
    if about.isEmpty || about.hasPrefix("event ") { return }
    _ = try ticket(about)
  }

  /// The team hears that somebody looks after its ticket.
  private func decideTake(
    _ id: String, owner: String?, by actor: Actor
  ) throws(Refusal) -> [Event] {
    let asked = try ticket(id)
    let name = owner ?? actor.person.flatMap(member)?.name ?? "The facilitator"
    guard name.count <= Self.nameLimit else {
      throw .badArgument(name: "owner", value: name, allowed: "1 to \(Self.nameLimit) characters")
    }
    guard asked.isOpen else {
      throw .already(what: id, sentence: "\(id) is answered; RULE \(id) says another word on it.")
    }
    guard asked.owner != name else {
      throw .already(what: id, sentence: "\(name) has \(id) already.")
    }
    let audience: Audience = asked.ticket.seat.state.map { .states([$0]) } ?? .facilitator
    return [Event(audience, .desk(.ticketTaken(TicketTaken(ticket: id, owner: name))))]
  }

  /// The ticket of an id.
  package func ticket(_ id: String) throws(Refusal) -> WhiteCell.Case {
    if let found = whiteCell.cases.first(where: { $0.ticket.id == id }) { return found }
    throw .noSuch(
      what: "ticket", id: id, near: NearestWord.find(id, among: whiteCell.cases.map(\.ticket.id)))
  }

  private func decideRuling(_ request: RulingRequest) throws(Refusal) -> [Event] {
    let asked = try ticket(request.ticket)
    try requireText(request.text)
    var ruling = Ruling(
      ticket: request.ticket, outcome: request.outcome, award: request.award, text: request.text)
    if let chance = request.chance {
      ruling.chance = chance
      let drawn = draw(for: asked.ticket)
      ruling.drawn = drawn
      ruling.outcome = drawn < chance.value ? .granted : .refused
    }
    var events = [
      Event(try audience(of: request.to, andOf: asked.ticket), .desk(.ticketRuled(ruling)))
    ]
    if let award = request.award {
      events.append(Event(.nobody, .worldSet(try world(with: award, for: asked.ticket))))
    }
    return events
  }

  /// A number 0...9999 that only the seed and the ticket decide, so nothing else can move it.
  private func draw(for ticket: Ticket) -> Int {
    let state = ticket.seat.state.flatMap(scenario.index(of:)) ?? 0
    let number = ticket.id.lastIndex(of: "q").flatMap { Int(ticket.id[$0...].dropFirst()) } ?? 0
    return KeyedDraw.draw(
      seed: UInt64(seed & Int.max), turn: turn, stream: Self.rulingStream,
      entity: state * 65_536 + number, sides: 10_000)
  }

  /// The purpose of draws for rulings.
  private static var rulingStream: Int { 0xA5 }

  private func audience(
    of words: [String], andOf ticket: Ticket
  ) throws(Refusal) -> Audience {
    let asker = ticket.seat.state.map { [$0] } ?? []
    if words.isEmpty { return .states(asker) }
    if words.contains("all") { return .everybody }
    var states = asker
    for word in words {
      guard scenario.index(of: StateID(word)) != nil else {
        throw .noSuch(
          what: "state", id: word,
          near: NearestWord.find(word, among: scenario.states.map(\.id.text) + ["all"]))
      }
      states.append(StateID(word))
    }
    return .states(Set(states).sorted())
  }

  /// The world with an award for the dispute a ticket is about.
  private func world(with award: Money, for ticket: Ticket) throws(Refusal) -> World {
    let party = ticket.seat.state.flatMap(scenario.index(of:))
    let place = world.disputes.firstIndex { dispute in
      dispute.deal == ticket.deal && !dispute.isSettled
        && party.map { dispute.debtor == $0 || dispute.victims.contains($0) } ?? false
    }
    guard let place else {
      throw .noSuch(
        what: "open dispute", id: ticket.deal?.text ?? ticket.id,
        near: world.disputes.first { !$0.isSettled }?.deal.text)
    }
    guard award >= 0 else {
      throw .badArgument(name: "award", value: String(award.value), allowed: "0 or more")
    }
    var next = world
    next.disputes[place].award = award
    return next
  }

  private func decideObservation(_ observation: Observation) throws(Refusal) -> [Event] {
    let names = exercise.objectives.map { String($0.prefix { $0 != " " }) }
    guard names.contains(observation.objective) else {
      throw .noSuch(
        what: "objective", id: observation.objective,
        near: NearestWord.find(observation.objective, among: names) ?? names.first)
    }
    try requireText(observation.text)
    return [Event(.facilitator, .desk(.observationMade(observation)))]
  }

  private func decideOverride(
    _ figure: String, _ value: String, why: String
  ) throws(Refusal) -> [Event] {
    guard !why.isEmpty else {
      throw .badArgument(
        name: "text", value: "", allowed: "the reason after the colon; it stays on the record")
    }
    let name: FigureName
    do {
      name = try FigureName(figure, reader: nil, in: scenario)
    } catch {
      throw .badArgument(name: "figure", value: figure, allowed: error.sentence)
    }
    guard let range = Figures.overridable(name.word) else {
      throw .badArgument(
        name: "figure", value: figure,
        allowed: Figures.overridableWords.map(\.rawValue).joined(separator: ", ")
          + "; the others are worked out from these")
    }
    guard let number = Self.number(value, in: name.word.unit),
      range.contains(number)
    else {
      throw .badArgument(
        name: "value", value: value,
        allowed: "\(name.word.unit.text(range.lowerBound)) to "
          + name.word.unit.text(range.upperBound))
    }
    var next = world
    guard let before = Figures.override(name, to: number, in: &next, scenario: scenario) else {
      throw .noSuch(what: "figure", id: figure, near: nil)
    }
    var owner: StateID?
    if case .state(let index)? = name.objects.first { owner = scenario.states[index].id }
    let change = ValueChange(
      figure: name.text(in: scenario), before: before, after: number, why: why, state: owner)
    return [
      Event(owner.map { .states([$0]) } ?? .everybody, .desk(.valueOverridden(change))),
      Event(.nobody, .worldSet(next)),
    ]
  }
}
