/// Numbers with their units as people read and type them. Reading takes every suffix of the unit,
/// or none; printing takes the shortest exact form.
package enum UnitText {
  /// The number of a typed word in the unit of the reference; nil if it is no number, has more
  /// decimals than the unit, or does not fit 64 bits.
  package static func read(_ text: String, unit: String) -> Int? {
    let digits = text.prefix { $0.isASCII && ($0.isWholeNumber || $0 == "-" || $0 == ".") }
    let suffix = text[digits.endIndex...].lowercased()
    guard let scale = scale(suffix, of: unit) else { return nil }
    return decimal(String(digits), scale: scale)
  }

  /// What a suffix multiplies by; nil where the unit does not have it.
  private static func scale(_ suffix: String, of unit: String) -> Int? {
    if suffix.isEmpty { return 1 }
    let base = unit.split(separator: "/").first.map(String.init) ?? unit
    switch (base, suffix) {
    case ("bp", "%"): return 100
    case ("$k", "k"), ("$k per 1000 cu", "k"): return 1
    case ("$k", "m"), ("$k per 1000 cu", "m"): return 1_000
    case ("mU", "lots"), ("mU", "lot"): return 1_000
    case ("days", "d"): return 1
    default: return suffix == base.lowercased() ? 1 : nil
    }
  }

  /// A decimal number times `scale`, nil if that is not whole or too large.
  private static func decimal(_ text: String, scale: Int) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = number(parts[0]) else { return nil }
    var (value, overflow) = whole.multipliedReportingOverflow(by: scale)
    if overflow { return nil }
    if parts.count == 2 {
      var place = scale
      guard !parts[1].isEmpty else { return nil }
      for character in parts[1] {
        guard place % 10 == 0, let digit = number(character.description[...]) else { return nil }
        place /= 10
        (value, overflow) = value.addingReportingOverflow(digit * place)
        if overflow { return nil }
      }
    }
    return isNegative ? -value : value
  }

  /// Plain digits, at least one.
  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }

  /// A number as people read it: `55%`, `3.5m`, `500k`, `14.13 lots`, `146 d`.
  package static func print(_ value: Int, unit: String) -> String {
    switch unit {
    case "bp": return fraction(value, of: 100) + "%"
    case "$k", "$k per 1000 cu": return money(value)
    case "mU": return fraction(value, of: 1_000) + (value == 1_000 ? " lot" : " lots")
    case "mU/turn": return fraction(value, of: 1_000) + " lots a turn"
    case "days": return "\(value) d"
    case "days/turn": return "\(value) d a turn"
    case "": return String(value)
    default: return "\(value) \(unit)"
    }
  }

  /// A number as `read` takes it, without blanks: `55%`, `3.5m`, `2.5lots`, `45d`, `20000`.
  package static func typed(_ value: Int, unit: String) -> String {
    let base = unit.split(separator: "/").first.map(String.init) ?? unit
    switch base {
    case "bp": return fraction(value, of: 100) + "%"
    case "$k", "$k per 1000 cu": return money(value)
    case "mU": return fraction(value, of: 1_000) + "lots"
    case "days": return "\(value)d"
    default: return String(value)
    }
  }

  /// Results of any shape, the numbers in them with their unit.
  package static func print(_ value: CalcValue, unit: String) -> String {
    switch value {
    case .int(let number): print(number, unit: unit)
    case .bool(let truth): truth ? "yes" : "no"
    case .string(let word): word
    case .unreadable(let text): text
    case .list(let items) where items.contains { if case .list = $0 { true } else { false } }:
      items.map { print($0, unit: unit) }.joined(separator: "; ")
    case .list(let items):
      items.isEmpty ? "none" : items.map { print($0, unit: unit) }.joined(separator: ", ")
    case .object(let pairs):
      pairs.map { "\($0.0): \(print($0.1, unit: unit))" }.joined(separator: ", ")
    }
  }

  /// `3m`, `3.5m`, `500k`, `8502k`, `0`: the shorter of the two, millions from 1000 $k on.
  package static func money(_ value: Int) -> String {
    if value == 0 { return "0" }
    let thousands = "\(value)k"
    let millions = fraction(value, of: 1_000) + "m"
    return value.magnitude >= 1_000 && millions.count <= thousands.count ? millions : thousands
  }

  /// `value / unit` with as many decimals as it has; `unit` is a power of ten.
  private static func fraction(_ value: Int, of unit: Int) -> String {
    let magnitude = value.magnitude
    let whole = String(magnitude / UInt(unit))
    var rest = String(magnitude % UInt(unit))
    let sign = value < 0 ? "-" : ""
    if rest == "0" { return sign + whole }
    rest = String(repeating: "0", count: String(unit).count - 1 - rest.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    return "\(sign)\(whole).\(rest)"
  }
}

extension Calculation {
  /// The results as lines for people, one a result: `unitCost  8502k`.
  package func lines(of result: CalcResult) -> [String] {
    let width = results.map(\.name.count).max() ?? 0
    return results.compactMap { output in
      result[output.name].map { value in
        let gap = String(repeating: " ", count: width - output.name.count + 2)
        return output.name + gap + UnitText.print(value, unit: output.unit)
      }
    }
  }
}
