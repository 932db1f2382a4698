package import EntenteModel

/// Reads the conditions of private cards and injects: `metric(args) op integer`, joined by `and`,
/// `or` and `not`, with brackets; before it `by turn N`, `always` or `keep`.
package struct ConditionParser {
  /// Something in a condition that cannot be read, with its offset in characters from 0.
  package struct Problem: Hashable, Sendable {
    /// Characters from the start of the condition, from 0.
    package var offset: Int
    /// A stable name in lower case, such as `unknown-metric`.
    package var name: String
    /// One sentence that says what would be right there.
    package var sentence: String
  }

  /// Names a condition may speak of.
  package struct Names: Sendable {
    /// Handles of the states.
    package var states: [String]
    /// Ids of the programmes.
    package var programmes: [String]
    /// Ids of the theatres.
    package var theatres: [String]
    /// The number of turns, 1 or more: the last a condition may name.
    package var turns: Int

    /// Names of states, programmes and theatres, and the number of turns.
    package init(states: [String], programmes: [String], theatres: [String], turns: Int) {
      self.states = states
      self.programmes = programmes
      self.theatres = theatres
      self.turns = max(1, turns)
    }
  }

  /// Brackets and `not` inside one another.
  static let depthMax = 12

  private let tokens: [ConditionToken]
  private let metrics: [MetricRule]
  let names: Names
  /// Whether `team` may stand for the state that reads it.
  let allowsTeam: Bool
  private var index = 0
  var problems: [Problem] = []

  private init(_ text: String, names: Names, isInject: Bool) {
    tokens = ConditionToken.scan(text)
    metrics = isInject ? MetricRule.ofCards + MetricRule.ofInjects : MetricRule.ofCards
    self.names = names
    allowsTeam = isInject
  }

  /// The condition of a private card, nil if `text` is none.
  package static func card(
    _ text: String, names: Names
  ) -> (condition: CardCondition?, problems: [Problem]) {
    var parser = ConditionParser(text, names: names, isInject: false)
    let moment = parser.moment()
    let test = parser.whole()
    guard let moment, let test, parser.problems.isEmpty else { return (nil, parser.problems) }
    return (CardCondition(moment: moment, test: test), [])
  }

  /// The test of an inject, nil if `text` is none.
  package static func inject(
    _ text: String, names: Names
  ) -> (test: CardCondition.Test?, problems: [Problem]) {
    var parser = ConditionParser(text, names: names, isInject: true)
    let test = parser.whole()
    return parser.problems.isEmpty ? (test, []) : (nil, parser.problems)
  }

  // MARK: grammar

  private mutating func moment() -> CardCondition.Moment? {
    switch peek.kind {
    case .word("always"):
      advance()
      return .always
    case .word("keep"):
      advance()
      return .keep
    case .word("by"):
      advance()
      guard take(.word("turn")), case .number(let turn) = peek.kind else {
        return fail("Write \"by turn 3\", then the condition.")
      }
      guard (1...names.turns).contains(turn) else {
        return fail("There are \(names.turns) turns here, and no turn \(turn).", "out-of-range")
      }
      advance()
      return .by(turn: turn)
    default: return .end
    }
  }

  private mutating func whole() -> CardCondition.Test? {
    guard problems.isEmpty, let test = anyOf(depth: 0) else { return nil }
    guard peek.kind == .end else {
      if peek.kind == .stray("%") {
        return fail("Shares count in ten-thousandths here: 40% is 4000.")
      }
      return fail("Here should stand \"and\", \"or\" or the end.")
    }
    return test
  }

  private mutating func anyOf(depth: Int) -> CardCondition.Test? {
    guard let first = allOf(depth: depth) else { return nil }
    var tests = [first]
    while take(.word("or")) {
      guard let next = allOf(depth: depth) else { return nil }
      tests.append(next)
    }
    return tests.count == 1 ? first : .any(tests)
  }

  private mutating func allOf(depth: Int) -> CardCondition.Test? {
    guard let first = single(depth: depth) else { return nil }
    var tests = [first]
    while take(.word("and")) {
      guard let next = single(depth: depth) else { return nil }
      tests.append(next)
    }
    return tests.count == 1 ? first : .all(tests)
  }

  private mutating func single(depth: Int) -> CardCondition.Test? {
    guard depth < Self.depthMax else { return fail("This is nested too deep.") }
    if take(.word("not")) { return single(depth: depth + 1).map { .not($0) } }
    if take(.open) {
      guard let inner = anyOf(depth: depth + 1) else { return nil }
      guard take(.close) else { return fail("A bracket is not closed here.") }
      return inner
    }
    return comparison()
  }

  private mutating func comparison() -> CardCondition.Test? {
    let start = peek.offset
    guard case .word(let name) = peek.kind else {
      return fail("Here should stand a metric, such as gap(state), \"not\" or a bracket.")
    }
    guard let rule = rule(for: name) else { return nil }
    advance()
    let arguments = self.arguments()
    guard problems.isEmpty else { return nil }
    let metric = check(arguments, against: rule, at: start)
    guard case .comparison(let sign) = peek.kind else {
      // What is only ever 0 or 1 may stand alone, as in `signed(gsoia)`.
      if rule.range == 0...1 { return metric.map { compare($0, ">=", 1) } }
      return fail("Behind \"\(name)\" should stand >=, <= or = and a number.")
    }
    advance()
    guard case .number(let threshold) = peek.kind else {
      return fail(
        "Behind \"\(sign)\" should stand a whole number; shares count in ten-thousandths.")
    }
    guard rule.range.contains(threshold) else {
      return fail(
        "\"\(name)\" runs from \(Wording.range(rule.range)), not \(threshold).",
        "out-of-range")
    }
    advance()
    return metric.map { compare($0, sign, threshold) }
  }

  private func compare(_ metric: CardMetric, _ sign: String, _ threshold: Int) -> CardCondition.Test
  {
    let comparison = CardCondition.Comparison(rawValue: sign) ?? .equal
    return .compare(metric: metric, comparison: comparison, threshold: threshold)
  }

  private mutating func rule(for name: String) -> MetricRule? {
    if let rule = metrics.first(where: { $0.name == name }) { return rule }
    let hint = Hint.nearest(to: name, in: metrics.map(\.name))
    return fail("There is no metric \"\(name.clipped)\"; \(hint)", "unknown-metric")
  }

  private mutating func arguments() -> [ConditionToken] {
    guard take(.open) else { return [] }
    var found: [ConditionToken] = []
    repeat {
      switch peek.kind {
      case .word, .number:
        found.append(peek)
        advance()
      default:
        let _: Int? = fail("Here should stand a name.")
        return found
      }
    } while take(.comma)
    if !take(.close) {
      let _: Int? = fail("Here should stand \",\" or \")\".")
    }
    return found
  }

  // MARK: steps

  private var peek: ConditionToken { tokens[index] }

  /// The closing token is never passed.
  private mutating func advance() { index = min(index + 1, tokens.count - 1) }

  private mutating func take(_ kind: ConditionToken.Kind) -> Bool {
    guard peek.kind == kind else { return false }
    advance()
    return true
  }

  /// Notes a problem at the present token; the parser goes no further after the first.
  private mutating func fail<T>(_ sentence: String, _ name: String = "bad-condition") -> T? {
    if problems.isEmpty {
      problems.append(Problem(offset: peek.offset, name: name, sentence: sentence))
    }
    return nil
  }
}
