/// The value of a parameter in canonical units.
package enum ParameterValue: Hashable, Sendable, Codable {
  /// Nothing is named, or the engine chooses.
  case null
  /// bp, $k, mU, turns or a plain count.
  case integer(Int)
  case flag(Bool)
  case word(String)
  /// Words, states or clause references; sorted unless their order means something.
  case words([String])
  /// One number a state, sorted by state.
  case amounts([StateAmount])
}
