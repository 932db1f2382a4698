/// What holds if a parameter is not written.
package enum ParameterFallback: Hashable, Sendable {
  /// The parameter must be written.
  case required
  /// This value.
  case value(ParameterValue)
  /// 10000 bp shared equally among the bound states, the rest to the lower states.
  case equalShares
  /// This sum for each bound state.
  case each(Int)

  /// The value for a clause that binds `bound` (sorted); nil if the parameter must be written or
  /// nobody is bound.
  package func value(bound: [StateID]) -> ParameterValue? {
    switch self {
    case .required: return nil
    case .value(let value): return value
    case .equalShares: return bound.isEmpty ? nil : .amounts(StateAmount.equalShares(bound))
    case .each(let sum): return .amounts(bound.map { StateAmount(state: $0, value: sum) })
    }
  }
}
