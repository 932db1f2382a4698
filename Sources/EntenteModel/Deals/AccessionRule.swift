/// How states that are no party may join later.
package enum AccessionRule: Hashable, Sendable, Codable {
  case closed, unanimity, majority
  /// At once, for a state with at least this SEC and mean VAL, who pays the fee.
  case open(security: BasisPoints, values: BasisPoints, fee: Money)
}
