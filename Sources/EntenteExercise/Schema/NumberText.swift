/// Reads numbers as people type them, with the unit behind.
enum NumberText {
  enum Unit: Sendable { case count, share, money, lots, duration }

  enum Problem: Error, Hashable, Sendable {
    case notANumber
    /// More digits than any value has.
    case tooLong
    case unitMissing
    case wrongUnit(String)
    case tooFine
  }

  /// More digits than any value of the model has.
  static let digitsMax = 12
  private static let suffixes = ["%", "bp", "k", "m", "min", "s", "h", "d"]

  /// The number in the canonical unit: bp, $k, mU, seconds or a plain count.
  static func read(_ text: String, as unit: Unit) throws(Problem) -> Int {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : text[...]
    let digits = body.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let suffix = String(body.dropFirst(digits.count))
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, parts.count <= 2,
      parts.count == 1 || !parts[1].isEmpty, suffix.isEmpty || suffixes.contains(suffix)
    else { throw .notANumber }
    guard whole.count <= digitsMax, let base = Int(whole) else { throw .tooLong }
    let decimals = parts.count == 2 ? parts[1] : ""
    let scale = try scale(of: suffix, as: unit, isZero: base == 0 && decimals.isEmpty)
    let value = try scaled(base, decimals, by: scale)
    return isNegative ? -value : value
  }

  private static func scale(
    of suffix: String, as unit: Unit, isZero: Bool
  ) throws(Problem) -> Int {
    switch (unit, suffix) {
    case (.count, ""): return 1
    case (.lots, ""): return 1000
    case (.share, "%"): return 100
    case (.share, "bp"), (.money, "k"): return 1
    case (.money, "m"): return 1000
    case (.money, "") where isZero: return 1
    case (.duration, ""), (.duration, "s"): return 1
    case (.duration, "min"): return 60
    case (.duration, "h"): return 3600
    case (.duration, "d"): return 86_400
    case (_, ""): throw .unitMissing
    default: throw .wrongUnit(suffix)
    }
  }

  /// Decimals count as far as the unit is fine: hundredths of a percent, thousandths of a lot.
  private static func scaled(
    _ base: Int, _ decimals: Substring, by scale: Int
  ) throws(Problem) -> Int {
    var value = base * scale
    var unit = scale
    for digit in decimals {
      guard unit % 10 == 0, let number = digit.wholeNumberValue else { throw .tooFine }
      unit /= 10
      value += number * unit
    }
    return value
  }
}
