/// The stage of cooperation a clause belongs to (metric M2).
package enum Stage: String, CaseIterable, Sendable, Codable {
  case development, production, deployment, none
}
