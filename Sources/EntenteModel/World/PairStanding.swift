/// A pair of states, symmetric things only.
package struct PairStanding: Sendable, Hashable, Codable {
  /// By layer: technical, procedural, logistic, data.
  package var layers: [BasisPoints]
  package var affinity: BasisPoints
  package var composite: BasisPoints
  /// EQ28 depth and weight of the last resolution.
  package var depth: BasisPoints
  package var weight: BasisPoints
  package var formalTreaty: Bool
}

/// A programme's running values.
package struct ProgrammeStanding: Sendable, Hashable, Codable {
  package var owner: Int?
  package var consentHolders: [Int]
  package var isDeveloped: Bool
  /// LEAK meter and the highest value it had.
  package var leak: BasisPoints
  package var leakHighest: BasisPoints
  /// Whether know-how or a line ever went to a state without the owner's signature.
  package var leftWithoutConsent: Bool
  /// Paid for its development so far, $k.
  package var developmentPaid: Money = 0
  /// States that were taught its making by a `transfer`, ascending.
  package var taught: [Int] = []
  /// Developed for export: disclosure takes half the days for ever.
  package var isExportable = false
}
