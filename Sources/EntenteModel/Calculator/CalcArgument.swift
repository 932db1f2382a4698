/// An argument of a calculation: its name and the values it takes. The checks, the text of ranges
/// in errors and in the reference, and the reader of typed words all come from this table.
package struct CalcArgument: Sendable {
  /// What an argument can be.
  package indirect enum Kind: Sendable {
    /// A whole number with its unit; the unit may be empty.
    case integer(ClosedRange<Int>, unit: String)
    case boolean
    /// One of some words.
    case choice([String])
    case list(ClosedRange<Int>, of: Kind)
    /// A list of bp that sum to 10000.
    case shares(ClosedRange<Int>)
    /// An object with these fields, all of them.
    case record([CalcArgument])
    /// Distinct state ids, ascending bytewise.
    case states(ClosedRange<Int>)
    /// A number for every unordered pair of the states in another argument.
    case pairs(of: String, ClosedRange<Int>, unit: String)
    /// Words out of some, for any unordered pair of the states in another argument.
    case pairWords(of: String, [String])
  }

  /// The key in JSON and in typed words.
  package let name: String
  /// What it takes.
  package let kind: Kind
  /// Another list that this one has to be as long as.
  package let companion: String?

  /// An argument with its kind.
  package init(_ name: String, _ kind: Kind, asLongAs companion: String? = nil) {
    self.name = name
    self.kind = kind
    self.companion = companion
  }

  /// What it takes, in the words of the reference.
  package var allowed: String {
    kind.text + (companion.map { ", as long as `\($0)`" } ?? "")
  }
}

extension CalcArgument {
  /// A whole number.
  static func integer(_ name: String, _ range: ClosedRange<Int>, _ unit: String = "") -> Self {
    Self(name, .integer(range, unit: unit))
  }
  /// 0...10000 bp.
  static func share(_ name: String) -> Self { integer(name, 0...10_000, "bp") }
  /// True or false.
  static func boolean(_ name: String) -> Self { Self(name, .boolean) }
  /// One of the words of an enum.
  static func choice<Word: RawRepresentable & CaseIterable>(_ name: String, _: Word.Type) -> Self
  where Word.RawValue == String {
    Self(name, .choice(Word.allCases.map(\.rawValue)))
  }
  /// A list of whole numbers.
  static func integers(
    _ name: String, _ count: ClosedRange<Int>, _ range: ClosedRange<Int>, _ unit: String = "",
    asLongAs companion: String? = nil
  ) -> Self {
    Self(name, .list(count, of: .integer(range, unit: unit)), asLongAs: companion)
  }
  /// A list of 0...10000 bp.
  static func levels(
    _ name: String, _ count: ClosedRange<Int>, asLongAs companion: String? = nil
  ) -> Self {
    integers(name, count, 0...10_000, "bp", asLongAs: companion)
  }
  /// A list of bp that sum to 10000.
  static func shares(
    _ name: String, _ count: ClosedRange<Int>, asLongAs companion: String? = nil
  ) -> Self {
    Self(name, .shares(count), asLongAs: companion)
  }
  /// A list of objects.
  static func records(
    _ name: String, _ count: ClosedRange<Int>, _ fields: [CalcArgument]
  ) -> Self {
    Self(name, .list(count, of: .record(fields)))
  }
}

extension CalcArgument.Kind {
  /// The kind in the words of the reference.
  package var text: String {
    switch self {
    case .integer(let range, let unit):
      "integer \(Self.text(range))" + (unit.isEmpty ? "" : " \(unit)")
    case .boolean: "true or false"
    case .choice(let words): words.map { "\"\($0)\"" }.joined(separator: " | ")
    case .list(let count, let item): "list of \(Self.text(count)): \(item.text)"
    case .shares(let count): "list of \(Self.text(count)) shares in bp that sum to 10000"
    case .record(let fields):
      "object {" + fields.map { "\($0.name): \($0.allowed)" }.joined(separator: "; ") + "}"
    case .states(let count): "list of \(Self.text(count)) distinct state ids, ascending"
    case .pairs(let states, let range, let unit):
      "object, keys \"a|b\" with a < b, every unordered pair of `\(states)`: "
        + Self.integer(range, unit: unit).text
    case .pairWords(_, let words):
      "object, keys \"a|b\": list of clause families among \(words.joined(separator: " "))"
        + " (absent pair: none)"
    }
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound)..\(range.upperBound)"
  }
}
