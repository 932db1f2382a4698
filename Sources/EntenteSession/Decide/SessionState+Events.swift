package import EntenteModel

// Events of the exercise: whom they are for, what they offer, and what their readers made of it.
extension SessionState {
  /// Whom an event is for now; empty is all. Sent by hand it is for those its rule finds, whether
  /// or not its condition holds.
  func addressees(of inject: Inject, through last: Int) -> [StateID] {
    if let found = asked(inject, through: last) { return found }
    guard inject.target != nil else { return inject.to }
    var unasked = inject
    unasked.trigger = .manual
    return asked(unasked, through: last) ?? inject.to
  }

  /// Those an event is for by the record through the end of turn `last`; nil where it does not
  /// come.
  func asked(_ inject: Inject, through last: Int) -> [StateID]? {
    inject.addressees(in: world, scenario: scenario) { holds($0, for: $1, through: last) }
  }

  /// Whether chance lets an event come: a draw that only the seed, the turn before and the place of
  /// the event decide, so that no deal or order moves it.
  func draws(_ inject: Inject, atStartOf turn: Int) -> Bool {
    guard inject.recurrence.chance < 10_000 else { return true }
    guard let place = scenario.injects.firstIndex(where: { $0.id == inject.id }) else {
      return false
    }
    let draw = KeyedDraw.draw(
      seed: UInt64(seed & Int.max), turn: turn - 1, stream: place + 1, entity: 0, sides: 10_000)
    return draw < inject.recurrence.chance.value
  }

  /// Names of the options that at least one of `states` can pay, the default first.
  func options(of inject: Inject, for states: [StateID]) -> [String] {
    let readers = states.compactMap(scenario.index(of:))
    let standing = inject.options.filter(\.isDefault) + inject.options.filter { !$0.isDefault }
    return standing.filter { option in
      option.isDefault || readers.contains { option.isPayable(by: $0, in: world) }
    }.map(\.name)
  }

  /// The words of an event with what it found put in: the partner nearest to its only reader, what
  /// leaked and whose holding of it is blamed.
  func filledIn(_ body: String, for addressed: [StateID]) -> String {
    let partner = addressed.count == 1 ? nearestPartner(of: addressed[0]) : nil
    var text = body.replacing("{partner}", with: partner?.text ?? "STATE")
    if let leak = world.lastLeak {
      let programme = scenario.programmes[leak.programme]
      text = text.replacing("{leaked}", with: programme.label)
      text = text.replacing(
        "{domain}", with: programme.domains.map { $0.rawValue.uppercased() }.joined(separator: ", ")
      )
      text = text.replacing("{blamed}", with: scenario.states[leak.blamed].label)
    }
    let unknown = [
      ("{leaked}", "a programme"), ("{domain}", "its field"), ("{blamed}", "one of you"),
    ]
    return unknown.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// The choices of the turn, silence counted as the default option.
  package var standingChoices: [ChoiceMade] {
    fired.filter { $0.turn == turn }.flatMap { fired -> [ChoiceMade] in
      guard let inject = inject(fired.inject), !inject.options.isEmpty else { return [] }
      let common = inject.isVote ? majority(of: fired, on: inject) : nil
      return fired.to.sorted().compactMap { state in
        guard let index = scenario.index(of: state),
          let option = common ?? taken(by: index, state, of: fired, on: inject)
        else { return nil }
        let price = option.price(for: index, in: world)
        return ChoiceMade(
          inject: fired.inject, state: index, option: option.name, effects: option.effects,
          cost: price > 0 ? price : nil)
      }
    }
  }

  /// What a state chose, as far as it can still pay it; else the default.
  private func taken(
    by index: Int, _ state: StateID, of fired: FiredInject, on inject: Inject
  ) -> InjectOption? {
    let standing = inject.options.first { $0.isDefault }
    guard let name = fired.choices.first(where: { $0.state == state })?.option else {
      return standing
    }
    return inject.options.first { $0.name == name && $0.isPayable(by: index, in: world) }
      ?? standing
  }

  /// The option most readers took, silence counted as the default; of equals the default, then the
  /// one named first.
  private func majority(of fired: FiredInject, on inject: Inject) -> InjectOption? {
    let votes = fired.to.map { state in
      fired.choices.first { $0.state == state }?.option
        ?? inject.options.first { $0.isDefault }?.name
    }
    let standing = inject.options.filter(\.isDefault) + inject.options.filter { !$0.isDefault }
    let counts = standing.map { option in votes.count { $0 == option.name } }
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return nil }
    return standing[place]
  }
}
