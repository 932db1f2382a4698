/// A deal after a step, with the lines the step opened.
package struct Conclusion: Sendable, Hashable, Codable {
  /// The deal afterwards.
  package var deal: Deal
  /// New lines, and standing ones that the deal brings along, as they are now.
  package var lines: [Line] = []
  /// Programmes whose know-how or lines go somewhere without the owner's signature.
  package var withoutConsent: [Int] = []

  /// The deal after a step that opened nothing.
  package init(deal: Deal) { self.deal = deal }
}

extension ClauseStanding {
  /// A clause of a deal that is not concluded: it binds nobody yet.
  package static var untouched: ClauseStanding {
    ClauseStanding(
      bound: [], activeFrom: nil, isSuspended: false, hasEnded: false, hasStarted: false,
      gates: [], arrears: [], delivered: 0, turnsPaid: 0)
  }
}
