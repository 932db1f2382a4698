/// What a figure is counted in, and how it is written for people.
package enum FigureUnit: String, CaseIterable, Sendable {
  /// An index or share: basis points, shown as 0-100 with up to two decimals.
  case points
  /// $k, shown as `500k` or `12.5m`.
  case money
  /// mU, shown in lots with up to three decimals.
  case lots
  /// cu, whole.
  case capacity
  /// Calendar days, whole.
  case days
  /// Whole things: lines, deals, turns.
  case count

  /// `value` as people read it: `46.33`, `12.5m`, `2.5`, `-200k`.
  package func text(_ value: Int) -> String {
    switch self {
    case .points: Self.decimal(value, scale: 100)
    case .money:
      // One rule for reading: below a million in thousands, from there on in millions.
      value.magnitude < 1_000 ? UnitText.money(value) : Self.decimal(value, scale: 1_000) + "m"
    case .lots: Self.decimal(value, scale: 1_000)
    case .capacity, .days, .count: String(value)
    }
  }

  /// `value` with the word that goes with it: `46.33 points`, `2.5 lots`, `45 days`.
  package func spoken(_ value: Int) -> String {
    switch self {
    case .points: "\(text(value)) points"
    case .money: text(value)
    case .lots: value == 1_000 ? "1 lot" : "\(text(value)) lots"
    case .capacity: "\(value) cu"
    case .days: value == 1 ? "1 day" : "\(value) days"
    case .count: text(value)
    }
  }

  /// `value` over `scale` (a power of ten), exact, without trailing zeros.
  private static func decimal(_ value: Int, scale: Int) -> String {
    let size = value.magnitude
    var digits = String(size % UInt(scale) + UInt(scale)).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    return sign + String(size / UInt(scale)) + (digits.isEmpty ? "" : "." + digits)
  }
}
