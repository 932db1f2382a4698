/// One equation as people call it by name: what it takes, what it gives and how it is computed. The
/// command `calc`, `CALC` on the wire and the generated reference read this table.
package struct Calculation: Sendable {
  /// Computes from checked arguments and tells its steps.
  typealias Body = @Sendable (CalcInputs, inout StepTrace) -> [(String, CalcValue)]

  /// The name, lower case with hyphens.
  package let name: String
  /// `EQ1`...`EQ31`, or the section it stands in: `2.1`, `2.5`, `bots`.
  package let equation: String
  /// One sentence.
  package let summary: String
  /// In the order of the reference; all are needed.
  package let arguments: [CalcArgument]
  /// The results in the words of the reference.
  package let output: String
  /// The results by name, in the order they are given.
  package let results: [CalcOutput]
  /// Arguments that work, in order.
  package let example: [(String, CalcValue)]
  private let body: Body

  init(
    _ name: String, _ equation: String, _ summary: String, arguments: [CalcArgument],
    output: String, results: [CalcOutput], example: CalcValue, body: @escaping Body
  ) {
    self.name = name
    self.equation = equation
    self.summary = summary
    self.arguments = arguments
    self.output = output
    self.results = results
    guard case .object(let pairs) = example else { preconditionFailure("an example is an object") }
    self.example = pairs
    self.body = body
  }

  /// Checks the arguments and computes. The first fault found is thrown: unknown names first, then
  /// names given twice, then each argument in order, then how they fit together.
  package func evaluate(_ arguments: [(String, CalcValue)]) throws(CalcError) -> CalcResult {
    let inputs = CalcInputs(arguments)
    try checkNames(arguments)
    for argument in self.arguments {
      guard let given = arguments.first(where: { $0.0 == argument.name }) else {
        throw argument.error(nil, "is missing")
      }
      try argument.check(given.1)
    }
    for argument in self.arguments {
      for given in arguments where given.0 == argument.name {
        try argument.checkRelations(given.1, among: inputs)
      }
    }
    var trace = StepTrace()
    let out = body(inputs, &trace)
    return CalcResult(out: out, trace: trace.steps)
  }

  private func checkNames(_ given: [(String, CalcValue)]) throws(CalcError) {
    var seen: Set<String> = []
    for (name, value) in given {
      guard let argument = arguments.first(where: { $0.name == name }) else {
        throw unknownArgument(name, value)
      }
      guard seen.insert(name).inserted else { throw argument.error(value, "is given twice") }
    }
  }

  /// The error of an argument this calculation does not have, with its names, the nearest first.
  func unknownArgument(_ name: String, _ value: CalcValue) -> CalcError {
    let names = NearestWord.sorted(arguments.map(\.name), by: name)
    return .badArgument(
      argument: name, value: value, allowed: names.joined(separator: ", "),
      detail: "is no argument of \(self.name)")
  }
}

/// What a calculation gave, and how.
package struct CalcResult: Sendable {
  /// Results by name, in the order of the reference.
  package let out: [(String, CalcValue)]
  /// The steps of the equations behind it, in order.
  package let trace: [StepTrace.Step]

  /// A result by name.
  package subscript(_ name: String) -> CalcValue? { out.first { $0.0 == name }?.1 }
}
