/// A pair of states, symmetric things only.
package struct PairStanding: Sendable, Hashable, Codable {
  /// By layer: technical, procedural, logistic, data.
  package var layers: [BasisPoints]
  /// VAL; bp.
  package var affinity: BasisPoints
  /// C of EQ20; bp.
  package var composite: BasisPoints
  /// EQ28 depth and weight of the last resolution.
  package var depth: BasisPoints
  /// w of EQ28; bp.
  package var weight: BasisPoints
  /// Whether a formal treaty binds the two; never counted in group detection.
  package var formalTreaty: Bool
  /// The same without secret deals; nil where there are none between the two.
  package var openDepth: BasisPoints?
  /// w of EQ28 without secret deals; bp.
  package var openWeight: BasisPoints?
}

/// A programme's running values.
package struct ProgrammeStanding: Sendable, Hashable, Codable {
  /// Index of the state that owns the design; nil for open designs.
  package var owner: Int?
  /// Indices of the states that must consent beside the owner, ascending.
  package var consentHolders: [Int]
  /// Whether it exists, so that lines can build it.
  package var isDeveloped: Bool
  /// LEAK meter and the highest value it had.
  package var leak: BasisPoints
  /// Highest value of the meter so far; bp.
  package var leakHighest: BasisPoints
  /// Whether know-how or a line ever went to a state without the owner's signature.
  package var leftWithoutConsent: Bool
  /// How far its development is, in $k of its list cost: what is paid on top for partners or for
  /// export buys no more of it.
  package var developmentPaid: Money = 0
  /// States that were taught its making by a `transfer`, ascending.
  package var taught: [Int] = []
  /// Developed for export: disclosure takes half the days for ever.
  package var isExportable = false
  /// Shares of a design that was developed together, by state; bp. Nil where the owner holds all.
  package var shares: [BasisPoints]?
  /// A development that one state pays for alone.
  package var development: Development?
}
