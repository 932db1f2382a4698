/// An event of the exercise's list (MSEL), or one the facilitator typed.
package struct Inject: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case contextual, contingency
    case expectedAction = "expected-action"
    case administrative
  }

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

  package var id: InjectID
  package var title: String
  package var kind: Kind
  package var trigger: Trigger
  package var from: String
  /// States addressed; empty is all.
  package var to: [StateID]
  package var body: String
  package var isPublic: Bool
  package var effects: [InjectEffect]
  package var options: [InjectOption]
  /// The public sentence that says which idea it shows, read in review.
  package var lesson: String
  package var objective: String
  package var expect: String

  package init(
    id: InjectID, title: String, kind: Kind, trigger: Trigger, from: String, to: [StateID],
    body: String, isPublic: Bool, effects: [InjectEffect] = [], options: [InjectOption] = [],
    lesson: String = "", objective: String = "", expect: String = ""
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
  }
}

/// One choice an inject offers; the one marked default is taken by silence.
package struct InjectOption: Sendable, Hashable {
  package var name: String
  package var label: String
  package var isDefault: Bool
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
  }

  package var path: Path
  package var object: String
  package var operation: Operation
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
