package import EntenteModel

/// What a reading verb answers: lines of fields and words, then a summary. The text of a line holds
/// everything a person needs; the fields are the same for programs.
package struct Page: Sendable, Hashable {
  /// A name and a value for programs.
  package struct Field: Sendable, Hashable {
    /// A whole number, or words.
    package enum Value: Sendable, Hashable {
      case integer(Int)
      case text(String)
    }

    /// The name before the `=`, in lower case.
    package var name: String
    package var value: Value
    package init(_ name: String, _ value: Int) {
      self.name = name
      self.value = .integer(value)
    }
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = .text(value)
    }
  }

  /// One line of the answer.
  package struct Line: Sendable, Hashable {
    package var fields: [Field]
    /// The same for people; holds all that the fields say.
    package var text: String
    package init(_ fields: [Field] = [], _ text: String) {
      self.fields = fields
      self.text = text
    }
  }

  package var lines: [Line]
  /// Fields of the closing `OK`.
  package var fields: [Field]
  /// Words of the closing `OK`.
  package var text: String

  package init(lines: [Line] = [], fields: [Field] = [], text: String = "") {
    self.lines = lines
    self.fields = fields
    self.text = text
  }

  mutating func add(_ fields: [Field] = [], _ text: String) {
    lines.append(Line(fields, text))
  }
}

/// Quantities as people read them.
package enum Shown {
  /// Basis points as 0-100 with two decimals: 5240 is `52.40`.
  package static func index(_ value: BasisPoints) -> String {
    let sign = value.value < 0 ? "-" : ""
    let size = abs(value.value)
    let rest = size % 100
    return "\(sign)\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Money by one rule, so that sums stand well below each other: thousands below a million, else
  /// millions: `500k`, `3.5m`, `10.404m`, `-36.784m`.
  package static func money(_ value: Money) -> String { FigureUnit.money.text(value.value) }

  /// Lots with up to three decimals.
  package static func lots(_ value: Lots) -> String { TypedNumber.printed(lots: value.value) }

  /// `text` and blanks up to `width` characters; longer text stays whole.
  package static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Blanks and `text`, at least `width` characters.
  package static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Milliseconds as `4 min 05 s`.
  package static func duration(milliseconds: Int) -> String {
    let seconds = max(0, (milliseconds + 999) / 1000)
    if seconds < 60 { return "\(seconds) s" }
    let rest = seconds % 60
    return "\(seconds / 60) min \(rest < 10 ? "0" : "")\(rest) s"
  }
}
