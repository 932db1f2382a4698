/// The way an export licence takes: hardware alone, an agreement for making or transfer, or the
/// expedited one under a security agreement.
package enum LicenceTrack: String, CaseIterable, Sendable, Codable {
  case expedited, standard, agreement
}
