import EntenteModel

extension Assembly {
  /// The state cards, ascending by handle.
  mutating func states(_ parameters: Parameters) -> [StateCard] {
    stateNames.compactMap { name in
      reading.states.first { $0.text("id") == name }.map { card($0, named: name, parameters) }
    }
  }

  private mutating func card(
    _ fields: Fields, named name: String, _ parameters: Parameters
  ) -> StateCard {
    let budget = perTurn(fields.number("budget") ?? 0)
    let needs = fields.record("programmes") ?? Fields()
    let exposure = fields.record("exposure") ?? Fields()
    var card = StateCard(
      id: StateID(name), label: fields.text("label") ?? name,
      doctrine: fields.text("doctrine") ?? "", budget: Money(budget),
      exposure: theatreNames.map { BasisPoints(exposure.number($0) ?? 0) },
      requirement: programmeNames.map { Lots(needs.record($0)?.number("requirement") ?? 0) },
      stock: programmeNames.map { Lots(needs.record($0)?.number("stock") ?? 0) },
      economyReference: Money(economyReference(budget: budget)))
    setMeans(&card, fields, parameters)
    setPolitics(&card, fields)
    card.defaultOrders =
      fields["defaultOrders"] == nil
      ? commonOrders(of: card, parameters) : defaultOrders(fields, parameters)
    card.cards = privateCards(fields, of: name)
    return card
  }

  private func economyReference(budget: Int) -> Int {
    if rules.text("economyReference") == "budget" { return budget }
    return rules.number("economyReference") ?? rdiv(budget * turns, 4)
  }

  private func setMeans(_ card: inout StateCard, _ fields: Fields, _ parameters: Parameters) {
    card.treasury = Money(fields.number("treasury") ?? 0)
    let capacity = fields.record("capacity")
    card.capacity = Sector.allCases.map {
      CapacityUnits(perTurn(capacity?.number($0.rawValue) ?? 0))
    }
    card.technology = levels(fields.record("technology"))
    card.civil = fields.number("civil").map(Self.civilLevels) ?? levels(fields.record("civil"))
    card.organisation = BasisPoints(fields.number("organisation") ?? 0)
    card.security = BasisPoints(fields.number("security") ?? 0)
    let barriers = fields.record("barriers")
    card.barriers = StateKeys.barriers.map {
      BasisPoints(fields.number("barriers") ?? barriers?.number($0) ?? 0)
    }
    let civil = parameters.domains.map { card.civil[$0.index].value }
    // POOL is ten firms an index point of civil technology, and one in ten of them takes part.
    let pool = rdiv(civil.reduce(0, +), 10 * max(1, civil.count))
    card.firms = fields.number("firms") ?? fdiv(pool, 10)
    card.plugAndPlay = index(fields, "plugAndPlay", card.plugAndPlay)
    card.connections = index(fields, "connections", card.connections)
    card.workforce = index(fields, "workforce", card.workforce)
    card.fatigue = index(fields, "fatigue", card.fatigue)
  }

  private func setPolitics(_ card: inout StateCard, _ fields: Fields) {
    card.ethics = index(fields, "erosion", card.ethics)
    card.asymmetric = index(fields, "asymmetric", card.asymmetric)
    card.exportStrictness = index(fields, "exportStrictness", card.exportStrictness)
    card.contentThreshold = index(fields, "domesticContent", card.contentThreshold)
    card.contentPenalty = index(fields, "foreignPenalty", card.contentPenalty)
    card.politicalCapital = index(fields, "capital", card.politicalCapital)
    card.posture = fields.text("posture").flatMap(Posture.init) ?? card.posture
    card.maturity = index(fields, "maturity", card.maturity)
    card.stateOwned = index(fields, "stateOwned", card.stateOwned)
    card.backgroundAdequacy = index(fields, "background", card.backgroundAdequacy)
    card.isOpaque = fields.flag("opaque") ?? false
    card.regime = fields.text("regime").flatMap(Regime.init) ?? card.regime
    card.spendingCeiling = fields.number("ceiling").map { Money(perTurn($0)) }
    let reserves = fields.record("reserves")
    card.reserves = Input.allCases.map { Lots(reserves?.number($0.rawValue) ?? 0) }
    card.barredClauses = fields.texts("barred").compactMap(ClauseKind.init)
  }

  private func index(_ fields: Fields, _ key: String, _ common: BasisPoints) -> BasisPoints {
    fields.number(key).map { BasisPoints($0) } ?? common
  }

  private func levels(_ fields: Fields?) -> [BasisPoints] {
    Domain.allCases.map { BasisPoints(fields?.number($0.rawValue) ?? 0) }
  }

  /// Civil technology of a state of which only the general level is known: some domains are
  /// military by tradition.
  private static func civilLevels(_ level: Int) -> [BasisPoints] {
    Domain.allCases.map { domain in
      switch domain {
      case .hyp, .und: BasisPoints(max(0, level - 3000))
      case .sen: BasisPoints(max(0, level - 2000))
      default: BasisPoints(level)
      }
    }
  }

  // MARK: private cards

  /// The names conditions may speak of.
  var conditionNames: ConditionParser.Names {
    ConditionParser.Names(
      states: allStates, programmes: allProgrammes, theatres: theatreNames, turns: turns)
  }

  private mutating func privateCards(_ fields: Fields, of name: String) -> [PrivateCard] {
    var cards: [PrivateCard] = []
    for card in fields.records("cards") {
      guard let test = card["test"], let source = test.text else { continue }
      let read = ConditionParser.card(source, names: conditionNames)
      for problem in read.problems {
        report(PackageFile.states, test, offset: problem.offset, problem.name, problem.sentence)
      }
      guard var condition = read.condition else { continue }
      guard let left = here(condition.test) else {
        report(
          PackageFile.states, test, "card-not-here",
          "In the format \"\(formatName)\" this card speaks only of what is not played, and is "
            + "left out.", as: .warning)
        continue
      }
      condition.test = left
      cards.append(
        PrivateCard(points: card.number("points") ?? 0, source: source, condition: condition))
    }
    let sum = cards.reduce(0) { $0 + $1.points }
    if sum > 2000, let field = fields["cards"] {
      report(
        PackageFile.states, field, "too-many-points",
        "The private cards of \"\(name)\" are worth \(sum); at most 2000 count.")
    }
    return cards
  }
}
