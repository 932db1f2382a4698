/// An event of the exercise's list (MSEL), or one the facilitator typed.
package struct Inject: Sendable, Hashable {
  /// What an event is for: mood, fallback, request or housekeeping.
  package enum Kind: String, Sendable, CaseIterable {
    case contextual, contingency
    case expectedAction = "expected-action"
    case administrative
  }

  /// When an event comes.
  package enum Trigger: Sendable, Hashable {
    /// At the start of `report` of a turn.
    case turn(Int)
    /// So many seconds into `negotiate` of a turn, to every team with no offer tabled or signed.
    case noOffer(turn: Int, seconds: Int)
    /// Tested at R18; fires at the start of the next `report`.
    case metric(CardCondition.Test)
    /// Only by hand.
    case manual
  }

  /// The end of a phase, by its name, in a turn.
  package struct Moment: Sendable, Hashable {
    /// From 1.
    package var turn: Int
    /// `negotiate`, for one.
    package var phase: String

    package init(turn: Int, phase: String) {
      self.turn = turn
      self.phase = phase
    }
  }

  /// Its id.
  package var id: InjectID
  /// A few words, shown above the text.
  package var title: String
  /// Its kind.
  package var kind: Kind
  /// When it fires.
  package var trigger: Trigger
  /// Who sends it, as readers see it.
  package var from: String
  /// States addressed; empty is all.
  package var to: [StateID]
  /// The rule that finds the states addressed when it comes; nil where `to` says it.
  package var target: InjectTarget?
  /// Whether and how often it comes again, and by what chance.
  package var recurrence = InjectRecurrence()
  /// Its addressees decide together: the option most of them take counts for all.
  package var isVote = false
  /// What readers get, Markdown of at most 120 words.
  package var body: String
  /// Whether everybody reads it, not only the states addressed.
  package var isPublic: Bool
  /// What it changes.
  package var effects: [InjectEffect]
  /// What addressees may choose.
  package var options: [InjectOption]
  /// The public sentence that says which idea it shows, read in review.
  package var lesson: String
  /// Short name of the learning objective it serves; empty if it serves none.
  package var objective: String
  /// What a team should do about it, in words for the white cell.
  package var expect: String
  /// The same as a test of the record; nil if it cannot be tested.
  package var expectTest: CardCondition.Test?
  /// By when; nil for the end of the turn in which it came.
  package var expectBy: Moment?

  package init(
    id: InjectID, title: String, kind: Kind, trigger: Trigger, from: String, to: [StateID],
    body: String, isPublic: Bool, effects: [InjectEffect] = [], options: [InjectOption] = [],
    lesson: String = "", objective: String = "", expect: String = "",
    expectTest: CardCondition.Test? = nil, expectBy: Moment? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.trigger = trigger
    self.from = from
    self.to = to
    self.body = body
    self.isPublic = isPublic
    self.effects = effects
    self.options = options
    self.lesson = lesson
    self.objective = objective
    self.expect = expect
    self.expectTest = expectTest
    self.expectBy = expectBy
  }
}

/// One choice an inject offers; the one marked default is taken by silence.
package struct InjectOption: Sendable, Hashable {
  /// The word people type to choose it.
  package var name: String
  /// What it means, in a few words.
  package var label: String
  /// Whether silence takes it.
  package var isDefault: Bool
  /// What it changes.
  package var effects: [InjectEffect]
  /// What it costs the state that takes it; $k.
  package var cost: Money
  /// What it costs beside, as a share of the budget of a turn; bp.
  package var budgetShare: BasisPoints
  package init(
    name: String, label: String, isDefault: Bool, effects: [InjectEffect], cost: Money = 0,
    budgetShare: BasisPoints = 0
  ) {
    self.name = name
    self.label = label
    self.isDefault = isDefault
    self.effects = effects
    self.cost = cost
    self.budgetShare = budgetShare
  }

  /// What a state pays that takes it; $k.
  package func price(for state: Int, in world: World) -> Money {
    cost + Money(mb(world.states[state].budget.value, budgetShare.value))
  }

  /// Whether a state has what it costs, with the budget that comes in this turn.
  package func isPayable(by state: Int, in world: World) -> Bool {
    let standing = world.states[state]
    return price(for: state, in: world) <= standing.treasury + max(0, standing.budget)
  }
}

/// Whether and how often an event comes again, and by what chance.
package struct InjectRecurrence: Sendable, Hashable {
  /// It may come again so many turns after it came; 0 is never.
  package var every: Int
  /// How often it comes at most; 0 is as often as it may.
  package var times: Int
  /// Chance that it comes in a turn in which it is due, by a draw keyed with its place; bp.
  package var chance: BasisPoints

  package init(every: Int = 0, times: Int = 0, chance: BasisPoints = 10_000) {
    self.every = every
    self.times = times
    self.chance = chance
  }

  /// Whether an event that came in `turns` may come in `turn`.
  package func allows(_ turn: Int, after turns: [Int]) -> Bool {
    guard let last = turns.max() else { return true }
    return every > 0 && turn >= last + every && (times == 0 || turns.count < times)
  }
}
