/// Why a calculation was not done. Nothing is computed from an argument that is out of its range.
package enum CalcError: Error, Sendable, Equatable {
  /// The argument is invalid, missing (no value), unknown or given twice. `allowed` is its range,
  /// or for an unknown one the names there are, the nearest first; `detail` says what is wrong.
  case badArgument(argument: String, value: CalcValue?, allowed: String, detail: String)
  /// There is no calculation of this name.
  case unknownCalculation(name: String, nearest: String)

  /// The argument that is wrong; `calculation` for an unknown name.
  package var argument: String {
    switch self {
    case .badArgument(let argument, _, _, _): argument
    case .unknownCalculation: "calculation"
    }
  }

  /// What was given; nil where nothing was.
  package var value: CalcValue? {
    switch self {
    case .badArgument(_, let value, _, _): value
    case .unknownCalculation(let name, _): .string(name)
    }
  }

  /// What could have been given; for an unknown name the nearest one.
  package var allowed: String {
    switch self {
    case .badArgument(_, _, let allowed, _): allowed
    case .unknownCalculation(_, let nearest): nearest
    }
  }

  /// One sentence a person can act on.
  package var sentence: String {
    switch self {
    case .badArgument(let argument, _, let allowed, let detail):
      "\"\(argument)\" \(detail). Allowed: \(allowed)."
    case .unknownCalculation(let name, let nearest):
      "There is no calculation \"\(name)\". Did you mean \"\(nearest)\"?"
    }
  }
}
