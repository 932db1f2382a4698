package import EntenteModel

/// Calculations as people ask for them and read them: typed words in, numbers with their units out.
package enum CalculatorText {
  /// The results of a calculation from typed arguments (`slope`, `90%`), by name in the order of
  /// the reference, each with its unit. Throws what `Calculation.evaluate` throws.
  package static func evaluate(
    _ name: String, _ arguments: [(String, String)]
  ) throws(CalcError) -> [(name: String, value: String)] {
    let calculation = try Calculator.find(name)
    let result = try calculation.evaluate(
      try calculation.parse(arguments.map { "\($0.0)=\($0.1)" }))
    return calculation.results.compactMap { output in
      result[output.name].map { (output.name, UnitText.print($0, unit: output.unit)) }
    }
  }

  /// What `name=value` words give, for a screen: the results with their units, then the steps of
  /// the equations behind them in the units of the model.
  package static func lines(_ name: String, words: [String]) throws(CalcError) -> [String] {
    let calculation = try Calculator.find(name)
    let result = try calculation.evaluate(try calculation.parse(words))
    let width = result.trace.map(\.name.count).max() ?? 0
    let steps = result.trace.map {
      "  \(Shown.padded($0.name, width))  \($0.value)"
    }
    let heading = steps.isEmpty ? [] : ["steps (\(calculation.equation)):"]
    return calculation.lines(of: result) + heading + steps
  }

  /// One line a calculation: its name, its equation and its sentence.
  package static func list() -> [String] {
    let names = Calculator.all.map(\.name.count).max() ?? 0
    let equations = Calculator.all.map(\.equation.count).max() ?? 0
    return Calculator.all.map {
      "\(Shown.padded($0.name, names))  \(Shown.padded($0.equation, equations))  \($0.summary)"
    }
  }
}
