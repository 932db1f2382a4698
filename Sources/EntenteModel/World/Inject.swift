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
  package init(name: String, label: String, isDefault: Bool, effects: [InjectEffect]) {
    self.name = name
    self.label = label
    self.isDefault = isDefault
    self.effects = effects
  }
}

/// An integer change on a path of the world, for a number of turns.
package struct InjectEffect: Sendable, Hashable, Codable {
  /// How the amount changes the value: added, multiplied in bp, or put in its place.
  package enum Operation: String, Sendable, Codable, CaseIterable {
    case add = "ADD"
    case multiply = "MUL"
    case set = "SET"
  }

  /// What an effect changes; the object stands in `object` where one is needed.
  package enum Path: String, Sendable, Codable, CaseIterable {
    /// TH of a theatre.
    case threat
    /// Output of a line in R9, bp of what it would be; shortfalls are excused.
    case lineOutput = "line-output"
    /// PC of a state (object: state, or empty for every addressed state).
    case politicalCapital = "political-capital"
    /// XC of a state.
    case exportStrictness = "export-strictness"
    /// Days of every open licence gate whose owner is the state.
    case licenceGates = "licence-gates"
    /// PC by the crisis test: amount for a pass, minus the amount for a fail, of readiness and
    /// partners against 6000 bp of pressure, in R16.
    case crisisTest = "crisis-test"
    /// REQ of the programmes of a sector, or of one programme.
    case requirement
    /// Stock of a programme.
    case stock
    /// NL of the world.
    case cohesion
    /// ADV of a domain.
    case adversary
    /// Supply of an input; for states addressed alone it is what reaches them.
    case inputSupply = "input-supply"
    /// Status of a supplier of an input, `chips:usa`: 10000 normal, 5000 restricted, 0 cut.
    case supplierStatus = "supplier-status"
  }

  /// What it changes.
  package var path: Path
  /// A state, programme, sector, domain, theatre or line, as the path asks; may be empty.
  package var object: String
  /// How the amount acts.
  package var operation: Operation
  /// In the unit of the path; bp for a multiplication.
  package var amount: Int
  /// This turn and `turns - 1` more; 0 is for good.
  package var turns: Int

  package init(path: Path, object: String, operation: Operation, amount: Int, turns: Int) {
    self.path = path
    self.object = object
    self.operation = operation
    self.amount = amount
    self.turns = turns
  }
}
