// Reading parameters of orders into indices and numbers.
extension OrderBook {
  func word(_ order: Order, _ name: String) -> String? {
    if case .word(let word)? = order[name] { word } else { nil }
  }

  func integer(_ order: Order, _ name: String) -> Int? {
    if case .integer(let value)? = order[name] { value } else { nil }
  }

  func words(_ order: Order, _ name: String) -> [String] {
    if case .words(let words)? = order[name] { words } else { [] }
  }

  func flag(_ order: Order, _ name: String) -> Bool { order[name] == .flag(true) }

  func index(ofState word: String) -> Int? { scenario.index(of: StateID(word)) }

  /// The refusal of a word that names nothing here.
  func unknown(_ name: String, _ value: String?) -> RuleRefusal {
    guard let value else {
      return RuleRefusal(.unknownID, [.init("id", name)], "Say which \(name).")
    }
    return RuleRefusal(
      .unknownID, [.init("id", value)], "There is no \(name) \"\(value)\" here.")
  }

  func state(_ order: Order, _ name: String) throws(RuleRefusal) -> Int {
    guard let word = word(order, name), let index = index(ofState: word) else {
      throw unknown(name, word(order, name))
    }
    return index
  }

  /// Another state than one's own.
  func partner(_ order: Order, _ name: String) throws(RuleRefusal) -> Int {
    let index = try state(order, name)
    if index == state {
      throw RuleRefusal(
        .unknownID, [.init("id", word(order, name) ?? "")], "Name another state than your own.")
    }
    return index
  }

  func domain(_ order: Order, _ name: String) throws(RuleRefusal) -> Int {
    guard let word = word(order, name), let domain = Domain(rawValue: word),
      scenario.parameters.domains.contains(domain)
    else { throw unknown(name, word(order, name)) }
    return domain.index
  }

  func sector(_ order: Order, _ name: String) throws(RuleRefusal) -> Int {
    guard let word = word(order, name), let sector = Sector(rawValue: word) else {
      throw unknown(name, word(order, name))
    }
    return sector.index
  }

  func programme(_ order: Order) throws(RuleRefusal) -> Int {
    guard let word = word(order, "programme"), let index = scenario.index(of: ProgrammeID(word))
    else { throw unknown("programme", word(order, "programme")) }
    return index
  }

  /// A number of 0 or more; the parser keeps ranges, this keeps the rules safe from other callers.
  func amount(_ order: Order, _ name: String) throws(RuleRefusal) -> Int {
    let amounts = 0...1_000_000_000
    guard let value = integer(order, name) else { throw unknown(name, nil) }
    guard amounts.contains(value) else {
      throw RuleRefusal(
        .unknownID, [.init("what", name), .init("id", String(value))],
        "\(name) is \(amounts.lowerBound) to \(amounts.upperBound) here, not \(value).")
    }
    return value
  }

  /// The place of a line of one's own.
  func line(_ order: Order) throws(RuleRefusal) -> Int {
    guard let word = word(order, "line") else { throw unknown("line", nil) }
    let found = world.lines.firstIndex {
      word == "\(scenario.states[$0.state].id)-\(scenario.programmes[$0.programme].id)"
    }
    guard let found else { throw unknown("line", word) }
    let owner = world.lines[found].state
    if owner != state {
      throw RuleRefusal(
        .notYourLine, [.init("line", word), .init("owner", scenario.states[owner].id.text)],
        "The line \(word) belongs to \(scenario.states[owner].label).")
    }
    return found
  }

  /// The place of a deal that binds the state.
  func deal(_ order: Order) throws(RuleRefusal) -> Int {
    guard let word = word(order, "deal"),
      let index = world.deals.firstIndex(where: { $0.id.text == word })
    else { throw unknown("deal", word(order, "deal")) }
    if !world.deals[index].text.parties.contains(scenario.states[state].id) {
      throw RuleRefusal(
        .notAParty, [.init("deal", word)], "You are not a party of \(word).")
    }
    return index
  }

  /// Places of clauses of a deal.
  func clauses(_ order: Order, _ name: String, of deal: Int) throws(RuleRefusal) -> [Int] {
    var found: [Int] = []
    let names = word(order, name).map { [$0] } ?? words(order, name)
    for name in names {
      let place = world.deals[deal].text.clauses.firstIndex { $0.id.text == name }
      guard let place else { throw unknown("clause", name) }
      found.append(place)
    }
    if found.isEmpty { throw unknown("clause", nil) }
    return found.sorted()
  }
}
