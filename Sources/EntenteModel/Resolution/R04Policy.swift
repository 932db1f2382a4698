// R4: money for orders is set aside, then the levers of policy move.

extension Resolver {
  /// Takes the money of orders that are yet to be carried out; an order that a payment of R3 has
  /// left without money is dropped.
  mutating func holdOrderMoney() {
    for state in 0..<count {
      var kept: [AcceptedOrder] = []
      for order in accepted[state] {
        if order.bound.isPaidInR3 { continue }
        let have = world.states[state].treasury.value
        if order.cost > have {
          let refusal = RuleRefusal(
            .treasuryTooLow, [.init("have", have), .init("need", order.cost)],
            "Payments under deals left \(have)k.")
          note(order, of: state, .dropped(DroppedOrder(refusal)))
          continue
        }
        world.states[state].treasury -= Money(order.cost)
        held[state] += order.cost
        kept.append(order)
      }
      accepted[state] = kept
    }
    consignPurchases()
  }

  /// Spends money that was held; what is left of the order's cost goes back.
  mutating func spend(_ order: AcceptedOrder, of state: Int, _ amount: Int) {
    precondition((0...order.cost).contains(amount), "an order spends what it reserved")
    held[state] -= order.cost
    world.states[state].treasury += Money(order.cost - amount)
    world.tally.outflow += Money(amount)
    world.states[state].ledger.spent += Money(amount)
    flow(state, -amount, .order, order: order.order.keyword, place: order.place)
  }

  /// Moves the levers.
  mutating func applyPolicy() {
    for state in 0..<count {
      for order in accepted[state] {
        payCapital(order, of: state)
        apply(order, of: state)
        use(order, of: state)
      }
    }
  }

  private mutating func payCapital(_ order: AcceptedOrder, of state: Int) {
    if order.capital > 0 {
      spendCapital(state, order.capital)
    } else if order.capital < 0 {
      let capital = world.states[state].politicalCapital
      world.states[state].politicalCapital = min(10_000, capital - BasisPoints(order.capital))
    }
  }

  /// Notes the use of a lever that rests afterwards.
  private mutating func use(_ order: AcceptedOrder, of state: Int) {
    let keyword = order.order.keyword
    guard OrderCatalogue.entry(keyword).pause > 1 else { return }
    var object: Int?
    if case .declare(let support) = order.bound { object = support }
    world.states[state].leverUsed.removeAll {
      $0.keyword == keyword.lever && $0.object == object
    }
    world.states[state].leverUsed.append(
      LeverUse(keyword: keyword.lever, object: object, turn: turn))
    world.states[state].leverUsed.sort {
      ($0.keyword.rank, $0.object ?? -1) < ($1.keyword.rank, $1.object ?? -1)
    }
  }

  private mutating func apply(_ order: AcceptedOrder, of state: Int) {
    switch order.bound {
    case .securityUpgrade:
      spend(order, of: state, order.cost)
      raise(\.security, of: state, by: 800)
    case .setBN(let level):
      world.states[state].contentThreshold = BasisPoints(level)
    case .shiftExport(let change): raise(\.exportStrictness, of: state, by: change)
    case .posture(let posture): change(state, to: posture)
    case .framework:
      spend(order, of: state, order.cost)
      world.states[state].frameworkFrom = turn + 1
    case .reform(let barrier):
      spend(order, of: state, order.cost)
      let value = world.states[state].barriers[barrier].value
      world.states[state].barriers[barrier] = BasisPoints(max(0, value - 800))
    case .humanControl(let level): world.states[state].humanControl = level
    case .reorganise: raise(\.organisation, of: state, by: 200)
    case .declare(let support):
      scratch.trust[world.trustIndex(support, state)].other += 50
    case .practiceReform:
      spend(order, of: state, order.cost)
      scratch.practised[state] += 100
      raise(\.organisation, of: state, by: 150)
    default: applyQuestions(order, of: state)
    }
  }

  private mutating func change(_ state: Int, to posture: Posture) {
    guard world.states[state].posture != posture else { return }
    world.states[state].posture = posture
    if scenario.parameters.has(.zigzag), let last = world.states[state].postureChanged,
      turn - last < 3
    {
      // SR16: who turns twice within three turns confuses his own offices.
      raise(\.organisation, of: state, by: -200)
    }
    world.states[state].postureChanged = turn
    if posture == .mcf {
      world.states[state].maturity = max(1_000, world.states[state].maturity)
    }
  }

  /// Adds to a figure in bp, kept within 0...10000.
  mutating func raise(
    _ figure: WritableKeyPath<StateStanding, BasisPoints>, of state: Int, by change: Int
  ) {
    let value = world.states[state][keyPath: figure].value + change
    world.states[state][keyPath: figure] = BasisPoints(clamp(value, 0, 10_000))
  }
}
