/// An informal group found in the network of deals.
package struct Group: Sendable, Hashable, Codable {
  /// G1, G2, … in order of detection.
  package var name: String
  /// Indices of its states, ascending.
  package var members: [Int]
  /// The turn in which it was first found.
  package var detectedTurn: Int
  /// Turns from the first signature among the members to the detection; 0 is the same turn.
  package var speed: Int
  /// F of EQ29; bp.
  package var formation: BasisPoints
  /// M of EQ29; bp.
  package var management: BasisPoints
  /// S of EQ29; bp.
  package var salience: BasisPoints
  /// X of EQ30; bp.
  package var capacity: BasisPoints
  /// Y of EQ30; bp.
  package var interoperability: BasisPoints
  /// Word of the quadrant it stands in (EQ30), such as `integrated-arsenal`.
  package var quadrant: String
  /// Words for what else it is, in a fixed order; may be empty.
  package var labels: [String]
  /// Mean LAT and RDY of the members at detection, for latent or deployed.
  package var latentAtDetection: Int
  /// Mean RDY of the members at detection, bp.
  package var readinessAtDetection: Int
  /// It exists only through deals that are secret still: its members alone see it.
  package var isSecret: Bool?
}
