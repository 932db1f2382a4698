/// Days of the gates of EQ8. An exercise may give its own; the defaults are those of the rule book,
/// anchored on the 60-day licence rule of NSPD-56, ITAR 126.7 and published contracting times.
package struct GateDays: Codable, Sendable, Hashable {
  /// RAT of class A, executive.
  package var ratificationA: Days = 0
  /// RAT of class B, notified.
  package var ratificationB: Days = 90
  /// RAT of class C, legislative.
  package var ratificationC: Days = 180
  /// TSFD for each level of sensitivity above 1.
  package var disclosurePerLevel: Days = 90
  /// LIC for finished hardware.
  package var licenceStandard: Days = 60
  /// LIC for an agreement on making or transfer.
  package var licenceAgreement: Days = 180
  /// LIC on the expedited track, and on an exempt one at sensitivity 4.
  package var licenceExpedited: Days = 45
  /// LIC added for each owner beyond the first.
  package var licenceExtraOwner: Days = 30
  /// CON by ordinary acquisition rules.
  package var contractingFar: Days = 360
  /// CON by a joint agency.
  package var contractingAgency: Days = 240
  /// CON by another transaction.
  package var contractingOTA: Days = 120
  /// TE without recognition of each other's tests.
  package var test: Days = 120
  /// TE with mutual recognition.
  package var testRecognised: Days = 60

  /// The days of the rule book.
  package init() {}

  /// RAT of a class.
  package func ratification(_ ratificationClass: RatificationClass) -> Days {
    switch ratificationClass {
    case .a: ratificationA
    case .b: ratificationB
    case .c: ratificationC
    }
  }

  /// LIC of a track, before exemption and further owners.
  package func licence(_ track: LicenceTrack) -> Days {
    switch track {
    case .expedited: licenceExpedited
    case .standard: licenceStandard
    case .agreement: licenceAgreement
    }
  }

  /// CON of a route.
  package func contracting(_ route: ContractingRoute) -> Days {
    switch route {
    case .far: contractingFar
    case .agency: contractingAgency
    case .ota: contractingOTA
    }
  }

  /// TE with or without mutual recognition.
  package func test(recognised: Bool) -> Days { recognised ? testRecognised : test }
}
