/// A card that is worth nothing to play for: true before anybody moves, or lost before.
package enum CardStart: String, Sendable, CaseIterable {
  /// True at the start and neither `keep` nor `always` stands before it.
  case alreadyTrue = "already-true"
  /// `keep` or `always` stands before it and it is false at the start.
  case alreadyLost = "already-lost"

  /// The fault of a card at the start, nil if it has none. `start` is the world before turn 1 and
  /// `untouched` the one after a run without deals and orders.
  package static func fault(
    of condition: CardCondition, start: World, untouched: World, scenario: Scenario
  ) -> CardStart? {
    let isTrue = CardTest.isTrueAtStart(
      condition, start: start, untouched: untouched, scenario: scenario)
    switch condition.moment {
    case .end, .by: return isTrue ? .alreadyTrue : nil
    case .keep, .always: return isTrue ? nil : .alreadyLost
    }
  }
}
