// R13: every duty is judged: kept, excused, late, partly made good, broken.

extension Resolver {
  /// Judges the duties of the turn, then acts against clauses, then the conditions of clauses.
  mutating func settleDuties() {
    clearPaidShares()
    for index in obligations.indices { judge(index) }
    for act in scratch.forbidden { punish(act) }
    learnByDoing()
    testConditions()
  }

  /// Arrears of clauses that are over were due for one more turn and then lapse.
  private mutating func clearPaidShares() {
    for clause in clauses {
      let (deal, index) = (clause.deal, clause.index)
      guard !world.deals[deal].clauses[index].arrears.isEmpty else { continue }
      if !clause.isActive && !world.deals[deal].clauses[index].hasEnded { continue }
      world.deals[deal].clauses[index].arrears.removeAll()
    }
  }

  private mutating func judge(_ index: Int) {
    let duty = obligations[index]
    guard duty.total > 0 else { return }
    let missing = duty.total - duty.done
    let short = max(0, missing - duty.excused)
    let clause = clauses[duty.clause]
    let status = status(of: duty, missing: missing, short: short)
    report.duties.append(
      DutyResult(
        deal: world.deals[clause.deal].id, clause: text(clause).id, kind: clause.kind,
        debtor: duty.debtor, creditor: duty.creditor, status: status, due: duty.total,
        done: duty.done, left: status == .late || status == .partial ? short : 0,
        isMoney: duty.isMoney))
    count(duty, clause, status)
    react(to: status, duty)
    switch status {
    case .late, .partial: keepArrears(duty, short, wasPartial: status == .partial)
    case .breach, .refused: openDispute(duty, short)
    case .met, .excused: break
    }
  }

  private func status(
    of duty: Obligation, missing: Int, short: Int
  ) -> DutyResult.Status {
    if missing <= 0 { return .met }
    if short == 0 { return .excused }
    if duty.isAid && duty.isWithheld { return .refused }
    if duty.isBroken { return isBreachedBefore(duty) ? .late : .breach }
    if duty.arrears == 0 || duty.isLateAtMost { return .late }
    let cleared = min(duty.done, duty.arrears)
    if !duty.wasPartial && 2 * cleared >= duty.arrears { return .partial }
    return isBreachedBefore(duty) ? .late : .breach
  }

  /// A breach is declared once a duty.
  private func isBreachedBefore(_ duty: Obligation) -> Bool {
    let clause = clauses[duty.clause]
    return world.deals[clause.deal].clauses[clause.index].breached.contains(Self.key(duty))
  }

  private static func key(_ duty: Obligation) -> Int { duty.debtor * 100 + duty.creditor + 1 }

  /// Duties met and due of a deal (EQ29 OT, OH); excused ones are left out.
  private mutating func count(
    _ duty: Obligation, _ clause: BoundClause, _ status: DutyResult.Status
  ) {
    guard status != .excused else { return }
    world.deals[clause.deal].dutiesDue += 1
    world.deals[clause.deal].dutiesMet += status == .met ? 1 : 0
    guard !duty.isMoney else { return }
    world.deals[clause.deal].deliveriesDue += 1
    world.deals[clause.deal].deliveriesMet += status == .met ? 1 : 0
  }

  /// States to which a duty is owed.
  func creditors(of duty: Obligation) -> MemberSet {
    duty.creditor == Arrears.toAll
      ? clauses[duty.clause].bound.without(duty.debtor) : MemberSet([duty.creditor])
  }

  /// What a duty's status does to trust and conduct.
  private mutating func react(to status: DutyResult.Status, _ duty: Obligation) {
    let creditors = creditors(of: duty)
    for creditor in creditors {
      let place = world.trustIndex(creditor, duty.debtor)
      switch status {
      case .met: scratch.trust[place].met += 1
      case .late: scratch.trust[place].late += 1
      case .partial: scratch.trust[place].partial += 1
      case .breach: scratch.trust[place].breached += 1
      case .refused: scratch.trust[place].refusedAid += 1
      case .excused: break
      }
    }
    switch status {
    case .late, .partial: scratch.conduct[duty.debtor] -= 100
    case .breach, .refused:
      scratch.conduct[duty.debtor] -= 800
      observe(duty.debtor, victims: creditors)
    case .met where duty.isAid: honour(duty, creditors)
    case .met, .excused: break
    }
  }

  /// Every other state thinks less of who broke his word.
  private mutating func observe(_ debtor: Int, victims: MemberSet) {
    for observer in 0..<count where observer != debtor && !victims.contains(observer) {
      scratch.trust[world.trustIndex(observer, debtor)].observedBreach += 1
    }
  }

  /// Aid in a crisis is thanked once a trigger: in its first turn.
  private mutating func honour(_ duty: Obligation, _ creditors: MemberSet) {
    scratch.conduct[duty.debtor] += 100
    guard case .crisis(let terms) = clauses[duty.clause].terms else { return }
    let clause = clauses[duty.clause]
    let until = world.deals[clause.deal].clauses[clause.index].crisisUntil ?? turn
    guard turn == until - terms.turns + 1 else { return }
    for creditor in creditors where scenario.states[creditor].exposure[terms.theatre] > 0 {
      scratch.trust[world.trustIndex(creditor, duty.debtor)].crisisAid += 1
    }
  }

  private mutating func keepArrears(_ duty: Obligation, _ amount: Int, wasPartial: Bool) {
    let clause = clauses[duty.clause]
    guard !world.deals[clause.deal].clauses[clause.index].hasEnded else { return }
    world.deals[clause.deal].clauses[clause.index].arrears.append(
      Arrears(
        debtor: duty.debtor, creditor: duty.creditor, amount: amount, isMoney: duty.isMoney,
        wasPartial: wasPartial))
  }

  private mutating func openDispute(_ duty: Obligation, _ short: Int) {
    let clause = clauses[duty.clause]
    world.deals[clause.deal].clauses[clause.index].breached.append(Self.key(duty))
    addDispute(
      clause, debtor: duty.debtor, creditor: duty.creditor,
      victims: creditors(of: duty).members, loss: loss(of: duty, short))
  }

  private mutating func addDispute(
    _ clause: BoundClause, debtor: Int, creditor: Int, victims: [Int], loss: Int
  ) {
    let dispute = Dispute(
      deal: world.deals[clause.deal].id, clause: text(clause).id, debtor: debtor,
      creditor: creditor, amount: Money(loss), openedTurn: turn, isSettled: false,
      victims: victims)
    world.disputes.append(dispute)
    world.tally.disputesOpened += 1
    report.disputes.append(
      DisputeChange(
        deal: dispute.deal, clause: dispute.clause, debtor: debtor, creditor: creditor,
        amount: dispute.amount, change: .opened))
  }

  /// Unpaid money, or missing lots at the unit cost; $k.
  private func loss(of duty: Obligation, _ short: Int) -> Int {
    if duty.isMoney { return short }
    guard let programme = clauses[duty.clause].programme else { return short }
    let cost =
      world.lineIndex(duty.debtor, programme).map { world.lines[$0].unitCost.value } ?? 0
    let each = cost > 0 ? cost : scenario.programmes[programme].listCost.value
    return rdiv(short * each, 1_000)
  }

  /// An act against a clause, done on purpose.
  private mutating func punish(_ act: ForbiddenAct) {
    scratch.trust[world.trustIndex(act.victim, act.debtor)].breached += 1
    let victims = act.others.union(MemberSet([act.victim]))
    observe(act.debtor, victims: victims)
    scratch.conduct[act.debtor] -= 800
    for other in act.others where other != act.victim {
      scratch.trust[world.trustIndex(other, act.debtor)].breached += 1
    }
    guard let clause = act.clause.map({ clauses[$0] }) else { return }
    report.duties.append(
      DutyResult(
        deal: world.deals[clause.deal].id, clause: text(clause).id, kind: clause.kind,
        debtor: act.debtor, creditor: act.victim, status: .breach, due: 0, done: 0, left: 0,
        isMoney: false))
    world.deals[clause.deal].dutiesDue += 1
    addDispute(
      clause, debtor: act.debtor, creditor: act.victim, victims: victims.members, loss: 0)
  }

  /// SR19: building together teaches organisation, once a turn and state.
  private mutating func learnByDoing() {
    guard scenario.parameters.smallRules.contains(.learningByDoing) else { return }
    var learners = MemberSet.none
    for index in all(.coprod) where clauses[index].isActive {
      guard case .coprod(let terms) = clauses[index].terms else { continue }
      for state in clauses[index].bound {
        let ownsLine =
          terms.lines.contains(state)
          && world.lineIndex(state, terms.programme).map { world.lines[$0].status == .open }
            ?? false
        if ownsLine || terms.workshare[state] >= 1_000 { learners.insert(state) }
      }
    }
    for state in learners { raise(\.organisation, of: state, by: 40) }
  }
}
