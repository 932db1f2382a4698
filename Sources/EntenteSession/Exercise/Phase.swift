/// A phase of a turn, in order.
package enum Phase: String, CaseIterable, Sendable, Codable {
  case report, negotiate, ratify, orders, resolve, review
}

/// How long each phase lasts and what ends it.
package struct PhasePlan: Sendable, Hashable {
  /// What ends a phase that has a clock.
  package enum Advance: String, Sendable, CaseIterable {
    /// The clock alone decides; `READY` only shows on the board.
    case clock
    /// A phase ends as soon as every person who may say `READY` has said it.
    case ready
  }

  /// How long a phase lasts.
  package enum Length: Sendable, Hashable {
    /// The phase does not exist; its verbs join a neighbour.
    case absent
    /// No clock: `READY` ends it.
    case open
    case seconds(Int)
  }

  package var lengths: [Length]
  package var advance: Advance

  /// `lengths` are those of report, negotiate, ratify, orders and review.
  package init(
    report: Length, negotiate: Length, ratify: Length, orders: Length, review: Length,
    advance: Advance
  ) {
    lengths = [report, negotiate, ratify, orders, .open, review]
    self.advance = advance
  }

  /// The length of a phase. `resolve` has none: it is passed at once.
  package func length(of phase: Phase) -> Length {
    switch phase {
    case .report: lengths[0]
    case .negotiate: lengths[1]
    case .ratify: lengths[2]
    case .orders: lengths[3]
    case .resolve: lengths[4]
    case .review: lengths[5]
    }
  }

  /// Whether `phase` is played as a phase of its own.
  package func exists(_ phase: Phase) -> Bool { length(of: phase) != .absent }

  /// The phases whose verbs work while `current` runs: itself and the absent ones that join it.
  /// An absent ratify joins negotiate, review the next report, report the negotiate after it.
  package func covers(_ current: Phase, _ wanted: Phase) -> Bool {
    if current == wanted { return true }
    if exists(wanted) { return false }
    switch wanted {
    case .report: return current == .negotiate
    case .review:
      return exists(.report) ? current == .report : current == .negotiate
    case .ratify: return current == .negotiate
    case .orders: return current == (exists(.ratify) ? .ratify : .negotiate)
    case .negotiate: return current == .report
    case .resolve: return false
    }
  }

  /// The first phase of a turn.
  package var first: Phase { exists(.report) ? .report : .negotiate }

  /// The phase after `phase` in the same turn; nil when the turn is over.
  package func next(after phase: Phase) -> Phase? {
    let order = Phase.allCases
    guard let place = order.firstIndex(of: phase) else { return nil }
    return order[(place + 1)...].first { $0 == .resolve || exists($0) }
  }
}
