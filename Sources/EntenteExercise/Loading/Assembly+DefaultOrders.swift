import EntenteModel

extension Assembly {
  /// The orders of turn 1 of a state whose card gives none: 10% of the budget to research, half
  /// each in the two domains of the programmes that come first, and 15% to capacity in the sector
  /// that has most of it; as far as the menu has such orders.
  func commonOrders(of card: StateCard, _ parameters: Parameters) -> [Order] {
    let domains = firstDomains(among: parameters.domains)
    var orders: [Order] = []
    if parameters.orders.contains(.fundRD), !domains.isEmpty {
      let money = rdiv(card.budget.value * 1000 / domains.count, 10_000)
      orders += domains.map {
        Order(
          .fundRD,
          [Parameter("domain", .word($0.rawValue)), Parameter("money", .integer(money))])
      }
    }
    let most = card.capacity.max() ?? 0
    let sector = Sector.allCases.first { card.capacity[$0.index] == most }
    if parameters.orders.contains(.invest), most > 0, let sector {
      let money = rdiv(card.budget.value * 1500, 10_000)
      orders.append(
        Order(
          .invest,
          [Parameter("sector", .word(sector.rawValue)), Parameter("money", .integer(money))]))
    }
    return orders
  }

  /// At most two, in the order of the programmes.
  private func firstDomains(among known: [Domain]) -> [Domain] {
    var found: [Domain] = []
    for name in programmeNames {
      let fields = reading.programmes.first { $0.text("id") == name }
      for domain in (fields?.texts("domains") ?? []).compactMap(Domain.init)
      where known.contains(domain) && !found.contains(domain) {
        found.append(domain)
      }
    }
    return Array(found.prefix(2))
  }

  /// `text` with lots a turn of this length, where its amounts are written for another.
  func perTurn(_ text: DealText) -> DealText {
    guard perTurn(1000) != 1000 else { return text }
    var text = text
    for place in text.clauses.indices {
      let kind = text.clauses[place].kind
      text.clauses[place].parameters = text.clauses[place].parameters.map { parameter in
        let isRate = parameter.name == "rate" || (kind == .offtake && parameter.name == "lots")
        guard isRate, case .integer(let lots) = parameter.value else { return parameter }
        return Parameter(parameter.name, .integer(perTurn(lots)))
      }
    }
    return text
  }
}
