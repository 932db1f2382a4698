/// Every equation by name. What people compute with `calc`, over the wire and in the reference is
/// what the turn resolution computes: the bodies call the same functions.
package enum Calculator {
  /// All calculations, in the order of the reference.
  package static let all: [Calculation] =
    arithmeticCalculations + costCalculations + scheduleCalculations + capacityCalculations
    + technologyCalculations + interoperabilityCalculations + diplomacyCalculations
    + securityCalculations + allianceCalculations + scoreCalculations

  /// The calculation of this name, if there is one.
  package static func named(_ name: String) -> Calculation? {
    all.first { $0.name == name }
  }

  /// The name nearest to `name`.
  package static func nearest(_ name: String) -> String {
    NearestWord.nearest(to: name, among: all.map(\.name)) ?? ""
  }

  /// Computes by name.
  package static func evaluate(
    _ name: String, arguments: [(String, CalcValue)]
  ) throws(CalcError) -> CalcResult {
    try find(name).evaluate(arguments)
  }

  /// Computes from words as people type them: `quantity=300 slope=90%`.
  package static func evaluate(
    _ name: String, words: [String]
  ) throws(CalcError) -> CalcResult {
    let calculation = try find(name)
    return try calculation.evaluate(calculation.parse(words))
  }

  /// The calculation of this name, or an error that names the nearest.
  package static func find(_ name: String) throws(CalcError) -> Calculation {
    guard let calculation = named(name) else {
      throw .unknownCalculation(name: name, nearest: nearest(name))
    }
    return calculation
  }
}

extension CalcValue {
  /// The number of a quantity.
  static func of(_ amount: some Quantity) -> CalcValue { .int(amount.value) }
  /// The numbers of some quantities.
  static func of(_ amounts: [some Quantity]) -> CalcValue { .list(amounts.map { .int($0.value) }) }
}
