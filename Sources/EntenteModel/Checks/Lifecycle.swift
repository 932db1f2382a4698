/// The life of a deal outside the resolution, as pure functions of values: each gives the deal as
/// it is after the step, which the session keeps as a fact. Trust and penalties of a step are
/// worked by the resolution from what stands here.
package enum Lifecycle {
  /// Political capital the owner of a design pays for each clause on the expedited track; bp.
  package static let expeditedCost: BasisPoints = 100
  /// Turns after the one of signing in which a deal may still be ratified.
  package static let ratificationTurns = 2
  /// Turns after the one of the last revision in which an offer may still be signed.
  package static let signatureTurns = 1

  // MARK: Signature

  /// True if `signers` are enough for the entry rule of the text.
  package static func isSigned(_ text: DealText, by signers: [Int], scenario: Scenario) -> Bool {
    text.entry.isMet(by: signers.map { scenario.states[$0].id }, of: text.parties)
  }

  /// True once an offer whose last revision is of `revisionTurn` has gone unsigned too long, asked
  /// at the end of *negotiate* of `turn`: it is then refused with the reason `lapsed`.
  package static func offerLapses(revisionTurn: Int, atEndOfNegotiateOf turn: Int) -> Bool {
    turn >= revisionTurn + signatureTurns
  }

  /// The deal made by the signature that met the entry rule; status `signed`. `signers` in any
  /// order. Where nobody has to ratify it may be concluded at once: see `isReady(_:scenario:)`.
  package static func signed(
    _ text: DealText, id: DealID, revision: Int, signers: [Int], in world: World,
    scenario: Scenario
  ) -> Deal {
    let ascending = Set(signers).sorted()
    let none = [Money](repeating: 0, count: text.parties.count)
    return Deal(
      id: id, revision: revision, text: text, status: .signed, bound: ascending,
      signedTurn: world.turn, concludedTurn: nil, activeFrom: nil, endedTurn: nil,
      clauses: text.clauses.map { _ in .untouched }, leaving: [], pool: 0, deliveriesMet: 0,
      deliveriesDue: 0, dutiesMet: 0, dutiesDue: 0, benefit: none, contribution: none,
      signers: ascending.map { Joining(state: $0, turn: world.turn) })
  }

  /// The deal after one more party signed it later; the deal must live and the state be a party
  /// that has not signed. A concluded deal binds it at once if its class is A, else when it
  /// ratifies.
  package static func cosigned(
    _ deal: Deal, by state: Int, in world: World, scenario: Scenario
  ) -> Conclusion {
    precondition(!deal.signers.contains { $0.state == state }, "a state signs a deal once")
    var next = deal
    next.signers.append(Joining(state: state, turn: world.turn))
    next.signers.sort { $0.state < $1.state }
    guard deal.concludedTurn != nil else {
      next.bound = Set(deal.bound + [state]).sorted()
      return Conclusion(deal: next)
    }
    guard ratificationClass(of: next, for: state, scenario: scenario) == .a else {
      return Conclusion(deal: next)
    }
    return joined(next, by: state, in: world, scenario: scenario)
  }

  // MARK: Ratification

  /// The class of the deal for a state.
  package static func ratificationClass(
    of deal: Deal, for state: Int, scenario: Scenario
  ) -> RatificationClass {
    deal.text.ratificationClass(for: scenario.states[state].id)
  }

  /// Signers that still have to ratify: class B or C and not done yet; ascending.
  package static func mustRatify(_ deal: Deal, scenario: Scenario) -> [Int] {
    deal.signers.map(\.state).filter { state in
      ratificationClass(of: deal, for: state, scenario: scenario) != .a
        && !deal.ratifiers.contains { $0.state == state }
    }
  }

  /// Signers whose word is final: those of class A, and those that ratified; ascending.
  package static func committed(_ deal: Deal, scenario: Scenario) -> [Int] {
    let waiting = mustRatify(deal, scenario: scenario)
    return deal.signers.map(\.state).filter { !waiting.contains($0) }
  }

  /// True if the deal is signed and everybody whose word its entry rule asks for has given it.
  package static func isReady(_ deal: Deal, scenario: Scenario) -> Bool {
    deal.concludedTurn == nil && deal.status == .signed
      && isSigned(deal.text, by: committed(deal, scenario: scenario), scenario: scenario)
  }

  /// True if a signed deal has not been concluded in time, asked at the end of *ratify* of `turn`.
  package static func lapses(_ deal: Deal, atEndOfRatifyOf turn: Int) -> Bool {
    deal.status == .signed && turn >= deal.signedTurn + ratificationTurns
  }

  /// The deal after it lapsed.
  package static func lapsed(_ deal: Deal, in world: World) -> Deal {
    var next = deal
    next.status = .ended
    next.ending = .lapsed
    next.endedTurn = world.turn
    for index in next.clauses.indices { next.clauses[index].hasEnded = true }
    return next
  }

  /// Political capital that ratifying costs the state: EQ23, and 100 for each expedited licence it
  /// gives as owner; bp. The steps of EQ23 are told to `trace`.
  package static func ratificationCost(
    of deal: Deal, for state: Int, in world: World, scenario: Scenario, trace: inout some Trace
  ) -> BasisPoints {
    let level = ratificationClass(of: deal, for: state, scenario: scenario)
    let theatre = world.mostExposedTheatre(of: state, scenario: scenario)
    let cost = RatificationCost.evaluate(
      RatificationCost.Input(
        ratificationClass: level, threat: theatre.map { world.threat[$0] } ?? 0,
        commonPartners: commonPartners(of: deal, for: state, in: world, scenario: scenario)),
      trace: &trace)
    let risen = cost.scaled(by: BasisPoints(world.eventFactor(.ratificationCost, of: state)))
    if risen != cost { trace.step("event", risen.value) }
    let extra = expeditedClauses(of: deal, owner: state, in: world, scenario: scenario)
    if extra > 0 { trace.step("expedited", extra * expeditedCost.value) }
    return risen + BasisPoints(extra * expeditedCost.value)
  }

  /// The same without steps.
  package static func ratificationCost(
    of deal: Deal, for state: Int, in world: World, scenario: Scenario
  ) -> BasisPoints {
    var trace = NoTrace()
    return ratificationCost(of: deal, for: state, in: world, scenario: scenario, trace: &trace)
  }

  /// States other than `state` that a deal in force binds with it, and a deal in force binds with
  /// at least one other party of the new deal; pre-signed deals count.
  package static func commonPartners(
    of deal: Deal, for state: Int, in world: World, scenario: Scenario
  ) -> Int {
    let parties = deal.text.parties.compactMap(scenario.index(of:)).filter { $0 != state }
    let inForce = world.deals.filter { $0.status == .inForce && $0.id != deal.id }
    func areBound(_ one: Int, _ other: Int) -> Bool {
      inForce.contains { $0.bound.contains(one) && $0.bound.contains(other) }
    }
    return scenario.states.indices.count { third in
      third != state && areBound(state, third)
        && parties.contains { $0 != third && areBound($0, third) }
    }
  }

  private static func expeditedClauses(
    of deal: Deal, owner: Int, in world: World, scenario: Scenario
  ) -> Int {
    deal.text.clauses.count { clause in
      guard clause.word("licence") == "expedited" else { return false }
      if clause.kind == .transfer { return clause.from.contains(scenario.states[owner].id) }
      return clause.programme.flatMap(scenario.index(of:))
        .map { world.programmes[$0].owner == owner } ?? false
    }
  }

  /// The deal after `state` ratified it, what that cost, and what it concluded, if it did. Check
  /// with `DealRules.ratifying` first.
  package static func ratified(
    _ deal: Deal, by state: Int, in world: World, scenario: Scenario
  ) -> Ratification {
    precondition(
      mustRatify(deal, scenario: scenario).contains(state), "only a signer of class B or C ratifies"
    )
    let cost = ratificationCost(of: deal, for: state, in: world, scenario: scenario)
    var next = deal
    next.ratifiers.append(Joining(state: state, turn: world.turn))
    next.ratifiers.sort { $0.state < $1.state }
    note(cost, paidBy: state, in: &next, scenario: scenario)
    let result = Ratification(state: state, cost: cost, conclusion: Conclusion(deal: next))
    if deal.concludedTurn != nil {
      let joined = joined(next, by: state, in: world, scenario: scenario)
      return Ratification(state: state, cost: cost, conclusion: joined)
    }
    guard isReady(next, scenario: scenario) else { return result }
    let concluded = concluded(next, in: world, scenario: scenario)
    return Ratification(state: state, cost: cost, conclusion: concluded)
  }

  /// Writes down what a state paid for ratifying the deal or a change of it; bp.
  package static func note(
    _ cost: BasisPoints, paidBy state: Int, in deal: inout Deal, scenario: Scenario
  ) {
    if deal.capitalPaid.isEmpty {
      deal.capitalPaid = Array(repeating: 0, count: deal.text.parties.count)
    }
    if let party = deal.text.parties.firstIndex(of: scenario.states[state].id) {
      deal.capitalPaid[party] += cost.value
    }
  }

  // MARK: Exit

  /// The deal after `state` denounced it: bound for the notice of the term, or out before the next
  /// resolution if `now`. Trust falls at R13, the penalty is paid at R3 of the turn of leaving.
  package static func denounced(
    _ deal: Deal, by state: Int, now: Bool, in world: World
  ) -> Deal {
    precondition(deal.bound.contains(state), "a state leaves what binds it")
    var next = deal
    next.leaving.removeAll { $0.state == state }
    next.leaving.append(
      Departure(
        state: state, turn: now ? world.turn : world.turn + deal.text.term.notice,
        announced: world.turn, isAbrupt: now))
    return next
  }
}
