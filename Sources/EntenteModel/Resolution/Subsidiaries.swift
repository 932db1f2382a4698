// Plants of one state in another (`subsidiary`): the owner pays once, the host's capacity grows,
// and the owner earns a margin on what is built there. The model has no content of single offers
// beside their origin, so that capacity counts as the host's own simply by being the host's.

extension Resolver {
  /// bp of the value built that the owner of a plant earns.
  private static var margin: Int { 200 }

  /// Plants that are paid for this turn, with their owners, in order.
  private func plantsDue() -> [(clause: Int, owner: Int, terms: SubsidiaryTerms)] {
    var found: [(clause: Int, owner: Int, terms: SubsidiaryTerms)] = []
    for index in all(.subsidiary) where clauses[index].isActive {
      guard case .subsidiary(let terms) = clauses[index].terms,
        !world.deals[clauses[index].deal].clauses[clauses[index].index].hasStarted
      else { continue }
      for owner in clauses[index].from { found.append((index, owner, terms)) }
    }
    return found
  }

  /// What a state pays in R3 for plants that begin this turn: `invest` for each host; $k.
  func plantCost(of state: Int) -> Int {
    plantsDue().filter { $0.owner == state }.reduce(0) { sum, plant in
      sum + plant.terms.invest * clauses[plant.clause].to.without(state).count
    }
  }

  /// Pays for the plants: the host grows by EQ10, and money the growth does not cost stays.
  mutating func buildPlants() {
    let due = plantsDue()
    for plant in due {
      for host in clauses[plant.clause].to where host != plant.owner {
        build(plant.clause, plant.terms, owner: plant.owner, host: host)
      }
    }
    for plant in due {
      world.deals[clauses[plant.clause].deal].clauses[clauses[plant.clause].index].hasStarted = true
    }
  }

  private mutating func build(
    _ clause: Int, _ terms: SubsidiaryTerms, owner: Int, host: Int
  ) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    let money = min(terms.invest, world.states[owner].treasury.value)
    let output = CapacityGrowth.evaluate(
      CapacityGrowth.Input(
        capacity: world.states[host].capacity[terms.sector.index],
        workforce: world.states[host].workforce, investment: Money(money),
        costPerThousand: scenario.parameters.capacityCost[terms.sector.index]))
    let used = clamp(money - output.refund.value, 0, money)
    guard output.growth > 0, used > 0 else { return }
    pay(used, from: owner, to: nil, deal: deal)
    let arrival = turn + scenario.parameters.investLag
    world.states[host].growing.append(
      CapacityArrival(sector: terms.sector, amount: output.growth, turn: arrival))
    var work = world.deals[deal].clauses[index].built
    if work.added.isEmpty { work.added = Array(repeating: 0, count: count) }
    work.added[host] += output.growth
    work.addedFrom = arrival
    world.deals[deal].clauses[index].work = work
  }

  /// Exports of owners: 200 bp of the value a host built in the sector this turn, times the plant's
  /// part of its capacity.
  mutating func notePlantMargins() {
    for index in all(.subsidiary) where clauses[index].isActive {
      let work = world.deals[clauses[index].deal].clauses[clauses[index].index].built
      guard case .subsidiary(let terms) = clauses[index].terms, !work.added.isEmpty,
        turn >= work.addedFrom
      else { continue }
      for host in clauses[index].to {
        let earned = margin(host, terms.sector, added: work.added[host])
        for owner in clauses[index].from where owner != host {
          world.states[owner].ledger.exports += Money(earned)
        }
      }
    }
  }

  private func margin(_ host: Int, _ sector: Sector, added: CapacityUnits) -> Int {
    var built = 0
    for line in lineIndices(host, sector.index) {
      built += value(world.lines[line].programme, world.lines[line].output.value)
    }
    let all = max(1, world.states[host].capacity[sector.index].value)
    return rdiv(mb(built, Self.margin) * min(added.value, all), all)
  }
}
