package import EntenteModel
package import EntenteSession

/// What many games of bots showed about an exercise: what nobody used, whose chances are better,
/// who finds together.
package struct RehearsalReport: Sendable {
  /// How often something was used.
  package struct Use: Hashable, Sendable {
    /// The word people know it by.
    package var name: String
    /// Games in which it was tried: a clause in an offer, say.
    package var tried: Int
    /// Games in which it came about.
    package var used: Int
  }

  /// How a state did.
  package struct Chance: Hashable, Sendable {
    package var state: StateID
    /// Mean of FINAL over all games, bp.
    package var mean: Int
    /// Lowest FINAL of a game, bp.
    package var lowest: Int
    /// Highest FINAL of a game, bp.
    package var highest: Int
    /// Games in which nobody had more.
    package var firsts: Int
    /// Games in which each private card was met, in the order of the cards.
    package var cards: [Int]
    /// Games in which it was party to a deal that was concluded.
    package var deals: Int
  }

  /// A group that stood at the end of a game.
  package struct Formation: Hashable, Sendable {
    /// Its states, ascending.
    package var members: [StateID]
    /// Word of the quadrant it stood in, such as `integrated-arsenal`.
    package var quadrant: String
    /// Games that ended with it.
    package var games: Int
  }

  /// States whose mean lies this far from the mean of all have other chances, bp.
  package static let unequal = 1_500

  package let exercise: Exercise
  /// Games that were played.
  package private(set) var games = 0
  package private(set) var clauses: [Use]
  package private(set) var orders: [Use]
  package private(set) var programmes: [Use]
  package private(set) var injects: [Use]
  package private(set) var chances: [Chance]
  /// The most frequent first.
  package private(set) var groups: [Formation] = []
  /// Games that ended without any group.
  package private(set) var without = 0
  /// Bots' commands that were not taken, in all games.
  package private(set) var refused = 0
  private var sums: [Int]

  /// A report on no game yet.
  package init(_ exercise: Exercise) {
    self.exercise = exercise
    let scenario = exercise.scenario
    let use = { (name: String) in Use(name: name, tried: 0, used: 0) }
    clauses = scenario.parameters.clauses.filter { !$0.isHeader }.map { use($0.rawValue) }
    orders = scenario.parameters.orders.map { use($0.rawValue) }
    programmes = scenario.programmes.map { use($0.id.text) }
    injects = scenario.injects.map { use($0.id.text) }
    sums = scenario.states.map { _ in 0 }
    chances = scenario.states.map {
      Chance(
        state: $0.id, mean: 0, lowest: 10_000, highest: 0, firsts: 0,
        cards: $0.cards.map { _ in 0 }, deals: 0)
    }
  }

  /// Takes in a game that was played.
  package mutating func add(_ game: RehearsalGame) {
    games += 1
    refused += game.refused
    let state = game.state
    let concluded = state.negotiations.filter {
      $0.status == .deal && state.world.deal($0.id)?.concludedTurn != nil
    }
    count(&clauses, tried: Self.kinds(state.negotiations), used: Self.kinds(concluded))
    let given = Set(game.orders.keys.map(\.rawValue))
    count(&orders, tried: given, used: given)
    count(&programmes, tried: Self.programmes(state.negotiations), used: built(in: state.world))
    let fired = Set(state.fired.map(\.inject.text))
    count(&injects, tried: fired, used: fired)
    addChances(state, concluded)
    addGroups(state)
  }

  private func count(_ uses: inout [Use], tried: Set<String>, used: Set<String>) {
    for place in uses.indices {
      if tried.contains(uses[place].name) { uses[place].tried += 1 }
      if used.contains(uses[place].name) { uses[place].used += 1 }
    }
  }

  private static func kinds(_ deals: [Negotiation]) -> Set<String> {
    Set(deals.flatMap { $0.revisions.flatMap { $0.text.clauses.map(\.kind.rawValue) } })
  }

  private static func programmes(_ deals: [Negotiation]) -> Set<String> {
    Set(deals.flatMap { $0.text.clauses.compactMap { $0.programme?.text } })
  }

  /// Programmes of which anything was delivered, or a line stands that did not at the start.
  private func built(in world: World) -> Set<String> {
    let scenario = exercise.scenario
    let count = scenario.programmes.count
    return Set(
      scenario.programmes.indices.filter { programme in
        world.lines.count { $0.programme == programme }
          > scenario.lines.count { $0.programme == programme }
          || world.states.contains { state in
            scenario.states.indices.contains { giver in
              state.ledger.deliveredFrom[giver * count + programme].value > 0
            }
          }
      }.map { scenario.programmes[$0].id.text })
  }

  private mutating func addChances(_ state: SessionState, _ concluded: [Negotiation]) {
    let finals = state.world.states.map(\.outcome.final.value)
    let best = finals.max() ?? 0
    for place in chances.indices {
      let final = finals[place]
      sums[place] += final
      chances[place].mean = rdiv(sums[place], games)
      chances[place].lowest = min(chances[place].lowest, final)
      chances[place].highest = max(chances[place].highest, final)
      if final == best { chances[place].firsts += 1 }
      if concluded.contains(where: { $0.parties.contains(chances[place].state) }) {
        chances[place].deals += 1
      }
      for (card, isMet) in state.world.states[place].outcome.cards.enumerated() where isMet {
        chances[place].cards[card] += 1
      }
    }
  }

  private mutating func addGroups(_ state: SessionState) {
    if state.world.groups.isEmpty { without += 1 }
    for group in state.world.groups {
      let members = group.members.map { exercise.scenario.states[$0].id }
      if let place = groups.firstIndex(where: {
        $0.members == members && $0.quadrant == group.quadrant
      }) {
        groups[place].games += 1
      } else {
        groups.append(Formation(members: members, quadrant: group.quadrant, games: 1))
      }
    }
    groups.sort {
      ($1.games, $0.members.map(\.text).joined(), $0.quadrant)
        < ($0.games, $1.members.map(\.text).joined(), $1.quadrant)
    }
  }
}

extension RehearsalReport {
  /// What an author should look at, a sentence each; empty if nothing stands out.
  package var warnings: [String] {
    guard games > 0 else { return [] }
    var warnings: [String] = []
    for use in clauses where use.tried == 0 {
      warnings.append("No bot ever offered the clause \(use.name).")
    }
    for use in clauses where use.tried > 0 && use.used == 0 {
      warnings.append("The clause \(use.name) was offered, and no deal with it was concluded.")
    }
    for use in orders where use.used == 0 {
      warnings.append("No bot ever gave the order \(use.name).")
    }
    for use in programmes where use.used == 0 {
      warnings.append("Nothing of the programme \(use.name) was ever delivered or set up.")
    }
    for use in injects where use.used == 0 {
      warnings.append("The event \(use.name) never came: it is unreachable for bots.")
    }
    return warnings + chanceWarnings
  }

  private var chanceWarnings: [String] {
    let mean = rdiv(chances.reduce(0) { $0 + $1.mean }, max(1, chances.count))
    var warnings: [String] = []
    for chance in chances {
      let distance = chance.mean - mean
      if abs(distance) > Self.unequal {
        warnings.append(
          "Unequal chances: \(chance.state) ends \(rdiv(abs(distance), 100)) points "
            + "\(distance < 0 ? "below" : "above") the mean of all.")
      }
      if chance.deals == 0 { warnings.append("\(chance.state) never concluded a deal.") }
      for (card, met) in chance.cards.enumerated() where games > 1 && (met == 0 || met == games) {
        warnings.append(
          "Card \(card + 1) of \(chance.state) was \(met == 0 ? "never" : "always") met.")
      }
    }
    return warnings
  }
}
