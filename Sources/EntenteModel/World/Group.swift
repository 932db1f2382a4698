/// An informal group found in the network of deals.
package struct Group: Sendable, Hashable, Codable {
  /// G1, G2, … in order of detection.
  package var name: String
  package var members: [Int]
  package var detectedTurn: Int
  package var speed: Int
  package var formation: BasisPoints
  package var management: BasisPoints
  package var salience: BasisPoints
  package var capacity: BasisPoints
  package var interoperability: BasisPoints
  package var quadrant: String
  package var labels: [String]
  /// Mean LAT and RDY of the members at detection, for latent or deployed.
  package var latentAtDetection: Int
  package var readinessAtDetection: Int
}
