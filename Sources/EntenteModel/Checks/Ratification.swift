/// A ratification: who, for how much political capital, and the deal after it.
package struct Ratification: Sendable, Hashable, Codable {
  /// The state that ratified.
  package var state: Int
  /// Political capital it pays at once; bp.
  package var cost: BasisPoints
  /// The deal afterwards, and what it opened.
  package var conclusion: Conclusion
}
