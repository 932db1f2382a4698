/// How long a deal lasts and how a state leaves it; filled by the clause `term`.
package struct DealTerm: Hashable, Sendable, Codable {
  /// The turns a deal may be written for; 0 is evergreen.
  package static let durations = 1...40
  /// The turns of notice that may be written.
  package static let notices = 0...4

  /// Turns from the first turn of effect; 0 is evergreen, which runs to the last turn.
  package var duration: Int
  /// Turns a state stays bound after it has denounced the deal.
  package var notice: Int
  /// $k, shared by the states that are left.
  package var penalty: Money
  /// Clauses that bind the leaver and the rest to the end, in the order of the text.
  package var survive: [ClauseID]
  /// The turn in which a majority may amend, nil if none.
  package var review: Int?

  /// A term, with the defaults of the language.
  package init(
    duration: Int = 8, notice: Int = 1, penalty: Money = 0, survive: [ClauseID] = [],
    review: Int? = nil
  ) {
    self.duration = duration
    self.notice = notice
    self.penalty = penalty
    self.survive = survive
    self.review = review
  }

  /// True if the deal runs to the last turn of the exercise.
  package var isEvergreen: Bool { duration == 0 }
}
