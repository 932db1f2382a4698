/// The names of the rules' refusals: stable on the wire, with the number they have in the rule
/// book.
package enum RefusalName: String, CaseIterable, Sendable, Codable {
  case sharesNotWhole = "shares-not-whole"
  case badDuration = "bad-duration"
  case tooManyClauses = "too-many-clauses"
  case unknownID = "unknown-id"
  case duplicateClause = "duplicate-clause"
  case partyMissing = "party-missing"
  case directionMissing = "direction-missing"
  case staleRevision = "stale-revision"
  case barredByExclusivity = "barred-by-exclusivity"
  case securityTooLow = "security-too-low"
  case trustTooLow = "trust-too-low"
  case valuesTooFar = "values-too-far"
  case noIPConsent = "no-ip-consent"
  case mitigationTooWeak = "mitigation-too-weak"
  case neverTradable = "never-tradable"
  case barredByLaw = "barred-by-law"
  case capacityTooLow = "capacity-too-low"
  case workforceTooLow = "workforce-too-low"
  case organisationTooLow = "organisation-too-low"
  case belowTechnology = "below-technology"
  case belowMinimumQuantity = "below-minimum-quantity"
  case noLine = "no-line"
  case stockTooLow = "stock-too-low"
  case interoperabilityTooLow = "interoperability-too-low"
  case noSecurityAgreement = "no-security-agreement"
  case prerequisiteMissing = "prerequisite-missing"
  case controlsNotComparable = "controls-not-comparable"
  case offsetWithoutSale = "offset-without-sale"
  case noCivilFramework = "no-civil-framework"
  case governanceWithoutProgramme = "governance-without-programme"
  case conflictsWithDeal = "conflicts-with-deal"
  case treasuryTooLow = "treasury-too-low"
  case poolTooSmall = "pool-too-small"
  case tooLittleCapital = "too-little-capital"
  case otaNotAllowed = "ota-not-allowed"
  case clauseNotHere = "clause-not-here"
  case orderNotHere = "order-not-here"
  case tooManyOffers = "too-many-offers"
  case tooManyOrders = "too-many-orders"
  case notYourLine = "not-your-line"
  case gateAlreadyPassed = "gate-already-passed"
  case tooSoon = "too-soon"
  case accessionClosed = "accession-closed"
  case noReexportConsent = "no-reexport-consent"
  case surgeExhausted = "surge-exhausted"
  case notAParty = "not-a-party"
}

/// A no of the rules: an outcome of the game worth reading. Carries the numbers that failed and one
/// sentence a player can act on.
package struct RuleRefusal: Error, Sendable, Hashable {
  /// Which rule says no.
  package var name: RefusalName
  /// The clause it is about, where there is one.
  package var clause: ClauseID?
  /// The stated keys with their values, in the order of the rule book: `have=5000`, `need=6000`.
  package var fields: [Field]
  /// One sentence a player can act on.
  package var sentence: String

  /// A stated key with its value, as it is printed.
  package struct Field: Sendable, Hashable {
    /// The key: `have`.
    package var name: String
    /// The value as printed.
    package var value: String
    /// A key with a word.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
    /// A key with a number in the unit of the rules.
    package init(_ name: String, _ value: Int) { self.init(name, String(value)) }
  }

  /// A refusal with the keys the rule book states.
  package init(
    _ name: RefusalName, clause: ClauseID? = nil, _ fields: [Field] = [], _ sentence: String
  ) {
    self.name = name
    self.clause = clause
    self.fields = fields
    self.sentence = sentence
  }
}
