/// The answer to `WHY`: how a figure came to its value in the last resolution. Found by resolving
/// that turn once more with an ear on the figure.
package struct Explanation: Hashable, Sendable {
  /// A named number of the equation.
  package struct Number: Hashable, Sendable {
    /// Its name in the equation.
    package var name: String
    /// Its value.
    package var value: Int
    /// The part of the figure it belongs to; nil for the whole.
    package var part: FigurePart?
  }

  /// Something that moved the figure, by `amount` in its unit.
  package struct Cause: Hashable, Sendable {
    /// What it was.
    package var cause: FigureCause
    /// How much it moved the figure; 0 where that cannot be told apart.
    package var amount: Int
  }

  /// A calculation behind the figure, ready to be typed.
  package struct Formula: Hashable, Sendable {
    /// `CALC gap threat=75% exposure=90% …`.
    package var command: String
    /// What it gives: `pressure 67.5%, support 7.1%, gap 20.8%`.
    package var results: String
    /// The part of the figure it belongs to; nil for the whole.
    package var part: FigurePart?
  }

  /// The figure explained.
  package var figure: FigureName
  /// The value before the resolution; nil where there was nothing to count.
  package var before: Int?
  /// The value after the resolution.
  package var value: Int?
  /// `EQ24`; empty where the figure is counted and no equation makes it.
  package var equation: String
  /// The name `calc` knows the equation by; may be empty.
  package var calculation: String
  /// What the equation read, by the argument names of `calc`.
  package var inputs: [Number]
  /// How it went on, in order.
  package var steps: [Number]
  /// What moved the figure, in the order it happened.
  package var causes: [Cause]
  /// True before the first resolution.
  var isAtStart = false
  /// What each state ordered in the turn, in the order the causes count them.
  var ordered: [[OrderKeyword]] = []
  /// The calculations behind it with all their arguments, in order.
  package var formulas: [Formula] = []

  /// Explains `figure` after the turn of `before` was resolved with these orders and choices. The
  /// world before it is all that is needed: the same resolution gives the same figures.
  package static func of(
    _ figure: FigureName, before: World, orders: [[Order]], choices: [ChoiceMade] = [],
    scenario: Scenario
  ) -> Explanation {
    let plain = Resolution.resolve(before, orders: orders, choices: choices, scenario: scenario)
    var answer = Explanation(
      figure: figure, before: Figures.value(figure, in: before, scenario: scenario),
      value: Figures.value(figure, in: plain.world, scenario: scenario), equation: "",
      calculation: "", inputs: [], steps: [], causes: [])
    answer.ordered = plain.report.orders.map { $0.map(\.order.keyword) }
    guard let wanted = figure.traced(in: plain.world) else { return answer }
    var recorder = FigureRecorder(wanted)
    _ = Resolution.resolve(
      before, orders: orders, choices: choices, scenario: scenario, trace: &recorder)
    if let account = recorder.account {
      answer.equation = account.equation
      answer.calculation = account.calculation
      answer.inputs = account.inputs
      answer.steps = account.steps
      answer.causes = account.causes
      answer.formulas = account.formulas
    }
    if answer.causes.isEmpty { answer.causes = causes(of: wanted, in: plain.report) }
    return answer
  }

  /// What the report of the turn says moved the figure.
  private static func causes(of figure: TracedFigure, in report: TurnReport) -> [Cause] {
    report.figures.lazy.joined().first { $0.figure == figure }
      .map { $0.causes.map { Cause(cause: $0.cause, amount: $0.amount) } } ?? []
  }

  /// What there is to say of a figure before the first resolution, or of one no turn has moved yet.
  package static func atStart(
    _ figure: FigureName, in world: World, scenario: Scenario
  ) -> Explanation {
    Explanation(
      figure: figure, before: nil,
      value: Figures.value(figure, in: world, scenario: scenario), equation: "",
      calculation: "", inputs: [], steps: [], causes: [], isAtStart: true)
  }
}
