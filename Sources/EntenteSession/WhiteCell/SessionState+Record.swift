package import EntenteModel

/// What conditions of events may ask of the record, beside the figures of the world.
package enum RecordMetric: String, Sendable, CaseIterable {
  /// Offers that a state tabled, revised or signed.
  case offers
  /// Messages that a state sent to others.
  case messages
  /// 1 if a state sent another nothing in so many turns, all of them played.
  case noMessage
}

extension SessionState {
  /// Whether a test holds now, `team` being the state it is asked of: figures from the world, words
  /// and offers from the record through the end of turn `last`.
  package func holds(
    _ test: CardCondition.Test, for team: StateID? = nil, through last: Int
  ) -> Bool {
    CardTest.holds(team.map { test.naming($0) } ?? test) { metric in
      if let record = RecordMetric(rawValue: metric.name) {
        return value(of: record, metric.arguments, through: last)
      }
      return CardTest.value(of: metric, in: world, scenario: scenario)
    }
  }

  private func value(of metric: RecordMetric, _ arguments: [String], through last: Int) -> Int? {
    switch metric {
    case .offers: return places(arguments.first).map { $0.reduce(0) { $0 + offers(of: $1) } }
    case .messages:
      return places(arguments.first).map { $0.reduce(0) { $0 + desks[$1].messagesSent } }
    case .noMessage:
      guard arguments.count == 3, let from = places(arguments[0]), let to = places(arguments[1]),
        let turns = Int(arguments[2])
      else { return nil }
      let spoke = from.contains { own in
        to.contains { $0 != own && lastTurn(own, wroteTo: $0) > last - turns }
      }
      return spoke ? 0 : 1
    }
  }

  /// The states that a word of a condition names; nil if it names none.
  private func places(_ word: String?) -> [Int]? {
    guard let word else { return nil }
    if word == "all" || word == "*" { return Array(scenario.states.indices) }
    return scenario.index(of: StateID(word)).map { [$0] }
  }

  private func offers(of place: Int) -> Int {
    let state = scenario.states[place].id
    return negotiations.count { $0.hasHand(of: state) }
  }

  private func lastTurn(_ own: Int, wroteTo other: Int) -> Int {
    desks[own].lastWroteTo.isEmpty ? 0 : desks[own].lastWroteTo[other]
  }

  /// Keeps who wrote to whom, and when: what conditions ask of the record.
  mutating func remember(_ addressees: [String], from own: Int) {
    var reached: [Int] = []
    for word in addressees {
      if word == "all" {
        reached += scenario.states.indices
      } else if let open = whiteCell.conference(word)?.conference {
        reached += open.states.compactMap(scenario.index(of:))
      } else if let place = scenario.index(of: SeatID(word).state ?? StateID(word)) {
        reached.append(place)
      }
    }
    guard reached.contains(where: { $0 != own }) else { return }
    desks[own].messagesSent += 1
    if desks[own].lastWroteTo.isEmpty {
      desks[own].lastWroteTo = scenario.states.map { _ in 0 }
    }
    for place in reached { desks[own].lastWroteTo[place] = turn }
  }
}
