import EntenteModel
import EntenteSession

// Casts about programmes: licences, sales and purchases, work together.
extension Caster {
  /// The part of a buyer's budget a first offer of lots asks for at most; bp.
  private static let budgetShare = 2_500

  /// Own designs and states that could build them.
  var licensees: [Cast] {
    ownDesigns.flatMap { programme in
      others.filter { !hasLine($0, programme) && couldBuild($0, programme) }
        .sorted { isBetterLicensee($0, $1, programme) }
        .map { cast([$0], programme: programme) }
    }
  }

  private var ownDesigns: [Int] {
    scenario.programmes.indices.filter {
      world.programmes[$0].owner == own && world.programmes[$0].isDeveloped
    }
  }

  private func isBetterLicensee(_ one: Int, _ other: Int, _ programme: Int) -> Bool {
    let sector = scenario.programmes[programme].sector.index
    let key = { (state: Int) in
      (
        -world.trust(of: own, in: state).value, -world.states[state].capacity[sector].value, state
      )
    }
    return key(one) < key(other)
  }

  /// Designs of others that one could build and lacks; what one lacks most of first.
  var licensors: [Cast] {
    scenario.programmes.indices.filter {
      world.programmes[$0].owner != nil && world.programmes[$0].owner != own
        && !hasLine(own, $0) && couldBuild(own, $0) && need(own, $0) > 0
    }
    .sorted { (-needValue(own, $0), $0) < (-needValue(own, $1), $1) }
    .compactMap { programme in
      world.programmes[programme].owner.map { cast([$0], programme: programme) }
    }
  }

  /// Two lines for a programme that one of the two owns: oneself and the state that lacks most.
  var coproducers: [Cast] {
    let pairs = scenario.programmes.indices.flatMap { programme in
      others.filter { partner in
        [own, partner].contains { world.programmes[programme].owner == $0 }
          && [own, partner].allSatisfy { hasLine($0, programme) || couldBuild($0, programme) }
          && need(partner, programme) > 0
      }.map { (programme: programme, partner: $0) }
    }
    return pairs.sorted {
      (-needValue($0.partner, $0.programme), $0.partner, $0.programme)
        < (-needValue($1.partner, $1.programme), $1.partner, $1.programme)
    }.map { coproduction($0.programme, with: $0.partner) }
  }

  private func coproduction(_ programme: Int, with partner: Int) -> Cast {
    let holders = [own, partner].sorted()
    let names = holders.map { scenario.states[$0].id.text }
    let shares = EfficientShare.shares(
      of: holders, programme, world: world, scenario: scenario)
    // Whole steps of the grid, so that both can move it.
    let first = rdiv(shares[0], 500) * 500
    var cast = cast([partner], programme: programme)
    cast.values["lines"] = names.joined(separator: ",")
    cast.values["workshare"] =
      "\(names[0]):\(TypedNumber.printed(pct: first))"
      + ",\(names[1]):\(TypedNumber.printed(pct: 10_000 - first))"
    return cast
  }

  // MARK: lots

  /// Sales from own open lines: to the states a figure puts first, else to the largest need.
  func sales(by figure: ((Int) -> Int)?) -> [Cast] {
    let offers = openLines(of: own).flatMap { line in
      others.filter { !hasLine($0, line.programme) }
        .compactMap { buyer in
          lots(from: line, to: buyer).map { (buyer: buyer, line: line, lots: $0) }
        }
    }
    return offers.sorted { one, other in
      let key = { (buyer: Int, programme: Int) in
        (-(figure?(buyer) ?? needValue(buyer, programme)), -needValue(buyer, programme), buyer)
      }
      return key(one.buyer, one.line.programme) < key(other.buyer, other.line.programme)
    }.map { cast([$0.buyer], programme: $0.line.programme, lots: $0.lots) }
  }

  /// Purchases from others' open lines, by how much of the gap a sum closes.
  var suppliers: [Cast] {
    others.flatMap { seller in openLines(of: seller) }
      .filter { !hasLine(own, $0.programme) }
      .compactMap { line in lots(from: line, to: own).map { (line: line, lots: $0) } }
      .sorted {
        (-closeness($0.line.programme), $0.line.state) < (
          -closeness($1.line.programme), $1.line.state
        )
      }
      .map { cast([$0.line.state], programme: $0.line.programme, lots: $0.lots) }
  }

  private func openLines(of state: Int) -> [Line] {
    world.lines.filter { $0.state == state && $0.status == .open }
  }

  /// Readiness a lot gives for its price, where the state is pressed most; only for comparing.
  private func closeness(_ programme: Int) -> Int {
    guard let theatre = world.mostExposedTheatre(of: own, scenario: scenario) else { return 0 }
    let object = scenario.programmes[programme]
    let requirement = world.states[own].requirement[programme].value
    let value = rdiv(requirement * object.listCost.value, 1_000)
    let weight = scenario.theatres[theatre].weights[object.sector.index].value
    return value == 0 ? 0 : rdiv(1_000_000 * weight, value)
  }

  /// Whole lots a turn that the buyer lacks, the line could spare and the buyer's budget bears; nil
  /// where that is none.
  private func lots(from line: Line, to buyer: Int) -> Lots? {
    let turnsLeft = max(1, scenario.parameters.turns - world.turn)
    let lacking = cdiv(need(buyer, line.programme).value, turnsLeft)
    let spare = rdiv(line.nominal.value, 2)
    let price = max(1, scenario.programmes[line.programme].listCost.value)
    let borne = fdiv(mb(world.states[buyer].budget.value, Self.budgetShare) * 1_000, price)
    let whole = fdiv(min(lacking, spare, borne), 1_000)
    return whole > 0 ? Lots(whole * 1_000) : nil
  }

  /// Programmes that wait for development, and the best researcher for each.
  var codevelopers: [Cast] {
    scenario.programmes.indices.filter {
      !world.programmes[$0].isDeveloped && scenario.programmes[$0].developmentCost > 0
    }.flatMap { programme in
      let level = { (state: Int) in
        scenario.programmes[programme].domains.map {
          world.states[state].technology[$0.index].value
        }.reduce(0, +)
      }
      return others.sorted { (-level($0), $0) < (-level($1), $1) }
        .map { cast([$0], programme: programme) }
    }
  }
}
