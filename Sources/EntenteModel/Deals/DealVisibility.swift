/// Who reads the text of a deal.
package enum DealVisibility: Hashable, Sendable, Codable {
  case `public`
  case parties
  /// Hidden even from its being there, until the turn `until` begins.
  case secret(until: Int)
}
