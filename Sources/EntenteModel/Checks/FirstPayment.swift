/// The first sum a clause makes a state pay, which a signature must have covered (E301).
enum FirstPayment {
  /// What an exercise of that intensity costs each side a turn: `2000*e*e`.
  static func exercise(intensity: Int) -> Money { Money(2_000 * intensity * intensity) }

  /// The first of the equal parts of a `sidepay` to one payee.
  static func sidePayment(_ clause: ClauseText) -> Money {
    Money(fdiv(clause.integer("amount") ?? 0, clause.integer("turns") ?? 1))
  }

  /// What `buyer` pays in the turn in which the gates of an `offtake` close: a part of the lots, at
  /// the last unit cost where the price is the cost.
  static func offtake(
    _ clause: ClauseText, of text: DealText, to buyer: Int, in world: World, scenario: Scenario
  ) -> Money {
    guard let programme = clause.programme.flatMap(scenario.index(of:)),
      let index = text.clauses.firstIndex(where: { $0.id == clause.id })
    else { return 0 }
    let draft = Lifecycle.signed(
      text, id: "", revision: 0, signers: text.parties.compactMap(scenario.index(of:)),
      in: world, scenario: scenario)
    let gates = DealGates.delivery(
      of: draft, clause: index, to: buyer, in: world, scenario: scenario)
    let schedule = GateSchedule.evaluate(
      GateSchedule.Input(
        totalDays: GateClock.remaining(gates), turnDays: scenario.parameters.turnDays,
        partners: DealGates.partners(of: clause),
        governance: GateList.governance(
          draft, programme: programme,
          holders: text.workshareHolders(of: scenario.programmes[programme].id), world: world,
          scenario: scenario),
        capacity: Lots(clause.integer("lots") ?? 0)))
    let price: SellOffer.Price =
      clause.integer("price").map { .money(Money($0)) }
      ?? (clause.word("price") == "list" ? .list : .cost)
    var sum = 0
    for seller in clause.from.compactMap(scenario.index(of:)) where seller != buyer {
      let each = lot(
        price, seller: seller, programme: programme, in: world, scenario: scenario)
      sum += rdiv(each.value * schedule.firstOutput.value, 1_000)
    }
    return Money(sum)
  }

  /// What one lot from a seller's line costs: the sum written, the list price, or the last unit
  /// cost (before the first output: EQ2 with nothing but learning).
  static func lot(
    _ price: SellOffer.Price, seller: Int, programme: Int, in world: World, scenario: Scenario
  ) -> Money {
    let object = scenario.programmes[programme]
    switch price {
    case .money(let sum): return sum
    case .list: return object.listCost
    case .cost:
      guard let index = world.lineIndex(seller, programme) else { return object.listCost }
      let line = world.lines[index]
      if line.unitCost > 0 { return line.unitCost }
      return UnitCost.evaluate(
        UnitCost.Input(
          listCost: object.listCost, listQuantity: object.listQuantity,
          effectiveQuantity: UnitCost.effectiveQuantity(
            own: fdiv(line.cumulative.value, 1_000), pooled: 0), slope: object.slope))
    }
  }
}
