/// Something in the terms that cannot be read: what, where, and one sentence to act on.
package struct TermsFinding: Hashable, Sendable {
  /// The stable names of `ERR 418 BAD_TERMS reason=…`.
  package enum Reason: String, CaseIterable, Sendable {
    case unknownWord = "unknown-word"
    case unknownParameter = "unknown-parameter"
    case unknownState = "unknown-state"
    case unknownValue = "unknown-value"
    case missingParameter = "missing-parameter"
    case duplicateParameter = "duplicate-parameter"
    case unitMissing = "unit-missing"
    case tooFine = "too-fine"
    case badNumber = "bad-number"
    case outOfRange = "out-of-range"
    case directionNotAllowed = "direction-not-allowed"
    case empty
    /// The text begins with `{` and is no JSON; on the wire this is 406 `BAD_JSON`.
    case badJSON = "bad-json"
  }

  /// A reply carries at most this many findings: one in `ERR`, the others as notes before it.
  package static let reportLimit = 10
  /// `near` shows at most this many characters.
  package static let nearLimit = 40

  /// What is wrong.
  package var reason: Reason
  /// Where it stands.
  package var place: TermsPlace
  /// What stands there, as typed, cut to `nearLimit` characters.
  package var near: String
  /// The nearest word that would be valid, if one is near enough.
  package var nearest: String?
  private var lead: String
  private var places: [TermsPlace]?
  private var tail: String

  /// A finding whose sentence is `lead`, the place in brackets, and `tail`.
  init(
    _ reason: Reason, at place: TermsPlace, near: String, _ lead: String, tail: String = ".",
    nearest: String? = nil
  ) {
    self.reason = reason
    self.place = place
    self.near = String(near.prefix(Self.nearLimit))
    self.nearest = nearest
    self.lead = lead
    self.tail = tail
  }

  /// The column, in characters from 1, of the line as typed.
  package var column: Int { place.column }
  /// The line of a body, from 1; nil if there is none.
  package var line: Int? { place.line }

  /// One sentence for the player.
  package var sentence: String {
    switch places {
    case .none: "\(lead) (\(place.words))\(tail)"
    case .some(let places):
      places.isEmpty ? lead + tail : "\(lead) (\(TermsPlace.words(places)))\(tail)"
    }
  }

  /// The same finding with other places in its sentence; none leaves the sentence without.
  func showing(_ places: [TermsPlace]) -> TermsFinding {
    var copy = self
    copy.places = places
    return copy
  }

  /// The same finding somewhere else.
  func moved(to place: TermsPlace) -> TermsFinding {
    var copy = self
    copy.place = place
    return copy
  }
}
