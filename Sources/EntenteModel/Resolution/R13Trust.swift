// R13, continued: trust drifts, then the events of the turn act, then one clamp (EQ22).

extension Resolver {
  /// Moves the trust of every ordered pair, and conduct.
  mutating func moveTrust() {
    noteSignatures()
    noteDepartures()
    noteJointDeliveries()
    for shock in world.trustShocks where shock.observer != shock.subject {
      scratch.trust[world.trustIndex(shock.observer, shock.subject)].other += shock.change
    }
    world.trustShocks = []
    for observer in 0..<count {
      for subject in 0..<count where subject != observer { move(observer, subject) }
    }
    for state in 0..<count {
      world.states[state].outcome.reputation = world.reputation(of: state)
      world.states[state].outcome.conduct = clamp(
        world.states[state].outcome.conduct + scratch.conduct[state], -3_000, 500)
    }
  }

  /// SR18: states outside a deal think better of its parties.
  private mutating func noteJointDeliveries() {
    for deal in scratch.jointDeliveries where world.deals[deal].bound.count >= 2 {
      let parties = MemberSet(world.deals[deal].bound)
      for observer in 0..<count where !parties.contains(observer) {
        for party in parties {
          scratch.trust[world.trustIndex(observer, party)].jointDelivery += 1
        }
      }
    }
  }

  private mutating func move(_ observer: Int, _ subject: Int) {
    let place = world.trustIndex(observer, subject)
    record.open(.trust(observer, subject), "EQ22", "trust")
    record.input("trust", world.trust[place].value)
    let affinity = world.pairs[world.pairIndex(observer, subject)].affinity
    record.input("affinity", affinity.value)
    traceEvents(scratch.trust[place])
    let input = Trust.Input(
      trust: world.trust[place], affinity: affinity, events: scratch.trust[place])
    let trust = Trust.evaluate(input, trace: &record)
    if Record.isOn {
      // `calc` knows the events that are counted; what a clause adds by itself comes after.
      var counted = input
      counted.events.other = 0
      let without = Trust.evaluate(counted)
      record.formula("trust", gives: without.value, counted.arguments)
    }
    traceDutyCauses(observer, subject)
    world.trust[place] = trust
    record.close(trust.value)
  }

  private mutating func traceEvents(_ events: TrustEvents) {
    guard Record.isOn else { return }
    record.input("met", events.met)
    record.input("signed", events.signed)
    record.input("ratified", events.ratified)
    record.input("late", events.late)
    record.input("partial", events.partial)
    record.input("breached", events.breached)
    record.input("observedBreach", events.observedBreach)
    record.input("withdrewWithNotice", events.withdrewWithNotice)
    record.input("withdrewWithout", events.withdrewWithout)
    record.input("crisisAid", events.crisisAid)
    record.input("refusedAid", events.refusedAid)
    record.step("other", events.other.value)
  }

  private mutating func traceDutyCauses(_ observer: Int, _ subject: Int) {
    guard Record.isOn else { return }
    for duty in obligations where duty.debtor == subject && duty.total > 0 {
      if creditors(of: duty).contains(observer) {
        blame(duty.clause, 0)
      }
    }
  }

  /// Signatures and ratifications of this turn, each ordered pair of those who gave them.
  private mutating func noteSignatures() {
    for deal in world.deals.indices {
      let standing = world.deals[deal]
      let signers =
        standing.signers.isEmpty && standing.concludedTurn != 0
        ? standing.bound.map { Joining(state: $0, turn: standing.signedTurn) } : standing.signers
      for (one, other) in newPairs(signers) {
        scratch.trust[world.trustIndex(one, other)].signed += 1
      }
      noteRatifiers(standing)
    }
  }

  /// Ratifiers gain trust in each other when the deal is concluded, later ones when they join.
  private mutating func noteRatifiers(_ deal: Deal) {
    guard let concluded = deal.concludedTurn, concluded > 0 else { return }
    var ratifiers = deal.ratifiers
    if ratifiers.isEmpty && concluded == turn {
      ratifiers = deal.bound.filter {
        deal.text.ratificationClass(for: scenario.states[$0].id) != .a
      }.map { Joining(state: $0, turn: concluded) }
    }
    ratifiers = ratifiers.map { Joining(state: $0.state, turn: max($0.turn, concluded)) }
    for (one, other) in newPairs(ratifiers) {
      scratch.trust[world.trustIndex(one, other)].ratified += 1
    }
  }

  /// Ordered pairs that came about this turn.
  private func newPairs(_ joinings: [Joining]) -> [(Int, Int)] {
    guard joinings.contains(where: { $0.turn == turn }) else { return [] }
    var pairs: [(Int, Int)] = []
    for one in joinings {
      for other in joinings where other.state != one.state {
        if max(one.turn, other.turn) == turn { pairs.append((one.state, other.state)) }
      }
    }
    return pairs
  }

  /// Announced departures: the other parties think less of who leaves.
  private mutating func noteDepartures() {
    for deal in world.deals.indices {
      for departure in world.deals[deal].leaving where departure.announced == turn {
        for party in world.deals[deal].bound where party != departure.state {
          let place = world.trustIndex(party, departure.state)
          if world.mayLeaveFreely(world.deals[deal].id) { continue }
          if departure.isAbrupt {
            scratch.trust[place].withdrewWithout += 1
          } else {
            scratch.trust[place].withdrewWithNotice += 1
          }
        }
      }
    }
  }
}
