/// The unit cost of a line, from the list price to what it costs; $k, each after the one before.
package struct PreviewCost: Hashable, Sendable {
  /// The state of the line.
  package var state: Int
  /// The programme of the line.
  package var programme: Int
  /// C0.
  package var list: Money
  /// After learning (EQ1).
  package var learning: Money
  /// After the rate factor (EQ3).
  package var rate: Money
  /// After the premium of working together (EQ4).
  package var premium: Money
  /// After the licence premium (EQ6).
  package var licence: Money
  /// After a surge.
  package var surge: Money
  /// The same line without the text; nil where there would be none.
  package var without: Money?

  /// What a lot costs.
  package var total: Money { surge }
}
