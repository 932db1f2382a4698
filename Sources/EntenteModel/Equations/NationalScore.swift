/// EQ31, `NAT` and `FINAL`: the weighted terms of a state, and its final score with private cards
/// and conduct; bp.
package enum NationalScore: Equation {
  /// Weights of security, latent capability, cost, interoperability, technology, economy.
  package static let weights = [30, 20, 15, 10, 10, 15]

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// SEC; bp.
    package var security: BasisPoints
    /// LAT; bp.
    package var latent: BasisPoints
    /// COST; bp.
    package var cost: BasisPoints
    /// INT; bp.
    package var interoperability: BasisPoints
    /// TECH; bp.
    package var technology: BasisPoints
    /// ECON; bp.
    package var economy: BasisPoints
    /// Points of private objectives; 0...2000.
    package var privateCards: Int
    /// Points of conduct; may be negative.
    package var conduct: Int
    /// Weights of the six terms in this order; sum 100.
    package var weights: [Int]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      security: BasisPoints, latent: BasisPoints, cost: BasisPoints, interoperability: BasisPoints,
      technology: BasisPoints, economy: BasisPoints, privateCards: Int, conduct: Int,
      weights: [Int] = NationalScore.weights
    ) {
      self.security = security
      self.latent = latent
      self.cost = cost
      self.interoperability = interoperability
      self.technology = technology
      self.economy = economy
      self.privateCards = privateCards
      self.conduct = conduct
      self.weights = weights
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// NAT; bp.
    package var national: BasisPoints
    /// FINAL; 0...10000 bp.
    package var final: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    precondition(input.weights.count == 6, "six weights")
    let terms =
      input.weights[0] * input.security.value + input.weights[1] * input.latent.value
      + input.weights[2] * input.cost.value + input.weights[3] * input.interoperability.value
      + input.weights[4] * input.technology.value + input.weights[5] * input.economy.value
    let national = rdiv(terms, 100)
    trace.step("national", national)
    let scaled = mb(national, 8_000)
    trace.step("scaled", scaled)
    let final = clamp(scaled + input.privateCards + input.conduct, 0, 10_000)
    trace.step("final", final)
    return Output(national: BasisPoints(national), final: BasisPoints(final))
  }
}
