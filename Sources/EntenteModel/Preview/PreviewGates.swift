/// A wait the text begins: the days of each gate, and when it ends.
package struct PreviewGates: Hashable, Sendable {
  /// What waits.
  package enum Subject: String, Sendable {
    /// A new line.
    case line
    /// The first delivery to a buyer.
    case delivery
    /// A flow of know-how to a receiver.
    case flow
  }

  /// The clause that begins the wait.
  package var clause: ClauseID
  /// What waits for its gates.
  package var subject: Subject
  /// The state that gets the line, the lots or the know-how.
  package var state: Int
  /// The programme it is about; nil for a transfer in a domain.
  package var programme: Int?
  /// The gates in their order, with their days.
  package var gates: [Gate]
  /// Day credit of a turn (EQ9).
  package var credit: Days
  /// The turn in which the last gate closes.
  package var firstTurn: Int
  /// Day credit left in that turn.
  package var leftover: Days

  /// All days of the gates.
  package var days: Days { GateClock.remaining(gates) }

  /// What waits, for people: `dorn-canopy`, `canopy to cael`, `know-how to cael`.
  package func title(in scenario: Scenario) -> String {
    let state = scenario.states[state].id
    guard let programme else { return "know-how to \(state)" }
    let name = scenario.programmes[programme].id
    switch subject {
    case .line: return "line \(state)-\(name)"
    case .delivery: return "\(name) to \(state)"
    case .flow: return "know-how of \(name) to \(state)"
    }
  }

  /// Everything that waits once the deal is concluded as in `draft`, in the order of its clauses. A
  /// delivery waits for the line it comes from.
  static func of(
    _ draft: Conclusion, in world: World, scenario: Scenario
  ) -> [PreviewGates] {
    var found: [PreviewGates] = []
    for (index, clause) in draft.deal.text.clauses.enumerated() {
      found += lines(of: draft, clause, world, scenario)
      found += receivers(of: draft, index, in: world, scenario: scenario)
    }
    return found
  }

  private static func lines(
    of draft: Conclusion, _ clause: ClauseText, _ world: World, _ scenario: Scenario
  ) -> [PreviewGates] {
    let builders = LinePlan.builders(of: clause).compactMap(scenario.index(of:))
    let programme = clause.programme.flatMap(scenario.index(of:))
    return draft.lines.filter { line in
      line.status == .gated && builders.contains(line.state) && line.programme == programme
        && !world.lines.contains { $0.isSame(as: line) && $0.status == .gated }
    }.map { line in
      var wait = PreviewGates(
        clause: clause.id, subject: .line, state: line.state, programme: line.programme,
        gates: line.gates, credit: line.credit, firstTurn: 0, leftover: 0)
      wait.close(after: world.turn)
      return wait
    }
  }

  private static func receivers(
    of draft: Conclusion, _ index: Int, in world: World, scenario: Scenario
  ) -> [PreviewGates] {
    let clause = draft.deal.text.clauses[index]
    let programme = clause.programme.flatMap(scenario.index(of:))
    let receivers = clause.to.compactMap(scenario.index(of:))
    return zip(receivers, draft.deal.clauses[index].gates).map { receiver, gates in
      var wait = PreviewGates(
        clause: clause.id, subject: clause.kind == .offtake ? .delivery : .flow, state: receiver,
        programme: programme, gates: gates,
        credit: DealGates.credit(of: draft.deal, clause: index, in: world, scenario: scenario),
        firstTurn: 0, leftover: 0)
      wait.close(after: world.turn)
      if clause.kind == .offtake, let programme {
        let opening = clause.from.compactMap(scenario.index(of:)).compactMap {
          lineOpens($0, programme, draft, world)
        }.max()
        let earliest = max(clause.integer("first") ?? 0, opening ?? 0)
        if earliest > wait.firstTurn {
          wait.firstTurn = earliest
          wait.leftover = wait.credit
        }
      }
      return wait
    }
  }

  /// The turn in which a gated line of the state opens; nil if it is open or there is none.
  private static func lineOpens(
    _ state: Int, _ programme: Int, _ draft: Conclusion, _ world: World
  ) -> Int? {
    let lines = draft.lines + world.lines
    guard let line = lines.first(where: { $0.state == state && $0.programme == programme }),
      line.status == .gated, line.credit > 0
    else { return nil }
    let left = GateClock.remaining(line.gates).value
    return max(world.turn, line.gatedFrom) + fdiv(left, line.credit.value)
  }

  /// EQ9: the turn the last gate closes in, counted from the turn after `conclusion`.
  private mutating func close(after conclusion: Int) {
    let turns = fdiv(days.value, credit.value) + 1
    firstTurn = conclusion + turns
    leftover = Days(turns * credit.value - days.value)
  }
}
