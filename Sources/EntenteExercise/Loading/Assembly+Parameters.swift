import EntenteModel
import EntenteSession

extension Assembly {
  /// The parameters of the rules in this format.
  mutating func parameters() -> Parameters {
    let exercise = reading.exercise
    var parameters = Parameters()
    parameters.turns = turns
    parameters.turnDays = Days(turnDays)
    parameters.actions = format.number("actions") ?? (formatName == "class" ? 6 : 0)
    parameters.proposals = format.number("proposals") ?? parameters.proposals
    parameters.fog = exercise.text("fog").flatMap(Parameters.Fog.init) ?? parameters.fog
    parameters.openAfter =
      exercise.text("openAfter").flatMap(Parameters.Opening.init) ?? parameters.openAfter
    parameters.twoKeys = format.flag("twoKeys") ?? exercise.flag("twoKeys") ?? false
    parameters.clauses = menu("clauses").compactMap(ClauseKind.init)
    parameters.orders = menu("orders").compactMap(OrderKeyword.init)
    let families = menu("families")
    if !families.isEmpty { parameters.families = families.sorted() }
    setModel(&parameters)
    setSwitches(&parameters)
    parameters.gateDays = gateDays()
    setScoring(&parameters)
    setAdversary(&parameters)
    return parameters
  }

  /// The common menu called `key`, and what the format adds to it, each word once and in order.
  private func menu(_ key: String) -> [String] {
    let words = reading.exercise.texts(key) + (format.record("add")?.texts(key) ?? [])
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private mutating func setModel(_ parameters: inout Parameters) {
    parameters.investLag = rules.number("investLag") ?? parameters.investLag
    parameters.theta = rules.number("theta").map { BasisPoints($0) } ?? parameters.theta
    if let quadrant = rules.record("quadrant") {
      parameters.quadrantCapacity = BasisPoints(quadrant.number("capacity") ?? 5000)
      parameters.quadrantInteroperability = BasisPoints(quadrant.number("interoperability") ?? 5000)
    }
    // What the exercise does not give stands in the rule book, for 180 days.
    let reference = rules.number("capacityReference").map { perTurn($0) }
    parameters.capacityReference = CapacityUnits(reference ?? rdiv(100_000 * turnDays, 180))
    let costs = rules.record("costPerThousand")
    for sector in Sector.allCases {
      let given = costs?.number(sector.rawValue).map { pricePerTurn($0) }
      let common = rdiv(parameters.capacityCost[sector.index].value * 180, turnDays)
      parameters.capacityCost[sector.index] = Money(given ?? common)
    }
    parameters.licenceBase =
      rules.number("licencePremium").map { BasisPoints($0) } ?? parameters.licenceBase
    setDomains(&parameters)
  }

  private mutating func setDomains(_ parameters: inout Parameters) {
    let named = rules.texts("domains").compactMap(Domain.init)
    if !named.isEmpty { parameters.domains = Domain.allCases.filter(named.contains) }
    let weights = rules.record("domainWeights")
    checkWhole(PackageFile.exercise, rules, key: "domainWeights")
    for domain in Domain.allCases {
      let exists = parameters.domains.contains(domain)
      let common = exists ? parameters.latentWeights[domain.index].value : 0
      let weight = weights.map { $0.number(domain.rawValue) ?? 0 } ?? common
      parameters.latentWeights[domain.index] = BasisPoints(weight)
    }
  }

  private func setSwitches(_ parameters: inout Parameters) {
    parameters.parallelGates = rules.flag("parallelGates") ?? false
    parameters.agencyOpen = rules.flag("agencyOpen") ?? false
    parameters.countPreSigned = rules.flag("countPreSigned") ?? false
    parameters.off = rules.texts("off").compactMap(SwitchedPart.init)
    if rules["small"] != nil {
      parameters.smallRules = rules.texts("small").compactMap(SmallRule.init)
    }
  }

  private func gateDays() -> GateDays {
    var days = GateDays()
    guard let gates = rules.record("gates") else { return days }
    func set(_ path: WritableKeyPath<GateDays, Days>, _ value: Int?) {
      if let value { days[keyPath: path] = Days(value) }
    }
    let ratification = gates.record("ratification")
    set(\.ratificationA, ratification?.number("a"))
    set(\.ratificationB, ratification?.number("b"))
    set(\.ratificationC, ratification?.number("c"))
    set(\.disclosurePerLevel, gates.number("disclosure"))
    let licence = gates.record("licence")
    set(\.licenceAgreement, licence?.number("agreement"))
    set(\.licenceExpedited, licence?.number("expedited"))
    set(\.licenceStandard, licence?.number("standard"))
    set(\.licenceExtraOwner, licence?.number("extraOwner"))
    let routes = gates.record("contracting")
    let common = gates.number("contracting")
    set(\.contractingFar, common ?? routes?.number("far"))
    set(\.contractingAgency, common ?? routes?.number("agency"))
    set(\.contractingOTA, common ?? routes?.number("ota"))
    set(\.test, gates.record("test")?.number("full"))
    set(\.testRecognised, gates.record("test")?.number("recognised"))
    return days
  }

  private mutating func setScoring(_ parameters: inout Parameters) {
    let file = PackageFile.exercise
    if let scoring = reading.exercise.record("scoring"), let terms = scoring.record("national") {
      checkWhole(file, scoring, key: "national", whole: 100)
      let order = ["security", "latent", "cost", "interoperability", "technology", "economy"]
      parameters.nationalWeights = order.map { terms.number($0) ?? 0 }
    }
    guard let field = reading.exercise["grading"], let grading = field.record else { return }
    parameters.grading.national = BasisPoints(grading.number("national") ?? 4000)
    parameters.grading.collective = BasisPoints(grading.number("collective") ?? 2000)
    parameters.grading.learning = BasisPoints(grading.number("learning") ?? 4000)
    let shares = parameters.grading
    let sum = (shares.national + shares.collective + shares.learning).value
    if sum != 10_000 {
      report(
        file, field, "shares-not-whole",
        "The shares of the grade sum to \(Wording.number(sum, .share)), not 100%.")
    }
    checkWhole(file, grading, key: "parts")
    if shares.national > 6000 {
      report(
        file, field, "rank-graded",
        "More than 60% of the grade is the own state; states do not start alike.", as: .warning)
    }
  }

  private func setAdversary(_ parameters: inout Parameters) {
    let levels = reading.world.record("adversary")
    for domain in Domain.allCases {
      if let level = levels?.number(domain.rawValue) {
        parameters.adversary[domain.index] = BasisPoints(level)
      }
    }
    parameters.cohesion =
      reading.world.number("cohesion").map { BasisPoints($0) } ?? parameters.cohesion
  }
}
