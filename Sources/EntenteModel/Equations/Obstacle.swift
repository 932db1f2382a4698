/// What kind of obstacle an entry barrier of EQ17 is. A reform names the barrier, and with it the
/// obstacle it removes.
package enum Obstacle: String, CaseIterable, Sendable {
  case administrative, commercial, political, legal, cultural

  /// The obstacle behind EB1 to EB6: tenders, sales cycle, security, rights, infrastructure,
  /// environment.
  package static let ofBarriers: [Obstacle] = [
    .administrative, .commercial, .political, .legal, .commercial, .cultural,
  ]

  /// The obstacle behind a barrier by the word people type; nil for other words.
  package init?(barrier: String) {
    guard let place = OrderCatalogue.barriers.firstIndex(of: barrier) else { return nil }
    self = Self.ofBarriers[place]
  }
}
