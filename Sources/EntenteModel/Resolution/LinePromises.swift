// What a `coprod` makes its line states owe one another, and workshare that follows the money.

extension Resolver {
  /// Each line of a joint programme owes its partners to build what is ordered from it.
  mutating func listLinePromises(_ clause: Int, _ terms: CoproductionTerms) {
    for state in terms.lines.intersection(clauses[clause].bound) {
      let arrears = takeArrears(clause, state, Arrears.toAll, isMoney: false)
      obligations.append(
        Obligation(
          clause: clause, debtor: state, creditor: Arrears.toAll, isMoney: false, due: 0,
          arrears: arrears.amount, wasPartial: arrears.wasPartial, isPaidInR3: false))
    }
  }

  /// Ordered lots up to the agreed rate are due. What is missing counts only where the state took
  /// capacity away from the line, and taking it away with orders open is a breach.
  mutating func settleLinePromises() {
    for index in obligations.indices {
      let duty = obligations[index]
      guard case .coprod(let terms) = clauses[duty.clause].terms,
        let line = world.lineIndex(duty.debtor, terms.programme)
      else { continue }
      let ordered = consignments.filter {
        $0.clause != nil && $0.seller == duty.debtor && $0.programme == terms.programme
      }
      let rate = world.lines[line].nominal.value
      obligations[index].due = min(ordered.reduce(0) { $0 + $1.due }, rate)
      let built = ordered.reduce(0) { $0 + max($1.available, $1.lots) }
      obligations[index].done =
        duty.isWithheld ? 0 : min(obligations[index].total, built)
      let missing = obligations[index].total - obligations[index].done
      guard missing > 0, !duty.isWithheld else { continue }
      if isShortOfCapacity(line) {
        obligations[index].isBroken = ordered.contains { $0.due > 0 } && wasCut(line)
      } else {
        obligations[index].excused = missing
      }
    }
  }

  /// The line holds less than the agreed rate needs although the sector has it; a gate that is open
  /// or an event that cuts output is nobody's fault.
  private func isShortOfCapacity(_ line: Int) -> Bool {
    let standing = world.lines[line]
    guard standing.status != .gated, scratch.lineFactor[line] == 10_000 else { return false }
    let card = scenario.programmes[standing.programme]
    let need = rdiv(standing.nominal.value * card.load.value, 1_000)
    let have = standing.status.isStopped ? 0 : standing.capacity.value
    return have < min(need, world.states[standing.state].capacity[card.sector.index].value)
  }

  /// The state ordered the line smaller than agreed, or closed, this turn.
  private func wasCut(_ line: Int) -> Bool {
    accepted[world.lines[line].state].contains { order in
      switch order.bound {
      case .setCapacity(line, let rate): rate < world.lines[line].nominal.value
      case .closeLine(line): true
      default: false
      }
    }
  }

  /// `gov juste`: workshare is what each holder has paid under the deal so far, once anybody has.
  mutating func followMoney() {
    for index in all(.coprod) where clauses[index].isActive {
      let deal = clauses[index].deal
      guard world.deals[deal].text.governance.juste,
        case .coprod(var terms) = clauses[index].terms
      else { continue }
      let paid = (0..<count).map { state -> Int in
        guard terms.workshare[state] > 0, let party = party(deal, state) else { return 0 }
        return world.deals[deal].contribution[party].value
      }
      guard paid.contains(where: { $0 > 0 }) else { continue }
      terms.workshare = lrm(10_000, paid)
      clauses[index].terms = .coprod(terms)
    }
  }
}
