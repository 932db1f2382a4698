import EntenteModel

/// The unit of a parameter that is a number.
enum NumberUnit: Sendable {
  case pct, money, lots, int

  /// The unit of the numbers in a parameter of `type`; nil where there are none.
  init?(_ type: ParameterType) {
    switch type {
    case .pct, .shares: self = .pct
    case .money, .moneyEach, .price: self = .money
    case .lots, .lotsEach: self = .lots
    case .int, .duration: self = .int
    default: return nil
    }
  }

  /// The canonical number of what was typed.
  func read(_ text: String) throws(NumberFault) -> Int {
    switch self {
    case .pct: try TypedNumber.pct(text)
    case .money: try TypedNumber.money(text)
    case .lots: try TypedNumber.lots(text)
    case .int: try TypedNumber.int(text)
    }
  }

  /// How the number is typed.
  func printed(_ value: Int) -> String {
    switch self {
    case .pct: TypedNumber.printed(pct: value)
    case .money: TypedNumber.printed(money: value)
    case .lots: TypedNumber.printed(lots: value)
    case .int: String(value)
    }
  }
}
