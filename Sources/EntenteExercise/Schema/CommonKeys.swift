import EntenteModel
import EntenteSession

/// Keys that stand in several files.
enum CommonKeys {
  /// Text of one line that names somebody or something.
  static let label = Shape.text(max: 80)
  static let sectors = Sector.allCases.map(\.rawValue)
  static let domains = Domain.allCases.map(\.rawValue)
  static let marks = ["V", "R", "J"]
  static let inputs = Input.allCases.map(\.rawValue)

  /// Where an input comes from: 100% in all.
  static let origin = [
    KeyRule("shares", .map(.names(.state), .index), "Shares of states in the supply."),
    KeyRule("outside", .map(.new, .index), "Shares of suppliers that are no state here."),
  ]

  /// Begins a card with one of the library.
  static let base = KeyRule(
    "base", .newName,
    "The card of the library this one begins with: \"library\" for the one with the same id.")

  static let source = [
    KeyRule("source", .line, "Where the figures come from."),
    KeyRule(
      "confidence", .word(marks), "V seen in a public source, R recalled, J judgement."),
  ]
}

/// A figure written as a map, with its source.
enum FigureKeys {
  static let rules =
    [KeyRule("value", .text(max: 40), required: true, "The figure itself.")]
    + CommonKeys.source
}
