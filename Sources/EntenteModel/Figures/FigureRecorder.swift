/// Takes down how one figure came about, and lets all others pass.
struct FigureRecorder: FigureTrace {
  /// How the figure came about.
  struct Account: Sendable {
    var equation: String
    var calculation: String
    var inputs: [Explanation.Number] = []
    var steps: [Explanation.Number] = []
    var causes: [Explanation.Cause] = []
    var formulas: [Explanation.Formula] = []
    var value: Int?
  }

  private let wanted: TracedFigure
  /// The scopes that are open, true for the one wanted.
  private var open: [Bool] = []
  private(set) var account: Account?
  private var part: FigurePart?

  init(_ wanted: TracedFigure) { self.wanted = wanted }

  static var isOn: Bool { true }

  private var isListening: Bool { open.last == true }

  mutating func open(
    _ figure: @autoclosure () -> TracedFigure, _ equation: StaticString, _ calc: StaticString
  ) {
    let isWanted = figure() == wanted
    part = nil
    open.append(isWanted)
    if isWanted, account == nil {
      account = Account(equation: "\(equation)", calculation: "\(calc)")
    }
  }

  mutating func input(_ name: StaticString, _ value: @autoclosure () -> Int) {
    guard isListening else { return }
    account?.inputs.append(Explanation.Number(name: "\(name)", value: value(), part: part))
  }

  mutating func step(_ name: StaticString, _ value: @autoclosure () -> Int) {
    guard isListening else { return }
    account?.steps.append(Explanation.Number(name: "\(name)", value: value(), part: part))
  }

  mutating func cause(_ cause: @autoclosure () -> FigureCause, _ amount: @autoclosure () -> Int) {
    guard isListening else { return }
    account?.causes.append(Explanation.Cause(cause: cause(), amount: amount()))
  }

  mutating func part(_ part: @autoclosure () -> FigurePart?) {
    guard isListening else { return }
    self.part = part()
  }

  mutating func formula(
    _ calculation: StaticString, gives value: @autoclosure () -> Int,
    _ arguments: @autoclosure () -> CalcArguments
  ) {
    guard isListening else { return }
    let formula = Explanation.Formula(
      "\(calculation)", arguments: arguments(), gives: value(), part: part)
    if let formula { account?.formulas.append(formula) }
  }

  mutating func close(_ value: @autoclosure () -> Int) {
    assert(!open.isEmpty, "a figure that ends was begun")
    if open.popLast() == true { account?.value = value() }
  }
}
