// What is owed this turn: listed before the orders, because orders may spend only what is left.

extension Resolver {
  /// Fills `obligations` and `consignments`, in the order of deals and clauses.
  mutating func listObligations() {
    for clause in clauses.indices {
      prepareGates(clause)
      if clauses[clause].isActive {
        listDuties(clause)
      } else if world.deals[clauses[clause].deal].clauses[clauses[clause].index].hasEnded {
        listArrears(clause)
      }
    }
  }

  /// The duties of a clause in effect.
  private mutating func listDuties(_ clause: Int) {
    switch clauses[clause].terms {
    case .standard(_, let fund):
      for state in clauses[clause].bound { owe(clause, state, fund[state]) }
    case .exercise(let intensity):
      for state in clauses[clause].bound { owe(clause, state, exerciseCost(intensity)) }
    case .basing(let posture):
      for guest in clauses[clause].to {
        for host in clauses[clause].from {
          owe(clause, guest, presenceCost(guest, posture), to: host)
        }
      }
    case .sidepay(let amount, let turns, let start):
      listSidePayments(clause, amount: amount, turns: turns, start: start)
    case .sustain(let programme, let hub):
      for state in clauses[clause].bound where state != hub {
        let value = rdiv(
          world.states[state].stock[programme].value
            * scenario.programmes[programme].listCost.value, 1000)
        owe(clause, state, mb(value, 100), to: hub, recipient: hub)
      }
    case .crisis(let terms): listSupport(clause, terms)
    case .offtake(let terms): listOfftake(clause, terms)
    case .licprod: listRoyalties(clause)
    case .stockpool: listReplacements(clause)
    case .codev(let terms):
      let due = instalments(clause, terms)
      for state in clauses[clause].bound { owe(clause, state, due[state]) }
    case .jointfund(let terms): listJointOrder(clause, terms)
    case .accel(let terms):
      let due = lrm(terms.pool, terms.shares)
      for state in clauses[clause].bound { owe(clause, state, due[state]) }
    case .offset(let terms): listOffset(clause, terms)
    case .sosa: listRatings(clause)
    case .coprod(let terms): listLinePromises(clause, terms)
    default: break
    }
  }

  /// Adds a duty to pay in R3; nothing if nothing is owed.
  private mutating func owe(
    _ clause: Int, _ debtor: Int, _ due: Int, to creditor: Int = Arrears.toAll,
    recipient: Int? = nil, isAid: Bool = false
  ) {
    let arrears = takeArrears(clause, debtor, creditor, isMoney: true)
    guard due + arrears.amount > 0 else { return }
    obligations.append(
      Obligation(
        clause: clause, debtor: debtor, creditor: creditor, isMoney: true, due: due,
        arrears: arrears.amount, wasPartial: arrears.wasPartial, recipient: recipient,
        isAid: isAid))
  }

  /// What stands as arrears for a duty.
  func takeArrears(
    _ clause: Int, _ debtor: Int, _ creditor: Int, isMoney: Bool
  ) -> (amount: Int, wasPartial: Bool) {
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    let found = standing.arrears.first {
      $0.debtor == debtor && $0.creditor == creditor && $0.isMoney == isMoney
    }
    return (found?.amount ?? 0, found?.wasPartial ?? false)
  }

  /// Arrears of a clause that is over are due for one more turn.
  private mutating func listArrears(_ clause: Int) {
    if case .offset(let terms) = clauses[clause].terms { return listOffset(clause, terms) }
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    for arrears in standing.arrears {
      if arrears.isMoney {
        owe(
          clause, arrears.debtor, 0, to: arrears.creditor,
          recipient: clauses[clause].kind.paysCreditor && arrears.creditor >= 0
            ? arrears.creditor : nil)
      } else if case .offtake(let terms) = clauses[clause].terms {
        consign(clause, terms, seller: arrears.debtor, buyer: arrears.creditor, due: 0)
      }
    }
  }

  private mutating func listSidePayments(_ clause: Int, amount: Int, turns: Int, start: Int?) {
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    let begin = max(start ?? 0, standing.activeFrom ?? turn)
    let part = turn - begin
    guard part >= 0 else { return }
    // Equal parts, the last takes the rest.
    let each = fdiv(amount, turns)
    let due = part < turns - 1 ? each : part == turns - 1 ? amount - each * (turns - 1) : 0
    for payer in clauses[clause].from {
      for payee in clauses[clause].to { owe(clause, payer, due, to: payee, recipient: payee) }
    }
  }

  /// Support under a `crisis` that runs: each bound state pays for its presence. When it has run
  /// out only arrears are left.
  private mutating func listSupport(_ clause: Int, _ terms: CrisisTerms) {
    let until =
      world.deals[clauses[clause].deal].clauses[clauses[clause].index].crisisUntil ?? 0
    let runs = turn <= until
    for state in clauses[clause].bound {
      owe(clause, state, runs ? presenceCost(state, terms.posture) : 0, isAid: runs)
    }
  }

  /// What was drawn from a pool is put back, a quarter of it a turn.
  private mutating func listReplacements(_ clause: Int) {
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    for state in clauses[clause].bound where standing.drawn.indices.contains(state) {
      let arrears = takeArrears(clause, state, Arrears.toAll, isMoney: false)
      // A quarter of what was drawn, until nothing is left to put back.
      let drawn = standing.drawn[state].value
      let all = standing.built.drawn.isEmpty ? drawn : standing.built.drawn[state].value
      let due = max(0, min(cdiv(all, 4), drawn - arrears.amount))
      guard due + arrears.amount > 0 else { continue }
      obligations.append(
        Obligation(
          clause: clause, debtor: state, creditor: Arrears.toAll, isMoney: false, due: due,
          arrears: arrears.amount, wasPartial: arrears.wasPartial, isPaidInR3: false))
    }
  }

  /// Royalties are known when lines have built; they are paid at delivery.
  private mutating func listRoyalties(_ clause: Int) {
    for licensee in clauses[clause].to {
      for owner in clauses[clause].from where owner != licensee {
        let arrears = takeArrears(clause, licensee, owner, isMoney: true)
        obligations.append(
          Obligation(
            clause: clause, debtor: licensee, creditor: owner, isMoney: true, due: 0,
            arrears: arrears.amount, wasPartial: arrears.wasPartial, recipient: owner,
            isPaidInR3: false))
      }
    }
  }

  private mutating func listOfftake(_ clause: Int, _ terms: OfftakeTerms) {
    for seller in clauses[clause].from {
      for buyer in clauses[clause].to where buyer != seller {
        let due = dueLots(clause, terms, buyer: buyer)
        consign(clause, terms, seller: seller, buyer: buyer, due: due)
      }
    }
  }

  /// Adds the seller's duty to deliver, the buyer's to pay, and the consignment between them.
  private mutating func consign(
    _ clause: Int, _ terms: OfftakeTerms, seller: Int, buyer: Int, due: Int
  ) {
    let owed = takeArrears(clause, seller, buyer, isMoney: false)
    let unpaid = takeArrears(clause, buyer, seller, isMoney: true)
    if due + owed.amount + unpaid.amount == 0 { return }
    obligations.append(
      Obligation(
        clause: clause, debtor: seller, creditor: buyer, isMoney: false, due: due,
        arrears: owed.amount, wasPartial: owed.wasPartial, isPaidInR3: false))
    obligations.append(
      Obligation(
        clause: clause, debtor: buyer, creditor: seller, isMoney: true, due: 0,
        arrears: unpaid.amount, wasPartial: unpaid.wasPartial, recipient: seller))
    consignments.append(
      Consignment(
        lotsDuty: obligations.count - 2, moneyDuty: obligations.count - 1, clause: clause,
        seller: seller, buyer: buyer, programme: terms.programme, price: terms.price,
        markup: offsetMarkup(clause, seller: seller, buyer: buyer), tier: 3,
        due: due + owed.amount))
  }

  /// mU a seller owes a buyer this turn: nothing while gates are open, a part in the turn they
  /// close.
  private func dueLots(_ clause: Int, _ terms: OfftakeTerms, buyer: Int) -> Int {
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    guard turn >= terms.first ?? 0, let place = receiverPlace(clause, buyer) else { return 0 }
    if standing.closedTurn[place] != nil { return terms.lots }
    guard turn > world.deals[clauses[clause].deal].concludedTurn ?? .max else { return 0 }
    let credit = flowCredit(clause)
    let remaining = GateClock.remaining(standing.gates[place])
    guard remaining < credit else { return 0 }
    return GateSchedule.firstOutput(
      capacity: Lots(terms.lots), leftover: credit - remaining, credit: credit
    ).value
  }

  /// Place of a receiver among `to` of the clause's text.
  func receiverPlace(_ clause: Int, _ receiver: Int) -> Int? {
    let handle = scenario.states[receiver].id
    return text(clauses[clause]).to.firstIndex(of: handle)
  }

  /// `cr` of a delivery or a flow of know-how, days a turn.
  func flowCredit(_ clause: Int) -> Days {
    let deal = world.deals[clauses[clause].deal]
    let days = DealGates.credit(
      of: deal, clause: clauses[clause].index, in: world, scenario: scenario)
    return Days(mb(days.value, world.pace(of: deal.id)))
  }

  /// Gate lists of a delivery or a flow that nobody wrote at its conclusion.
  private mutating func prepareGates(_ clause: Int) {
    guard clauses[clause].isAgreed, clauses[clause].kind.hasReceiverGates else { return }
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    let receivers = world.deals[deal].text.clauses[index].to.map { scenario.index(of: $0) }
    if world.deals[deal].clauses[index].gates.count != receivers.count {
      world.deals[deal].clauses[index].gates = receivers.map { receiver in
        receiver.map {
          DealGates.delivery(
            of: world.deals[deal], clause: index, to: $0, in: world, scenario: scenario)
        } ?? []
      }
    }
    if world.deals[deal].clauses[index].closedTurn.count != receivers.count {
      world.deals[deal].clauses[index].closedTurn = receivers.map { _ in nil }
      world.deals[deal].clauses[index].leftover = receivers.map { _ in 0 }
    }
  }

  /// `2000*e*e` $k: what an exercise of that intensity costs each side.
  func exerciseCost(_ intensity: Int) -> Int { 2_000 * intensity * intensity }

  /// What a state pays to keep forces of that posture with a partner.
  func presenceCost(_ state: Int, _ posture: Int) -> Int {
    mb(mb(world.states[state].budget.value, posture), 1_000)
  }
}

extension ClauseKind {
  /// Each receiver waits for papers of its own before lots or know-how come.
  var hasReceiverGates: Bool {
    switch self {
    case .offtake, .transfer, .codev: true
    default: false
    }
  }

  /// Money owed under it goes to the creditor; else it is spent on the common thing.
  var paysCreditor: Bool {
    switch self {
    case .offtake, .sidepay, .sustain, .licprod: true
    default: false
    }
  }
}
