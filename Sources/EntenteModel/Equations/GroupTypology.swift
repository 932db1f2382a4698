/// EQ30: the kind of a group from mean industrial capacity and mean interoperability.
package enum GroupTypology: Equation {
  /// The four kinds of informal alliance.
  package enum Quadrant: String, CaseIterable, Sendable, Codable {
    case integratedArsenal = "integrated-arsenal"
    case parallelWorkshops = "parallel-workshops"
    case commonShield = "common-shield"
    case dialogueTable = "dialogue-table"
  }

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// ICn of each member; bp, at least one.
    package var capacities: [BasisPoints]
    /// C of each pair; bp, at least one.
    package var composites: [BasisPoints]
    /// X from which capacity is high; bp.
    package var capacityThreshold: BasisPoints
    /// Y from which interoperability is high; bp.
    package var interoperabilityThreshold: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      capacities: [BasisPoints], composites: [BasisPoints], capacityThreshold: BasisPoints = 5_000,
      interoperabilityThreshold: BasisPoints = 5_000
    ) {
      self.capacities = capacities
      self.composites = composites
      self.capacityThreshold = capacityThreshold
      self.interoperabilityThreshold = interoperabilityThreshold
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// X; bp.
    package var capacity: BasisPoints
    /// Y; bp.
    package var interoperability: BasisPoints
    /// The kind.
    package var quadrant: Quadrant
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    precondition(!input.capacities.isEmpty && !input.composites.isEmpty, "a group has members")
    let capacity = rdiv(
      input.capacities.reduce(0) { $0 + $1.value }, input.capacities.count)
    trace.step("capacity", capacity)
    let interoperability = rdiv(
      input.composites.reduce(0) { $0 + $1.value }, input.composites.count)
    trace.step("interoperability", interoperability)
    let isCapable = capacity >= input.capacityThreshold.value
    let isJoined = interoperability >= input.interoperabilityThreshold.value
    let quadrant: Quadrant =
      isCapable
      ? (isJoined ? .integratedArsenal : .parallelWorkshops)
      : (isJoined ? .commonShield : .dialogueTable)
    return Output(
      capacity: BasisPoints(capacity), interoperability: BasisPoints(interoperability),
      quadrant: quadrant)
  }

  /// Sub-labels of a group, those that hold in the order they are printed.
  package static func labels(
    hub: BasisPoints, lattice: BasisPoints, latentGain: Int, readinessGain: Int,
    smallMembersWorkshare: BasisPoints
  ) -> [String] {
    var labels: [String] = []
    if hub > 7_000 { labels.append("hub-and-spoke") }
    if lattice > 6_000 { labels.append("lattice") }
    labels.append(latentGain > readinessGain ? "latent" : "deployed")
    if smallMembersWorkshare >= 1_500 { labels.append("participatory") }
    return labels
  }
}
