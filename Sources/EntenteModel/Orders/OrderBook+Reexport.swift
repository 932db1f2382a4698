// Checks of orders that ask and answer, and of exchanges of technology.
extension OrderBook {
  func judgeQuestion(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let receiver = try partner(order, "to")
    let name = scenario.programmes[programme].id.text
    guard let owner = world.programmes[programme].owner, owner != state, owner != receiver else {
      throw RuleRefusal(
        .unknownID, [.init("id", name)], "Nobody has to be asked to pass \(name) on to that state.")
    }
    let earlier = world.requests.first {
      $0.asker == state && $0.programme == programme && $0.receiver == receiver
    }
    if let earlier {
      throw RuleRefusal(
        .tooSoon,
        [.init("last", earlier.askedTurn), .init("next", max(turn, earlier.askedTurn) + 1)],
        earlier.isGranted
          ? "You have the owner's consent and have not used it." : "The owner has not answered yet."
      )
    }
    return Asked(bound: .askReexport(programme: programme, to: receiver))
  }

  func judgeAnswer(_ order: Order) throws(RuleRefusal) -> Asked {
    guard let word = word(order, "request") else { throw unknown("request", nil) }
    guard let place = world.openRequest(word, to: state) else { throw unknown("request", word) }
    return Asked(
      bound: .answerReexport(
        request: world.requests[place].number, consents: flag(order, "answer")))
  }

  func judgeExchange(_ order: Order) throws(RuleRefusal) -> Asked {
    guard scenario.parameters.has(.exchange) else { throw notHere(order) }
    let domain = try domain(order, "domain")
    let partner = try partner(order, "partner")
    let isOn = order["on"] != .flag(false)
    let have = standing.technology[domain]
    let need = world.states[partner].technology[domain]
    if isOn && need <= have {
      throw belowTechnology(Domain.allCases[domain], have: need, need: have + 1)
    }
    return Asked(bound: .exchange(domain: domain, partner: partner, isOn: isOn))
  }
}
