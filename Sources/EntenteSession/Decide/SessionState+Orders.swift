import EntenteModel

extension SessionState {
  /// Orders of a state in a turn, whatever the exercise allows: nobody reads more.
  package static let orderLimit = 60

  func decideOrder(_ order: Order, by speaker: Speaker) throws(Refusal) -> [Event] {
    if order.keyword == .choose { return try decideChoice(order, by: speaker) }
    if order.keyword == .answerReexport { return try decideAnswer(order, by: speaker) }
    try requirePhase(.negotiate, .ratify, .orders, to: "give orders")
    let spec = OrderCatalogue.entry(order.keyword)
    try require(Self.permission(for: spec.group), of: speaker)
    let desk = desks[speaker.index]
    let replaced = desk.orders.first { OrderCatalogue.isSameObject($0.order, order) }
    guard desk.orders.count < Self.orderLimit || replaced != nil else {
      throw .limit(what: "orders", value: desk.orders.count, limit: Self.orderLimit)
    }
    let pending = desk.orders.filter { $0.id != replaced?.id }.map(\.order)
    if let refusal = OrderRules.check(
      order, by: speaker.index, pending: pending, in: world, scenario: scenario)
    {
      throw .rule(refusal)
    }
    let entry = OrderEntry(
      state: speaker.state, id: "o\(desk.ordersEntered + 1)", order: order,
      by: speaker.seat.text, replaces: replaced?.id)
    return [Event(.states([speaker.state]), .orderEntered(entry))]
  }

  func decideCancel(_ id: String, by speaker: Speaker) throws(Refusal) -> [Event] {
    try requirePhase(.negotiate, .ratify, .orders, to: "take orders back")
    let orders = desks[speaker.index].orders
    guard let entry = orders.first(where: { $0.id == id }) else {
      throw .noSuch(
        what: "order", id: id, near: NearestWord.find(id, among: orders.map(\.id)))
    }
    try require(
      Self.permission(for: OrderCatalogue.entry(entry.order.keyword).group), of: speaker)
    return [Event(.states([speaker.state]), .orderCancelled(state: speaker.state, id: id))]
  }

  private static func permission(for group: OrderSpec.Group) -> Permission {
    switch group {
    case .budget: .budget
    case .programme: .programme
    case .policy: .policy
    case .posture: .posture
    }
  }

  /// An answer about re-export counts at once, so that who asked can use it in this turn's orders;
  /// both learn of it and nobody else.
  private func decideAnswer(_ order: Order, by speaker: Speaker) throws(Refusal) -> [Event] {
    try requirePhase(.negotiate, to: "answer about re-export")
    try require(.policy, of: speaker)
    if let refusal = OrderRules.check(
      order, by: speaker.index, pending: [], in: world, scenario: scenario)
    {
      throw .rule(refusal)
    }
    guard case .word(let id)? = order["request"],
      let place = world.openRequest(id, to: speaker.index)
    else { throw .noSuch(what: "request", id: "", near: nil) }
    let request = world.requests[place]
    let consents = order["answer"] == .flag(true)
    var next = world
    next.answerRequest(at: place, consents: consents)
    let asker = scenario.states[request.asker].id
    let text =
      "\(speaker.state) \(consents ? "agrees" : "does not agree") that \(asker) passes "
      + "\(scenario.programmes[request.programme].id) on to "
      + "\(scenario.states[request.receiver].id) (\(request.id))."
    return [
      Event(.nobody, .worldSet(next)),
      Event(
        .states([asker, speaker.state].sorted()),
        .turnResolved(ReportLine(turn: turn, part: 1, of: 1, text: text))),
    ]
  }

  private func decideChoice(_ order: Order, by speaker: Speaker) throws(Refusal) -> [Event] {
    try requirePhase(.negotiate, to: "answer an event")
    try require(.policy, of: speaker)
    guard case .word(let name)? = order["inject"], case .word(let option)? = order["option"] else {
      throw .badArgument(name: "inject", value: "", allowed: "an event that asks your state")
    }
    let id = InjectID(name)
    guard let fired = fired.last(where: { $0.inject == id }), fired.turn == turn,
      fired.to.contains(speaker.state), let inject = inject(id), !inject.options.isEmpty
    else { throw .noSuch(what: "event", id: name, near: nil) }
    let offered = options(of: inject, for: [speaker.state])
    guard offered.contains(option) else {
      throw .badArgument(
        name: "option", value: option, allowed: offered.joined(separator: " or "))
    }
    return [
      Event(
        .states([speaker.state]), .choiceMade(inject: id, state: speaker.state, option: option))
    ]
  }
}
