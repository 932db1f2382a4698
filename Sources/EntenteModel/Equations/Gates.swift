/// EQ8: days of each gate between signature and first output. Gates stand one after another;
/// `parallel` counts disclosure and licence once, the longer.
///
/// Sensitivity 5 is refused before any gate; with several owners the caller takes the largest
/// disclosure and licence and gives the number of further owners.
package enum Gates: Equation {
  /// Trust from which a security agreement halves disclosure.
  package static let trustForDisclosure: BasisPoints = 6_500

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Class of the deal; RAT.
    package var ratificationClass: RatificationClass
    /// Sensitivity of the programme; 0...4.
    package var sensitivity: Int
    /// XC of the originator; bp.
    package var exportStrictness: BasisPoints
    /// A gsoia covers the programme.
    package var securityAgreement: Bool
    /// TRU of the owner in the receiver; bp.
    package var trust: BasisPoints
    /// An exemption is in force.
    package var exempt: Bool
    /// Track of the clause; LIC.
    package var licence: LicenceTrack
    /// Owners beyond the first; 0 or more.
    package var extraOwners: Int
    /// CON.
    package var contracting: ContractingRoute
    /// Days of tooling at nominal organisation.
    package var toolingBase: Days
    /// ORG of the building state; bp.
    package var organisation: BasisPoints
    /// Tests are recognised mutually; TE.
    package var testRecognition: Bool
    /// Disclosure and licence run at the same time.
    package var parallel: Bool
    /// Days of the exercise.
    package var days: GateDays

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      ratificationClass: RatificationClass, sensitivity: Int, exportStrictness: BasisPoints,
      securityAgreement: Bool, trust: BasisPoints, exempt: Bool, licence: LicenceTrack,
      extraOwners: Int, contracting: ContractingRoute, toolingBase: Days, organisation: BasisPoints,
      testRecognition: Bool, parallel: Bool = false, days: GateDays = GateDays()
    ) {
      self.ratificationClass = ratificationClass
      self.sensitivity = sensitivity
      self.exportStrictness = exportStrictness
      self.securityAgreement = securityAgreement
      self.trust = trust
      self.exempt = exempt
      self.licence = licence
      self.extraOwners = extraOwners
      self.contracting = contracting
      self.toolingBase = toolingBase
      self.organisation = organisation
      self.testRecognition = testRecognition
      self.parallel = parallel
      self.days = days
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// RAT.
    package var ratification: Days
    /// TSFD.
    package var disclosure: Days
    /// LIC.
    package var licence: Days
    /// CON.
    package var contracting: Days
    /// TOOL.
    package var tooling: Days
    /// TE.
    package var test: Days
    /// All of them; with parallel papers the longer one once.
    package var total: Days
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let ratification = input.days.ratification(input.ratificationClass)
    trace.step("ratification", ratification.value)
    let multiplier = disclosureMultiplier(
      sensitivity: input.sensitivity, securityAgreement: input.securityAgreement,
      trust: input.trust, exempt: input.exempt)
    trace.step("disclosureMultiplier", multiplier.value)
    let disclosure = disclosure(
      sensitivity: input.sensitivity, exportStrictness: input.exportStrictness,
      multiplier: multiplier, days: input.days)
    trace.step("disclosure", disclosure.value)
    let licence = licence(
      input.licence, sensitivity: input.sensitivity, exempt: input.exempt,
      extraOwners: input.extraOwners, days: input.days)
    trace.step("licence", licence.value)
    let contracting = input.days.contracting(input.contracting)
    trace.step("contracting", contracting.value)
    let tooling = tooling(base: input.toolingBase, organisation: input.organisation)
    trace.step("tooling", tooling.value)
    let test = input.days.test(recognised: input.testRecognition)
    trace.step("test", test.value)
    let papers = input.parallel ? max(disclosure, licence) : disclosure + licence
    let total = ratification + papers + contracting + tooling + test
    trace.step("total", total.value)
    return Output(
      ratification: ratification, disclosure: disclosure, licence: licence,
      contracting: contracting, tooling: tooling, test: test, total: total)
  }

  /// `dm`: 2500 under an exemption up to sensitivity 3, else 5000 under a security agreement with
  /// trust of at least 6500, else 10000 bp.
  package static func disclosureMultiplier(
    sensitivity: Int, securityAgreement: Bool, trust: BasisPoints, exempt: Bool
  ) -> BasisPoints {
    if exempt && sensitivity <= 3 { return 2_500 }
    return securityAgreement && trust >= trustForDisclosure ? 5_000 : 10_000
  }

  /// TSFD: days for each level above 1, times XC, times `dm`.
  package static func disclosure(
    sensitivity: Int, exportStrictness: BasisPoints, multiplier: BasisPoints, days: GateDays
  ) -> Days {
    let base = Days(days.disclosurePerLevel.value * max(0, sensitivity - 1))
    return base.scaled(by: exportStrictness).scaled(by: multiplier)
  }

  /// LIC: none under an exemption up to sensitivity 3, the expedited days above, else those of the
  /// track; further owners add theirs in every case.
  package static func licence(
    _ track: LicenceTrack, sensitivity: Int, exempt: Bool, extraOwners: Int, days: GateDays
  ) -> Days {
    let base =
      exempt ? (sensitivity <= 3 ? 0 : days.licenceExpedited) : days.licence(track)
    return base + Days(days.licenceExtraOwner.value * extraOwners)
  }

  /// TOOL: `mb(base, 12500 - rdiv(ORG,2))`.
  package static func tooling(base: Days, organisation: BasisPoints) -> Days {
    base.scaled(by: BasisPoints(12_500 - rdiv(organisation.value, 2)))
  }
}
