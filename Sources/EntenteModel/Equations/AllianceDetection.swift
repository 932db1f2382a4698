/// EQ28: finds informal groups in the network of ties. A group is a set of three or more states
/// in which every pair is at the threshold and whose pairs together have at least two clause
/// families; only sets that no larger one contains are named, and they may overlap.
///
/// Also the lattice index (how often a partner's partner is a partner) and the hub index (how
/// much hangs on one state); both 0...10000 bp, 0 when there is nothing to divide by.
package enum AllianceDetection: Equation {
  /// A group is the one of last turn if they share at least this (Jaccard).
  package static let persistsFrom: BasisPoints = 6_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// n, number of states; 0...16.
    package var count: Int
    /// w of each unordered pair: (0,1), (0,2), ... (1,2), ...; bp.
    package var weights: [BasisPoints]
    /// Clause families of each pair in the same order, one bit a family.
    package var families: [UInt8]
    /// theta, weight from which a pair is tied; bp.
    package var threshold: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      count: Int, weights: [BasisPoints], families: [UInt8], threshold: BasisPoints = 1_500
    ) {
      self.count = count
      self.weights = weights
      self.families = families
      self.threshold = threshold
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// Maximal groups, ascending.
    package var groups: [MemberSet]
    /// Pairs at the threshold, ascending.
    package var dyads: [MemberSet]
    /// rdiv(30000*triangles, connected triples); bp.
    package var lattice: BasisPoints
    /// rdiv(10000*max strength, sum of w); bp.
    package var hub: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    precondition((0...16).contains(input.count), "a group is found among at most 16 states")
    precondition(
      input.weights.count == input.count * (input.count - 1) / 2
        && input.families.count == input.weights.count, "one weight and family set a pair")
    var search = GroupSearch(input)
    search.extend(0, candidates: search.everyone, excluded: 0)
    let lattice = search.lattice()
    trace.step("lattice", lattice)
    let hub = search.hub()
    trace.step("hub", hub)
    trace.step("groups", search.groups.count)
    trace.step("dyads", search.dyads.count)
    return Output(
      groups: search.groups.sorted(), dyads: search.dyads, lattice: BasisPoints(lattice),
      hub: BasisPoints(hub))
  }
}
