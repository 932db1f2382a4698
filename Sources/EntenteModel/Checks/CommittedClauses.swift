/// The clauses that count when a text is judged: those of deals that have effect in the turn
/// played, and those of the text itself, which counts as active.
struct CommittedClauses: Sendable {
  /// A clause with the states it binds now.
  struct Entry: Sendable {
    var clause: ClauseText
    /// Givers and receivers; the same states for a mutual clause. Ascending.
    var from: [Int]
    var to: [Int]
    /// Nil for a clause of the text that is judged.
    var deal: DealID?
    /// What the clause has done so far; nil for a clause of the text that is judged.
    var standing: ClauseStanding?

    /// Every state bound, ascending, each once.
    var bound: [Int] { from == to ? from : Set(from).union(to).sorted() }

    /// True if the clause stands between the two: both bound by a mutual clause, or one the giver
    /// and the other the receiver.
    func joins(_ one: Int, _ other: Int) -> Bool {
      (from.contains(one) && to.contains(other)) || (from.contains(other) && to.contains(one))
    }
  }

  /// Those in force in order of conclusion, then those of the text, each in text order.
  private(set) var entries: [Entry] = []

  /// Clauses in effect in `world`, without those of the deal `replaced`, then those of `text`.
  init(
    in world: World, scenario: Scenario, adding text: DealText? = nil, replacing: DealID? = nil
  ) {
    for deal in world.deals where deal.id != replacing {
      for (clause, standing) in zip(deal.text.clauses, deal.clauses)
      where standing.hasEffect(in: world.turn, of: deal) {
        entries.append(Self.entry(clause, standing, of: deal.id, scenario))
      }
    }
    guard let text else { return }
    for clause in text.clauses {
      entries.append(
        Entry(
          clause: clause, from: clause.from.compactMap(scenario.index(of:)),
          to: clause.to.compactMap(scenario.index(of:))))
    }
  }

  private static func entry(
    _ clause: ClauseText, _ standing: ClauseStanding, of deal: DealID, _ scenario: Scenario
  ) -> Entry {
    let isBound = standing.bound.contains(_:)
    return Entry(
      clause: clause,
      from: clause.from.compactMap(scenario.index(of:)).filter(isBound),
      to: clause.to.compactMap(scenario.index(of:)).filter(isBound), deal: deal,
      standing: standing)
  }

  /// All clauses of a kind.
  func of(_ kind: ClauseKind) -> [Entry] { entries.filter { $0.clause.kind == kind } }

  /// True if a clause of `kind` stands between the two states.
  func has(_ kind: ClauseKind, between one: Int, _ other: Int) -> Bool {
    entries.contains { $0.clause.kind == kind && $0.joins(one, other) }
  }

  /// The highest level of a security agreement between the two states; nil without one.
  func securityLevel(between one: Int, _ other: Int) -> Int? {
    entries.filter { $0.clause.kind == .gsoia && $0.joins(one, other) }
      .compactMap { $0.clause.integer("level") }.max()
  }

  /// True if a `standard` with recognition of tests binds the state.
  func recognisesTests(of state: Int) -> Bool {
    entries.contains {
      $0.clause.kind == .standard && $0.clause.flag("te") && $0.from.contains(state)
    }
  }
}

extension ClauseStanding {
  /// True if the clause works in the resolution of `turn`: its deal is concluded and not at rest,
  /// its first turn of effect has come, and it neither sleeps nor has ended.
  func hasEffect(in turn: Int, of deal: Deal) -> Bool {
    guard let activeFrom, activeFrom <= turn, !hasEnded, !isSuspended else { return false }
    switch deal.status {
    case .concluded, .inForce, .ended: return true
    case .signed, .suspended: return false
    }
  }
}
