/// EQ25, `LAT`: what a state could build, itself and through partners (at most 3000); 0...10000
/// bp.
package enum LatentCapability: Equation {
  /// A partner as a source of access.
  package struct Partner: Sendable, Hashable {
    /// Its own latent capability; bp.
    package var latent: BasisPoints
    /// Depth of access; bp.
    package var depth: BasisPoints
    /// TRU of the state in the partner; bp.
    package var trust: BasisPoints

    /// Takes each value as it stands.
    package init(latent: BasisPoints, depth: BasisPoints, trust: BasisPoints) {
      self.latent = latent
      self.depth = depth
      self.trust = trust
    }
  }

  /// Access through partners counts at most this.
  package static let accessMax: BasisPoints = 3_000
  /// Depth of access by licensed production.
  package static let licensedProduction: BasisPoints = 1_500
  /// Depth of access by transfer.
  package static let transfer: BasisPoints = 2_000
  /// Depth of access by joint production.
  package static let jointProduction: BasisPoints = 3_000
  /// Depth of access by joint development.
  package static let jointDevelopment: BasisPoints = 3_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Its own, of `OwnLatent`; bp.
    package var own: BasisPoints
    /// Partners that give access.
    package var partners: [Partner]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(own: BasisPoints, partners: [Partner]) {
      self.own = own
      self.partners = partners
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// Through partners; bp.
    package var access: BasisPoints
    /// LAT; bp.
    package var latent: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    var sum = 0
    for partner in input.partners {
      let reached = mb(mb(partner.latent.value, partner.depth.value), partner.trust.value)
      trace.step("reached", reached)
      sum += reached
    }
    let access = min(accessMax.value, sum)
    trace.step("access", access)
    let latent = min(10_000, input.own.value + access)
    trace.step("latent", latent)
    return Output(access: BasisPoints(access), latent: BasisPoints(latent))
  }
}
