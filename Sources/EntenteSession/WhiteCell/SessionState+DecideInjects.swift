import EntenteModel

// Events of the exercise by hand: sent, held, skipped, told in other words.
extension SessionState {
  func decideInject(
    _ id: InjectID, to: [StateID], text: String?, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    var inject = try knownInject(id)
    try requirePlay(to: "send an event")
    guard !hasFired(id) || inject.recurrence.every > 0 else {
      throw .already(what: id.text, sentence: "\(id) has come already; INJECT {…} tells another.")
    }
    try requireKnown(to)
    if let text { inject.body = text }
    // Sent to some, it is for them, whoever it was meant for.
    if !to.isEmpty { inject.isPublic = false }
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.fire(inject, to: to.isEmpty ? addressees(of: inject, through: turn) : to)
    return deliberation.events
  }

  func decideTelling(
    _ title: String, from: String, to: [StateID], _ text: String, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    try requirePlay(to: "send an event")
    guard !title.isEmpty, !text.isEmpty else {
      throw .badArgument(
        name: title.isEmpty ? "title" : "text", value: "",
        allowed: "INJECT {\"title\":\"…\",\"from\":\"…\",\"text\":\"…\"} [to=STATE,STATE]")
    }
    try requireKnown(to)
    let number = fired.count { $0.inject.text.hasPrefix("told-") } + 1
    let inject = Inject(
      id: DealNaming.told(count: number, seed: seed), title: title, kind: .administrative,
      trigger: .manual,
      from: from.isEmpty ? "the white cell" : from, to: to, body: text, isPublic: to.isEmpty)
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.fire(inject, to: to)
    return deliberation.events
  }

  func decidePlan(_ plan: InjectPlan) throws(Refusal) -> [Event] {
    _ = try knownInject(plan.inject)
    guard !hasFired(plan.inject) else {
      throw .already(what: plan.inject.text, sentence: "\(plan.inject) has come already.")
    }
    if whiteCell.plans[plan.inject] == plan {
      throw .already(what: plan.inject.text, sentence: "\(plan.inject) is \(plan.words) already.")
    }
    if let wanted = plan.turn {
      let first = min(turn + 1, scenario.parameters.turns)
      guard (first...scenario.parameters.turns).contains(wanted), wanted > turn else {
        throw .badArgument(
          name: "turn", value: String(wanted),
          allowed: "\(turn + 1) to \(scenario.parameters.turns); INJECT \(plan.inject) sends it now"
        )
      }
    }
    return [Event(.facilitator, .desk(.injectPlanned(plan)))]
  }

  private func requirePlay(to action: String) throws(Refusal) {
    guard status == .running || status == .paused else {
      throw .notNow(
        phase: status.rawValue, need: "running",
        sentence: "You can \(action) once the session has begun: START begins it.")
    }
  }

  private func knownInject(_ id: InjectID) throws(Refusal) -> Inject {
    if let inject = inject(id) { return inject }
    throw .noSuch(
      what: "inject", id: id.text,
      near: NearestWord.find(id.text, among: scenario.injects.map(\.id.text)))
  }
}

extension InjectPlan {
  /// What was decided, as it stands behind "is".
  package var words: String {
    switch time {
    case .held: "held"
    case .skipped: "skipped"
    case .turn: "set for turn \(turn ?? 0)"
    }
  }
}
