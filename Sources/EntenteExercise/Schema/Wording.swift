/// Sentences and spellings that several checks share.
enum Wording {
  /// Longest name of a state, a programme or anything else that is typed in a line.
  static let nameMax = 32

  /// True for lower-case letters, digits and hyphens with a letter first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
      text.utf8.count <= nameMax
    else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  static func nameRule(_ text: String) -> String {
    "\"\(text.clipped)\" is no name: up to \(nameMax) of a-z, 0-9 and \"-\", a letter first."
  }

  /// `noun` with `a` or `an` before it.
  static func one(_ noun: String) -> String {
    "\("aeiou".contains(noun.first ?? " ") ? "an" : "a") \(noun)"
  }

  /// The same at the beginning of a sentence.
  static func capitalOne(_ noun: String) -> String { "A" + one(noun).dropFirst() }

  /// `1 to 4`, or `at least 1` where the upper end is far away.
  static func range(_ range: ClosedRange<Int>, _ unit: NumberText.Unit = .count) -> String {
    if range.lowerBound == range.upperBound { return number(range.lowerBound, unit) }
    return "\(number(range.lowerBound, unit)) to \(number(range.upperBound, unit))"
  }

  /// A number as people type it.
  static func number(_ value: Int, _ unit: NumberText.Unit) -> String {
    switch unit {
    case .count, .duration: "\(value)"
    case .share: decimal(value, 100, 2) + "%"
    case .lots: decimal(value, 1000, 3)
    case .money: value == 0 ? "0" : value % 1000 == 0 ? "\(value / 1000)m" : "\(value)k"
    }
  }

  private static func decimal(_ value: Int, _ scale: Int, _ places: Int) -> String {
    let sign = value < 0 ? "-" : ""
    let size = abs(value)
    var rest = String(size % scale)
    rest = String(repeating: "0", count: places - rest.count) + rest
    while rest.last == "0" { rest.removeLast() }
    return rest.isEmpty ? "\(sign)\(size / scale)" : "\(sign)\(size / scale).\(rest)"
  }

  /// Name and sentence for a number that cannot be read.
  static func problem(
    _ problem: NumberText.Problem, _ text: String, _ unit: NumberText.Unit, key: String
  ) -> (name: String, sentence: String) {
    let shown = text.clipped
    switch problem {
    case .notANumber:
      return ("wrong-type", "\"\(key)\" is \(kind(unit)), not \"\(shown)\".")
    case .unitMissing:
      return ("unit-missing", "\"\(key)\" is \(kind(unit)): write \(example(shown, unit)).")
    case .wrongUnit(let found):
      return ("wrong-unit", "\"\(key)\" is \(kind(unit)), and \"\(found)\" is no unit of it.")
    case .tooLong:
      return ("out-of-range", "\"\(key)\" is \(kind(unit)), and \(shown) is more than any.")
    case .tooFine:
      return ("too-fine", "\"\(key)\" is \(kind(unit)); \"\(shown)\" has too many decimals.")
    }
  }

  private static func kind(_ unit: NumberText.Unit) -> String {
    switch unit {
    case .count: "a bare whole number"
    case .share: "a share such as 55%"
    case .money: "money such as 180m or 900k"
    case .lots: "a bare number of lots"
    case .duration: "a time in seconds, or such as 15min, 12h, 3d"
    }
  }

  private static func example(_ text: String, _ unit: NumberText.Unit) -> String {
    unit == .share ? "\(text)%" : "\(text)k or \(text)m"
  }
}

extension String {
  /// The first forty characters in one line, without anything a terminal could mistake for an
  /// order, so that no finding grows or misbehaves with what an author typed.
  var clipped: String {
    let scalars = unicodeScalars.prefix(40).map { scalar -> Unicode.Scalar in
      if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
      return TextCheck.isRefused(scalar) ? "?" : scalar
    }
    return String(String.UnicodeScalarView(scalars)) + (unicodeScalars.count > 40 ? "…" : "")
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
