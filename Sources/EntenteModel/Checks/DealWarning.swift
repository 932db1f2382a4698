/// Something a party should know before it signs; it blocks nothing.
package struct DealWarning: Hashable, Sendable {
  /// The stable names, W11…W21.
  package enum Name: String, CaseIterable, Sendable, Codable {
    case localFit = "local-fit"
    case noFormalTie = "no-formal-tie"
    case noSupplierHere = "no-supplier-here"
    case singleSupplier = "single-supplier"
    case leakHigh = "leak-high"
    case premiumHigh = "premium-high"
    case duplicatedDevelopment = "duplicated-development"
    case lopsidedSurplus = "lopsided-surplus"
    case expiresBeforeDelivery = "expires-before-delivery"
    case noEffect = "no-effect"
    case dependenceHigh = "dependence-high"

    /// Number in the rule book: 11…21.
    package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 11 }
  }

  /// What it warns of.
  package var name: Name
  /// The clause it is about; nil if it is about the whole text.
  package var clause: ClauseID?
  /// One sentence that names the thing and the value.
  package var sentence: String

  /// A warning with its sentence.
  package init(_ name: Name, clause: ClauseID? = nil, _ sentence: String) {
    self.name = name
    self.clause = clause
    self.sentence = sentence
  }
}
