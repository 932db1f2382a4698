extension Explanation.Formula {
  /// The calculation with these arguments; nil where `calc` does not take them, or where more than
  /// the equation came into `value`: what is printed must come out when it is typed.
  init?(_ name: String, arguments: CalcArguments, gives value: Int, part: FigurePart?) {
    guard let calculation = Calculator.named(name),
      let result = try? calculation.evaluate(arguments),
      result.out.contains(where: { $0.1 == .int(value) })
    else { return nil }
    command = "CALC \(calculation.typed(arguments))"
    results = calculation.results.compactMap { output in
      result[output.name].map {
        "\(Explanation.spaced(output.name)) \(UnitText.print($0, unit: output.unit))"
      }
    }.joined(separator: ", ")
    self.part = part
  }
}
