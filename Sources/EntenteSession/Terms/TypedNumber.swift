/// The numbers people type, in terms and in orders, and how they are printed. Every reader takes
/// what was typed, in lower case, and answers in the canonical unit of the model.
package enum TypedNumber {
  /// Basis points: `50%`, `4.25%`, `450bp`, `0`.
  package static func pct(_ text: String) throws(NumberFault) -> Int {
    let number = try Digits(text)
    switch number.unit {
    case "%":
      guard number.fraction.count <= 2 else {
        throw NumberFault(.tooFine, "Shares have at most two decimals")
      }
      return try number.scaled(decimals: 2)
    case "bp":
      guard number.fraction.isEmpty else {
        throw NumberFault(.tooFine, "Basis points have no decimals")
      }
      return try number.scaled(decimals: 0)
    default:
      if number.isBareZero { return 0 }
      throw NumberFault(.unitMissing, "Write \(number.plain)%: a share needs % or bp")
    }
  }

  /// $k: `500k`, `3m`, `3.5m`, `0`.
  package static func money(_ text: String) throws(NumberFault) -> Int {
    var number = try Digits(text)
    number.dropTrailingZeros()
    guard number.unit == "k" || number.unit == "m" else {
      if number.isBareZero { return 0 }
      let plain = number.plain
      throw NumberFault(.unitMissing, "Write \(plain)k or \(plain)m: money needs k or m")
    }
    let decimals = number.unit == "m" ? 3 : 0
    guard number.fraction.count <= decimals else {
      throw NumberFault(.tooFine, "The smallest sum is 1k")
    }
    return try number.scaled(decimals: decimals)
  }

  /// mU: `6`, `2.5`.
  package static func lots(_ text: String) throws(NumberFault) -> Int {
    let number = try Digits(text)
    guard number.unit.isEmpty else {
      throw NumberFault(.badNumber, "Lots have no unit: write \(number.plain)")
    }
    guard number.fraction.count <= 3 else {
      throw NumberFault(.tooFine, "Lots have at most three decimals")
    }
    return try number.scaled(decimals: 3)
  }

  /// A plain whole number: `8`.
  package static func int(_ text: String) throws(NumberFault) -> Int {
    let number = try Digits(text)
    guard number.unit.isEmpty, number.fraction.isEmpty else {
      throw NumberFault(.badNumber, "\"\(text)\" is not a whole number")
    }
    return try number.scaled(decimals: 0)
  }

  /// `yes` or `no`; nil for any other word.
  package static func flag(_ text: String) -> Bool? {
    text == "yes" ? true : text == "no" ? false : nil
  }

  /// The shortest exact percentage: 5000 bp is `50%`, 425 bp `4.25%`.
  package static func printed(pct value: Int) -> String { decimal(value, places: 2) + "%" }

  /// The shortest exact sum: 3000 $k is `3m`, 500 $k `500k`, 0 `0`.
  package static func printed(money value: Int) -> String {
    if value == 0 { return "0" }
    let millions = decimal(value, places: 3) + "m"
    let thousands = "\(value)k"
    // 500k and 0.5m are equally long: below a million people think in thousands.
    let isShorter = value.magnitude < 1000 || thousands.count < millions.count
    return isShorter ? thousands : millions
  }

  /// Lots with at most three decimals: 2500 mU is `2.5`.
  package static func printed(lots value: Int) -> String { decimal(value, places: 3) }

  /// `yes` or `no`.
  package static func printed(flag value: Bool) -> String { value ? "yes" : "no" }

  /// `value` divided by ten to the power of `places`, without trailing zeros.
  private static func decimal(_ value: Int, places: Int) -> String {
    var digits = String(value.magnitude)
    while digits.count <= places { digits = "0" + digits }
    var fraction = String(digits.suffix(places))
    while fraction.last == "0" { fraction.removeLast() }
    let whole = (value < 0 ? "-" : "") + digits.dropLast(places)
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}

extension TypedNumber {
  /// The parts of a typed number.
  private struct Digits {
    /// The largest number of digits before the point: operands of the model stay at 10^12.
    static let wholeLimit = 12

    var whole: String
    var fraction = ""
    var unit = ""

    init(_ text: String) throws(NumberFault) {
      let bytes = text.utf8
      let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
      let digits = bytes.prefix(while: isDigit)
      whole = String(Substring(digits))
      var rest = bytes[digits.endIndex...]
      if rest.first == UInt8(ascii: ".") {
        let decimals = rest.dropFirst().prefix(while: isDigit)
        fraction = String(Substring(decimals))
        rest = rest[decimals.endIndex...]
        if fraction.isEmpty {
          throw NumberFault(.badNumber, "\"\(text)\" has no digit after the point")
        }
      }
      if whole.isEmpty {
        throw NumberFault(
          .badNumber,
          text.hasPrefix("-") ? "Numbers here are 0 or more" : "\"\(text)\" is not a number")
      }
      unit = String(Substring(rest))
      guard ["", "%", "bp", "k", "m"].contains(unit) else {
        throw NumberFault(.badNumber, "\"\(text)\" is not a number")
      }
      whole = String(whole.drop { $0 == "0" })
      if whole.count > Self.wholeLimit { throw Self.tooLarge }
    }

    static let tooLarge = NumberFault(.outOfRange, "This number is too large")

    /// The number without its unit, as it would be typed.
    var plain: String { (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction) }

    var isBareZero: Bool { unit.isEmpty && whole.isEmpty && fraction.allSatisfy { $0 == "0" } }

    mutating func dropTrailingZeros() {
      while fraction.last == "0" { fraction.removeLast() }
    }

    /// The number times ten to the power of `decimals`, which is not below the digits it has.
    func scaled(decimals: Int) throws(NumberFault) -> Int {
      let padding = String(repeating: "0", count: decimals - fraction.count)
      guard let value = Int("0" + whole + fraction + padding) else { throw Self.tooLarge }
      return value
    }
  }
}
