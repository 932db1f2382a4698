// R12: leak meters of all programmes (EQ21); then the maturity of fusion rises where it was paid.

extension Resolver {
  /// Moves the meters; a meter that fires blames the holder with the weakest security.
  mutating func raiseLeaks() {
    noteTaught()
    for programme in scenario.programmes.indices { raiseLeak(programme) }
    for state in 0..<count
    where scratch.institutionPaid.contains(state) && world.states[state].posture == .mcf {
      // It rises after the turn has used it.
      raise(\.maturity, of: state, by: CivilTechnology.maturityStep.value)
    }
  }

  private mutating func raiseLeak(_ programme: Int) {
    let holders = holders(of: programme)
    guard !holders.isEmpty, scenario.programmes[programme].sensitivity < 5,
      !scenario.parameters.theory.contains(.noLeak)
    else { return }
    let fused = holders.filter { world.states[$0].posture == .mcf }
    let maturity = fused.isEmpty ? 0 : mean(fused.map { world.states[$0].maturity.value })
    let security = mean(holders.map { securityOf($0, programme) })
    let sensitivity = scenario.programmes[programme].sensitivity
    record.open(.leak(programme: programme), "EQ21", "leak")
    record.input("meter", world.programmes[programme].leak.value)
    record.input("holders", holders.count)
    record.input("sensitivity", sensitivity)
    record.input("meanSecurity", security)
    record.input("meanMaturity", maturity)
    let input = LeakMeter.Input(
      meter: world.programmes[programme].leak + talentLeak(of: programme),
      holders: holders.count, sensitivity: sensitivity, meanSecurity: BasisPoints(security),
      meanMaturity: BasisPoints(maturity), extra: BasisPoints(exchangeLeak(programme)))
    let output = LeakMeter.evaluate(input, trace: &record)
    record.formula("leak", gives: output.meter.value, input.arguments)
    if Record.isOn {
      for holder in holders { record.cause(.partner(holder), 0) }
    }
    let reached =
      world.programmes[programme].leak + talentLeak(of: programme) + output.increment
    world.programmes[programme].leak = output.meter
    world.programmes[programme].leakHighest = max(
      world.programmes[programme].leakHighest, min(10_000, reached))
    record.close(output.meter.value)
    if output.fired { fire(programme, holders) }
  }

  /// SR15: 60 for each exchange of firms its owner has in one of its domains; bp.
  private func exchangeLeak(_ programme: Int) -> Int {
    guard let owner = world.programmes[programme].owner else { return 0 }
    let domains = scenario.programmes[programme].domains
    return 60 * world.states[owner].exchanges.count { domains.contains($0.domain) }
  }

  /// SEC of a holder, higher where a giver of know-how watches over its use.
  private func securityOf(_ state: Int, _ programme: Int) -> Int {
    let security = world.states[state].security.value
    let isWatched = all(.transfer).contains { index in
      guard clauses[index].isActive, case .transfer(let terms) = clauses[index].terms,
        terms.isMonitored
      else { return false }
      return clauses[index].to.contains(state)
        && scenario.programmes[programme].domains.contains(terms.domain)
    }
    return isWatched ? min(10_000, security + 500) : security
  }

  /// Know-how of a domain makes its receivers holders of the giver's programmes there, for good.
  private mutating func noteTaught() {
    for index in all(.transfer) where clauses[index].isActive {
      guard case .transfer(let terms) = clauses[index].terms else { continue }
      for receiver in clauses[index].to where flowsTo(receiver, index) {
        for programme in scenario.programmes.indices
        where scenario.programmes[programme].domains.contains(terms.domain) {
          guard let owner = world.programmes[programme].owner,
            clauses[index].from.contains(owner),
            !world.programmes[programme].taught.contains(receiver)
          else { continue }
          world.programmes[programme].taught.append(receiver)
          world.programmes[programme].taught.sort()
        }
      }
    }
  }

  /// States that know how to make it: with the design, a line, or a share of the work of at least
  /// 1000 bp; ascending. Buyers are none.
  func holders(of programme: Int) -> [Int] {
    var set = MemberSet(world.programmes[programme].taught)
    if let owner = world.programmes[programme].owner { set.insert(owner) }
    for line in world.lines
    where line.programme == programme && !line.status.isStopped && line.gatedFrom <= turn {
      set.insert(line.state)
    }
    for index in all(.coprod) where clauses[index].isActive {
      guard case .coprod(let terms) = clauses[index].terms, terms.programme == programme else {
        continue
      }
      for state in clauses[index].bound where terms.workshare[state] >= 1_000 { set.insert(state) }
    }
    for index in all(.codev) where clauses[index].isActive {
      guard case .codev(let terms) = clauses[index].terms, terms.programme == programme else {
        continue
      }
      for state in clauses[index].bound where terms.shares[state] > 0 { set.insert(state) }
    }
    for (state, share) in (world.programmes[programme].shares ?? []).enumerated() where share > 0 {
      set.insert(state)
    }
    return set.members
  }

  /// A leak tells of secret deals about the programme, from the next turn.
  private mutating func reveal(_ programme: Int) {
    for deal in world.deals.indices where world.isSecret(world.deals[deal], in: turn + 1) {
      let isAbout = world.deals[deal].text.clauses.contains {
        $0.programme == scenario.programmes[programme].id
      }
      if isAbout { world.deals[deal].revealedFrom = turn + 1 }
    }
  }

  private mutating func fire(_ programme: Int, _ holders: [Int]) {
    for domain in scenario.programmes[programme].domains {
      scratch.leaked[domain.index] += LeakMeter.adversaryGain.value
      world.tally.leakedGain += LeakMeter.adversaryGain.value
    }
    reveal(programme)
    let blamed = holders.min {
      (world.states[$0].security, $0) < (world.states[$1].security, $1)
    }
    guard let blamed else { return }
    for observer in 0..<count where observer != blamed {
      scratch.trust[world.trustIndex(observer, blamed)].other += LeakMeter.blame
    }
    spendCapital(blamed, LeakMeter.blameCapital.value)
    world.lastLeak = LeakFound(programme: programme, blamed: blamed, turn: turn)
    report.leaks.append(LeakEvent(programme: programme, blamed: blamed))
  }
}
