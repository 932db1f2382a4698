import EntenteModel

/// The exercise `first-accord` (X0) as Swift values: four states round the marches, two programmes,
/// four turns of a year.
enum FirstAccord {
  static let aster = 0
  static let borea = 1
  static let cael = 2
  static let dorn = 3
  static let canopy = 0
  static let lantern = 1
  static let pcStart = 5_500

  /// The class format; `turns` is 6 in `ttx`.
  static func scenario(
    turns: Int = 4, parameters change: (inout Parameters) -> Void = { _ in },
    states changeStates: (inout [StateCard]) -> Void = { _ in },
    preSigned: [DealText] = []
  ) -> Scenario {
    var parameters = parameters(turns: turns)
    change(&parameters)
    var states = states
    changeStates(&states)
    return Scenario(
      parameters: parameters, states: states, programmes: programmes, theatres: [marches],
      pairs: Array(repeating: pair, count: 6), lines: lines, injects: [], preSigned: preSigned)
  }

  /// The same states with all that `first-accord` leaves out: scarce inputs, civil firms, all small
  /// rules but the one that keeps stock up, bands, a closed regime, an opaque state, and a
  /// programme that is still to be developed.
  static func everything(turns: Int = 8) -> Scenario {
    var parameters = parameters(turns: turns)
    parameters.actions = 0
    parameters.off = []
    parameters.smallRules = SmallRule.allCases.filter { $0 != .mcfLifecycle }
    parameters.fog = .bands
    parameters.domains = [.ai, .aut, .sen]
    var programmes = programmes
    programmes[canopy].inputs = [.chips]
    programmes[lantern].inputs = [.chips, .platform]
    var zenith = programmes[lantern]
    zenith.id = "zenith"
    zenith.owner = nil
    zenith.isDeveloped = false
    zenith.developmentCost = 30_000
    zenith.developmentThreshold = 3_000
    programmes.append(zenith)
    var states = states
    for index in states.indices {
      states[index].requirement += [20_000]
      states[index].stock += [0]
      states[index].firms = 60
      states[index].reserves[Input.chips.index] = 3_000
      states[index].spendingCeiling = 40_000
    }
    states[borea].regime = .closed
    states[cael].isOpaque = true
    return Scenario(
      parameters: parameters, states: states, programmes: programmes, theatres: [marches],
      pairs: Array(repeating: pair, count: 6), lines: lines,
      inputs: [
        InputNode(
          input: .chips, supply: 40_000, shares: [2_000, 0, 0, 5_000, 3_000, 0]),
        InputNode(input: .platform, supply: 5_000, shares: [0, 0, 0, 0, 0, 10_000]),
      ], outsiders: ["market", "platform"])
  }

  static func parameters(turns: Int) -> Parameters {
    var parameters = Parameters()
    parameters.turns = turns
    parameters.turnDays = 360
    parameters.investLag = 1
    parameters.theta = 1_000
    parameters.quadrantInteroperability = 3_500
    parameters.capacityReference = 40_000
    parameters.capacityCost[Sector.amd.index] = 5_000
    parameters.capacityCost[Sector.uas.index] = 1_500
    parameters.latentWeights = [0, 5_000, 0, 0, 0, 0, 0, 5_000]
    parameters.domains = [.aut, .sen]
    parameters.gateDays = gateDays
    parameters.fog = .none
    parameters.families = ["c2", "training"]
    parameters.off = [.inputs, .firms, .platform]
    parameters.smallRules = [.upgrade, .learningByDoing, .duplication, .participation]
    parameters.adversary[Domain.sen.index] = 6_000
    parameters.adversary[Domain.aut.index] = 5_500
    parameters.cohesion = 3_000
    return parameters
  }

  static var gateDays: GateDays {
    var days = GateDays()
    days.ratificationA = 0
    days.ratificationB = 45
    days.ratificationC = 90
    days.disclosurePerLevel = 60
    days.licenceAgreement = 120
    days.licenceExpedited = 45
    days.licenceStandard = 30
    days.contractingFar = 180
    days.contractingAgency = 180
    days.contractingOTA = 180
    days.test = 90
    days.testRecognised = 45
    return days
  }

  static var marches: Theatre {
    Theatre(
      id: "marches", label: "The marches", type: .air, weights: [0, 6_000, 0, 4_000, 0, 0],
      path: [6_000, 6_300, 6_600, 7_000, 7_400, 7_800])
  }

  static var pair: PairStart {
    PairStart(
      interoperability: [3_000, 3_000, 2_000, 1_500], affinity: 7_000, trust: 5_500,
      trustBack: 5_500)
  }

  static var programmes: [Programme] {
    [
      Programme(
        id: "canopy", label: "Canopy", sector: .amd, domains: [.sen], sensitivity: 3,
        owner: dorn, listCost: 4_000, listQuantity: 200, slope: 9_000, fixedShare: 3_000,
        load: 1_000, minimumQuantity: 60, minimumOrganisation: 4_000, minimumCapacity: 5_000,
        toolingDays: 180),
      Programme(
        id: "lantern", label: "Lantern", sector: .uas, domains: [.aut], sensitivity: 1,
        owner: borea, listCost: 600, listQuantity: 200, slope: 8_500, fixedShare: 1_500,
        load: 1_000, minimumQuantity: 5, minimumOrganisation: 3_000, minimumCapacity: 5_000,
        toolingDays: 180, civilShare: 5_000),
    ]
  }

  static var lines: [LineStart] {
    [
      LineStart(
        state: borea, programme: lantern, capacity: 30_000, cumulativeUnits: 200,
        nominal: 30_000),
      LineStart(
        state: dorn, programme: canopy, capacity: 40_000, cumulativeUnits: 200, nominal: 40_000),
    ]
  }

  static var states: [StateCard] {
    [
      card(
        "aster", "industrial-hub", budget: 180_000, industry: (24_000, 40_000),
        technology: (5_500, 4_500), civil: (4_000, 6_500), organisation: 6_500, security: 7_000,
        barrier: 5_500, exposure: 4_000, required: (90, 80), held: (30, 0)),
      fused(
        card(
          "borea", "niche-innovator", budget: 90_000, industry: (0, 30_000),
          technology: (4_500, 7_000), civil: (4_000, 8_500), organisation: 7_000,
          security: 6_000, barrier: 3_500, exposure: 6_000, required: (40, 80), held: (0, 40))),
      card(
        "cael", "threatened-frontline", budget: 140_000, industry: (0, 10_000),
        technology: (3_000, 3_500), civil: (2_500, 4_500), organisation: 4_500, security: 5_000,
        barrier: 6_000, exposure: 9_500, required: (80, 200), held: (15, 0)),
      strict(
        card(
          "dorn", "hegemon-gatekeeper", budget: 360_000, industry: (40_000, 60_000),
          technology: (8_500, 6_500), civil: (6_000, 8_000), organisation: 7_500,
          security: 8_500, barrier: 6_500, exposure: 3_000, required: (200, 150),
          held: (120, 0))),
    ]
  }

  private static func card(
    _ id: StateID, _ doctrine: String, budget: Money, industry: (Int, Int),
    technology: (Int, Int), civil: (Int, Int), organisation: Int, security: Int, barrier: Int,
    exposure: Int, required: (Int, Int), held: (Int, Int)
  ) -> StateCard {
    var card = StateCard(
      id: id, label: id.text.prefix(1).uppercased() + id.text.dropFirst(), doctrine: doctrine,
      budget: budget,
      exposure: [BasisPoints(exposure)],
      requirement: [Lots(required.0 * 1_000), Lots(required.1 * 1_000)],
      stock: [Lots(held.0 * 1_000), Lots(held.1 * 1_000)], economyReference: budget)
    card.capacity[Sector.amd.index] = CapacityUnits(industry.0)
    card.capacity[Sector.uas.index] = CapacityUnits(industry.1)
    card.technology[Domain.sen.index] = BasisPoints(technology.0)
    card.technology[Domain.aut.index] = BasisPoints(technology.1)
    card.civil[Domain.sen.index] = BasisPoints(civil.0)
    card.civil[Domain.aut.index] = BasisPoints(civil.1)
    card.organisation = BasisPoints(organisation)
    card.security = BasisPoints(security)
    card.barriers = Array(repeating: BasisPoints(barrier), count: 6)
    card.workforce = 10_000
    card.politicalCapital = BasisPoints(pcStart)
    card.maturity = 0
    card.defaultOrders = defaultOrders(of: id)
    card.cards = cards(of: id)
    return card
  }

  private static func fused(_ card: StateCard) -> StateCard {
    var card = card
    card.posture = .mcf
    card.maturity = 3_000
    return card
  }

  private static func strict(_ card: StateCard) -> StateCard {
    var card = card
    card.exportStrictness = 10_000
    card.contentThreshold = 6_500
    return card
  }

  private static func defaultOrders(of id: StateID) -> [Order] {
    switch id {
    case "aster": [research("sen", 9_000), research("aut", 9_000), invest("amd", 27_000)]
    case "borea": [research("aut", 9_000), invest("uas", 13_500)]
    case "cael": [research("sen", 7_000), research("aut", 7_000), invest("uas", 21_000)]
    default: [research("sen", 18_000), research("aut", 18_000), invest("amd", 54_000)]
    }
  }

  static func research(_ domain: String, _ money: Int) -> Order {
    Order(.fundRD, [Parameter("domain", .word(domain)), Parameter("money", .integer(money))])
  }

  static func invest(_ sector: String, _ money: Int) -> Order {
    Order(.invest, [Parameter("sector", .word(sector)), Parameter("money", .integer(money))])
  }

  /// An order that does nothing: with it a state gives no other orders, and habit does not act.
  static let nothing = [Order(.choose, [])]
}
