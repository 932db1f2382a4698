// R17, continued: what a group is like: formation, management, salience (EQ29) and kind (EQ30).

extension Resolver {
  /// All measures of a group of this turn; `old` is the same group of last turn.
  mutating func measure(_ members: [Int], name: String, old: Group?) -> Group {
    let deals = deals(among: MemberSet(members))
    let pairs = memberPairs(members)
    let formation = formation(pairs, name)
    let management = management(members, deals, pairs, name)
    let salience = salience(members, deals, pairs, name)
    let kind = typology(members, pairs, name)
    let first = deals.map { world.deals[$0].signedTurn }.min() ?? turn
    let latent = mean(members.map { world.states[$0].outcome.latent.value })
    let readiness = mean(members.map { world.states[$0].outcome.readiness.value })
    var group = Group(
      name: name, members: members, detectedTurn: old?.detectedTurn ?? turn,
      speed: old?.speed
        ?? GroupFormation.speed(firstSignature: first, firstDetection: turn),
      formation: formation, management: management, salience: salience,
      capacity: kind.capacity, interoperability: kind.interoperability,
      quadrant: kind.quadrant.rawValue, labels: [],
      latentAtDetection: old?.latentAtDetection ?? latent,
      readinessAtDetection: old?.readinessAtDetection ?? readiness)
    group.labels = GroupTypology.labels(
      hub: world.hub, lattice: world.lattice, latentGain: latent - group.latentAtDetection,
      readinessGain: readiness - group.readinessAtDetection,
      smallMembersWorkshare: BasisPoints(smallMembersShare(members, deals)))
    return group
  }

  /// Deals that bind at least two of the members, but for those from before the game.
  private func deals(among members: MemberSet) -> [Int] {
    world.deals.indices.filter { deal in
      world.deals[deal].concludedTurn != 0
        && MemberSet(world.deals[deal].bound).intersection(members).count >= 2
    }
  }

  private mutating func formation(_ pairs: [Int], _ name: String) -> BasisPoints {
    record.open(.formation(name), "EQ29", "formation")
    let depths = pairs.map { world.pairs[$0].depth }
    record.input("pairs", depths.count)
    record.input("shallowest", depths.map(\.value).min() ?? 0)
    record.input("deepest", depths.map(\.value).max() ?? 0)
    let formation = GroupFormation.evaluate(
      GroupFormation.Input(depths: depths), trace: &record)
    record.formula("formation", gives: formation.value, [("depths", .of(depths))])
    record.close(formation.value)
    return formation
  }

  /// The rounded mean; nothing is 0.
  func mean(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : rdiv(values.reduce(0, +), values.count)
  }

  private func memberPairs(_ members: [Int]) -> [Int] {
    var pairs: [Int] = []
    for (place, one) in members.enumerated() {
      for other in members[(place + 1)...] { pairs.append(world.pairIndex(one, other)) }
    }
    return pairs
  }

  private mutating func management(
    _ members: [Int], _ deals: [Int], _ pairs: [Int], _ name: String
  ) -> BasisPoints {
    var trust = 0
    for one in members {
      for other in members where other != one { trust += world.trust(of: one, in: other).value }
    }
    let disputes = world.disputes.filter { dispute in
      deals.contains { world.deals[$0].id == dispute.deal }
    }
    record.open(.management(name), "EQ29", "management")
    let input = GroupManagement.Input(
      onTime: share(
        deals.reduce(0) { $0 + world.deals[$1].deliveriesMet },
        of: deals.reduce(0) { $0 + world.deals[$1].deliveriesDue }),
      honoured: share(
        deals.reduce(0) { $0 + world.deals[$1].dutiesMet },
        of: deals.reduce(0) { $0 + world.deals[$1].dutiesDue }),
      fairness: fairness(members, deals),
      trust: BasisPoints(rdiv(trust, members.count * (members.count - 1))),
      settled: share(disputes.count { $0.isSettled }, of: disputes.count))
    let management = traced(input, members, deals)
    record.close(management.value)
    return management
  }

  /// EQ29 `M` with its inputs, steps and formula told.
  private mutating func traced(
    _ input: GroupManagement.Input, _ members: [Int], _ deals: [Int]
  ) -> BasisPoints {
    record.input("onTime", input.onTime.value)
    record.input("honoured", input.honoured.value)
    record.input("fairness", input.fairness.value)
    record.input("meanTrust", input.trust.value)
    record.input("settled", input.settled.value)
    let management = GroupManagement.evaluate(input, trace: &record)
    guard Record.isOn else { return management }
    let (benefit, contribution) = (
      shares(.benefit, members, deals), shares(.contribution, members, deals)
    )
    record.formula(
      "management", gives: management.value,
      [
        ("onTime", .of(input.onTime)), ("honoured", .of(input.honoured)), ("benefit", benefit),
        ("contribution", contribution), ("trust", .of(input.trust)),
        ("settled", .of(input.settled)),
      ])
    return management
  }

  /// Shares of the members in a sum, as `calc` takes them; nothing in both is fair in any shares.
  private func shares(_ field: DealSum, _ members: [Int], _ deals: [Int]) -> CalcValue {
    .list(lrm(10_000, members.map { sum(field, of: $0, deals) }).map { .int($0) })
  }

  /// A share in bp; nothing to share counts as whole.
  private func share(_ part: Int, of whole: Int) -> BasisPoints {
    whole == 0 ? 10_000 : BasisPoints(min(10_000, rdiv(10_000 * part, whole)))
  }

  /// FA: how far benefits follow contributions under deals among the members so far.
  func fairness(_ members: [Int], _ deals: [Int]) -> BasisPoints {
    let benefit = members.map { member in sum(.benefit, of: member, deals) }
    let contribution = members.map { member in sum(.contribution, of: member, deals) }
    if benefit.reduce(0, +) == 0 && contribution.reduce(0, +) == 0 { return 10_000 }
    return GroupFairness.evaluate(
      GroupFairness.Input(
        benefit: lrm(10_000, benefit).map { BasisPoints($0) },
        contribution: lrm(10_000, contribution).map { BasisPoints($0) }))
  }

  /// Which running sum of a deal by party.
  private enum DealSum { case benefit, contribution, received, paid }

  private func sum(_ field: DealSum, of member: Int, _ deals: [Int]) -> Int {
    var sum = 0
    for deal in deals {
      let party = scratch.partyPlaces[deal * count + member]
      guard party >= 0 else { continue }
      switch field {
      case .benefit: sum += world.deals[deal].benefit[party].value
      case .contribution: sum += world.deals[deal].contribution[party].value
      case .received where party < world.deals[deal].received.count:
        sum += world.deals[deal].received[party].value
      case .paid where party < world.deals[deal].paid.count:
        sum += world.deals[deal].paid[party].value
      case .received, .paid: break
      }
    }
    return sum
  }

  private mutating func salience(
    _ members: [Int], _ deals: [Int], _ pairs: [Int], _ name: String
  ) -> BasisPoints {
    record.open(.salience(name), "EQ29", "salience")
    let layers = pairs.map { pair in world.pairs[pair].layers.map(\.value).min() ?? 0 }
    let input = GroupSalience.Input(
      capability: BasisPoints(rdiv(stockShare(members, deals) + latentShare(members), 2)),
      threatClosed: BasisPoints(threatClosed(members)),
      weakestLayer: BasisPoints(mean(layers)),
      commitment: BasisPoints(commitment(members, deals)))
    record.input("capability", input.capability.value)
    record.input("threatClosed", input.threatClosed.value)
    record.input("weakestLayer", input.weakestLayer.value)
    record.input("commitment", input.commitment.value)
    let salience = GroupSalience.evaluate(input, trace: &record)
    record.formula("salience", gives: salience.value, input.arguments)
    record.close(salience.value)
    return salience
  }

  private func capped(_ part: Int, _ whole: Int) -> Int {
    whole <= 0 ? 0 : min(10_000, rdiv(10_000 * part, whole))
  }

  /// Value received under deals among members over the value of all their stock; bp.
  private func stockShare(_ members: [Int], _ deals: [Int]) -> Int {
    var stock = 0
    for member in members {
      for programme in scenario.programmes.indices {
        stock += value(programme, world.states[member].stock[programme].value)
      }
    }
    let received = members.reduce(0) { $0 + sum(.received, of: $1, deals) }
    return capped(received, stock)
  }

  /// Access from members over all latent capability of the members; bp.
  private func latentShare(_ members: [Int]) -> Int {
    var access = 0
    var latent = 0
    for member in members {
      latent += world.states[member].outcome.latent.value
      var own = 0
      for partner in members where partner != member {
        let place = world.trustIndex(member, partner)
        let reached = mb(
          world.states[partner].outcome.ownLatent.value, scratch.accessDepths[place])
        own += mb(reached, world.trust[place].value)
      }
      access += min(LatentCapability.accessMax.value, own)
    }
    return capped(access, latent)
  }

  /// Part of the gap that partners close; bp.
  private func threatClosed(_ members: [Int]) -> Int {
    var closed = 0
    var open = 0
    for member in members {
      let outcome = world.states[member].outcome
      open += max(
        0,
        outcome.pressure.value - outcome.readiness.value
          - world.states[member].asymmetric.value)
      for partner in members where partner != member {
        closed += scratch.contributions[world.trustIndex(member, partner)]
      }
    }
    return capped(closed, open)
  }

  /// Money of this turn over budgets, and political capital paid over what came in; bp.
  private func commitment(_ members: [Int], _ deals: [Int]) -> Int {
    let money = members.reduce(0) { $0 + sum(.paid, of: $1, deals) }
    let budgets = members.reduce(0) { $0 + world.states[$1].budget.value }
    let capital = members.reduce(0) { total, member in
      total
        + deals.reduce(0) { sum, deal in
          let paid = world.deals[deal].capitalPaid
          guard let party = party(deal, member), paid.indices.contains(party) else { return sum }
          return sum + paid[party]
        }
    }
    let income = members.reduce(0) { $0 + world.states[$1].ledger.capitalIncome }
    return rdiv(capped(money, budgets) + capped(capital, income), 2)
  }

  // MARK: Kind

  private mutating func typology(
    _ members: [Int], _ pairs: [Int], _ name: String
  ) -> GroupTypology.Output {
    let theatre = ThreatOutlook.theatre(of: members, scenario: scenario)
    let weights = scenario.theatres[theatre].weights
    record.open(.groupCapacity(name), "EQ30", "typology")
    let input = GroupTypology.Input(
      capacities: members.map { member in
        BasisPoints(
          weights.indices.reduce(0) {
            $0 + mb(capacityIndex(member, $1).value, weights[$1].value)
          })
      }, composites: pairs.map { world.pairs[$0].composite },
      capacityThreshold: scenario.parameters.quadrantCapacity,
      interoperabilityThreshold: scenario.parameters.quadrantInteroperability)
    if Record.isOn {
      for (member, capacity) in zip(members, input.capacities) {
        record.part(.partner(member))
        record.input("capacityIndex", capacity.value)
      }
      record.part(nil)
    }
    let output = GroupTypology.evaluate(input, trace: &record)
    record.formula(
      "typology", gives: output.capacity.value,
      [
        ("capacities", .of(input.capacities)), ("composites", .of(input.composites)),
        ("threshold", .of(input.capacityThreshold)),
      ])
    record.close(output.capacity.value)
    return output
  }

  /// Workshare of members with less industry than the median member, in the group's deals; bp.
  private func smallMembersShare(_ members: [Int], _ deals: [Int]) -> Int {
    let industry = members.map { member in
      mean((0..<Sector.count).map { capacityIndex(member, $0).value })
    }
    let median = Median.of(industry)
    var small = 0
    var all = 0
    for clause in self.all(.coprod).map({ clauses[$0] })
    where clause.isActive && deals.contains(clause.deal) {
      guard case .coprod(let terms) = clause.terms else { continue }
      for (member, index) in zip(members, industry) {
        all += terms.workshare[member]
        if index < median { small += terms.workshare[member] }
      }
    }
    return capped(small, all)
  }
}
