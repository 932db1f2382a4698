import EntenteModel

/// What a red line is held against: a text, and what the look ahead says about it.
struct RedLineCase {
  var text: DealText
  /// Index of the state whose line it is.
  var own: Int
  var world: World
  var scenario: Scenario
  var preview: PreviewResult
}

extension RedLineCase {
  private var handle: StateID { scenario.states[own].id }

  /// Whether the text crosses the line.
  func crosses(_ line: RedLine) -> Bool {
    switch line {
    case .knowHowAbroad(let limit): text.clauses.contains { givenSensitivity($0) >= limit }
    case .exemption(let security): text.clauses.contains { isExemption($0, below: security) }
    case .consentForOutsiders: text.clauses.contains(where: namesOutsiders)
    case .smallWorkshare(let slack): text.clauses.contains { isSmallShare($0, slack: slack) }
    case .exclusion: text.clauses.contains(where: shutsOut)
    case .designGivenUp: text.clauses.contains(where: givesDesignUp)
    case .dependence, .leak, .lateDelivery: crossesAhead(line)
    case .legislatedOperations: text.clauses.contains(where: bindsForcesByLaw)
    case .pools(let share): pooled > mb(world.states[own].budget.value, share)
    case .barredFromBudgets(let count): text.clauses.contains { bars($0, from: count) }
    }
  }

  /// Lines about what the look ahead shows.
  private func crossesAhead(_ line: RedLine) -> Bool {
    switch line {
    case .dependence(let limit):
      guard let effect = preview.effect(on: own) else { return false }
      return effect.dependenceAfter > limit && effect.dependence > 0
    case .leak(let limit):
      return preview.leaks.contains {
        world.programmes[$0.programme].owner == own && $0.highest > limit && $0.with > $0.without
      }
    case .lateDelivery(let turns):
      return preview.gates.contains {
        $0.subject == .delivery && $0.state == own && $0.firstTurn > world.turn + turns
      }
    default: return false
    }
  }

  // MARK: designs

  /// The sensitivity of what the state gives away by a clause; -1 where it gives nothing.
  private func givenSensitivity(_ clause: ClauseText) -> Int {
    switch clause.kind {
    case .transfer:
      guard clause.from.contains(handle) else { return -1 }
      let isRare = ["hyp", "und", "qtm"].contains(clause.word("domain") ?? "")
      return (clause.word("depth") == "deep" ? 3 : 2) + (isRare ? 1 : 0)
    case .licprod, .coprod, .codev, .jointfund:
      guard let programme = ownProgramme(clause) else { return -1 }
      return scenario.programmes[programme].sensitivity
    default: return -1
    }
  }

  /// The programme of the clause, if the state owns its design.
  private func ownProgramme(_ clause: ClauseText) -> Int? {
    guard let programme = clause.programme.flatMap(scenario.index(of:)),
      world.programmes[programme].owner == own
    else { return nil }
    return programme
  }

  private func isExemption(_ clause: ClauseText, below security: Int) -> Bool {
    clause.kind == .exempt && clause.binds(handle)
      && clause.boundStates.compactMap(scenario.index(of:)).contains {
        $0 != own && world.states[$0].security.value < security
      }
  }

  private func namesOutsiders(_ clause: ClauseText) -> Bool {
    clause.kind == .reexport && clause.from.contains(handle)
      && clause.states("consent").contains { !text.parties.contains($0) }
  }

  private func givesDesignUp(_ clause: ClauseText) -> Bool {
    if clause.kind == .transfer {
      return clause.from.contains(handle) && clause.word("depth") == "deep"
    }
    return clause.kind == .licprod && ownProgramme(clause) != nil
      && clause.word("territory") == "any"
  }

  // MARK: work and trade

  private func isSmallShare(_ clause: ClauseText, slack: Int) -> Bool {
    guard clause.kind == .coprod, clause.binds(handle),
      let efficient = EfficientShare.of(own, in: clause, world: world, scenario: scenario)
    else { return false }
    let risen = world.eventSum(.workshareFloor, of: own)
    return clause.amounts("workshare").value(of: handle) < efficient - slack + risen
  }

  private func shutsOut(_ clause: ClauseText) -> Bool {
    clause.kind == .excl && !clause.binds(handle) && !clause.states("except").contains(handle)
  }

  private func bars(_ clause: ClauseText, from count: Int) -> Bool {
    guard clause.kind == .excl, clause.binds(handle) else { return false }
    let largest = scenario.states.indices.filter { $0 != own }
      .sorted { (world.states[$1].budget, $0) < (world.states[$0].budget, $1) }.prefix(count)
    let free = clause.states("except") + clause.boundStates
    return largest.contains { !free.contains(scenario.states[$0].id) }
  }

  // MARK: forces and pools

  private func bindsForcesByLaw(_ clause: ClauseText) -> Bool {
    clause.kind.family == .ops && text.ratificationClass(of: clause, for: handle) == .c
  }

  /// What the state pays into pools in a turn; $k.
  private var pooled: Int {
    text.clauses.filter { $0.binds(handle) }.reduce(0) { sum, clause in
      switch clause.kind {
      case .standard: return sum + clause.amounts("fund").value(of: handle)
      case .accel:
        return sum + mb(clause.integer("pool") ?? 0, clause.amounts("shares").value(of: handle))
      default: return sum
      }
    }
  }
}
