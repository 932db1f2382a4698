/// What two states have agreed about supplying each other's forces (EQ19).
package enum LogisticAgreement: String, CaseIterable, Sendable, Codable {
  case none, acsa, sustain

  /// The cap of LOG before the technical bound; bp.
  package var cap: Int {
    switch self {
    case .none: 2_500
    case .acsa: 7_000
    case .sustain: 9_000
    }
  }
}
