/// Reads the parameters of a clause into `ClauseTerms`. One branch a kind: a new clause is added
/// here and in the step where it works.
struct ClauseReader {
  let scenario: Scenario
  let text: ClauseText
  let stepped: [SteppedParameter]
  /// Who it binds now: shares of states that are not bound go to the others in proportion, because
  /// the equations read whole shares.
  let bound: MemberSet

  /// The terms; `.plain` for clauses that need none, or whose objects are not of this exercise.
  func terms() -> ClauseTerms {
    switch text.kind {
    case .coprod: programme.map { .coprod(coproduction($0)) } ?? .plain
    case .offtake: programme.map { .offtake(offtake($0)) } ?? .plain
    case .licprod: programme.map { .licprod(licence($0)) } ?? .plain
    case .transfer: transfer()
    case .standard: .standard(recognisesTests: text.flag("te"), fund: amounts("fund"))
    case .exercise: .exercise(intensity: integer("intensity") ?? 1)
    case .sustain: sustain()
    case .basing: .basing(posture: integer("posture") ?? 2_000)
    case .gsoia: .gsoia(level: integer("level") ?? 1)
    case .infoshare: .infoshare(deep: text.flag("deep"))
    case .sidepay:
      .sidepay(
        amount: integer("amount") ?? 0, turns: integer("turns") ?? 1, start: integer("start"))
    case .stockpool: stockpool()
    case .reexport:
      programme.map { .reexport(programme: $0, consent: states("consent")) } ?? .plain
    case .crisis: crisis()
    case .pilot: .pilot(wraps: text.wraps.map(place), sunset: integer("sunset") ?? 2)
    case .excl:
      .excl(
        programme: programme, sector: text.word("sector").flatMap(Sector.init(rawValue:)),
        except: states("except"))
    case .codev, .jointfund, .accel, .dualuse, .subsidiary, .offset, .sosa, .ntib: joint()
    default: .plain
    }
  }

  /// Clauses by which states develop, order and fund together.
  private func joint() -> ClauseTerms {
    switch text.kind {
    case .codev: programme.map { .codev(development($0)) } ?? .plain
    case .jointfund: programme.map { .jointfund(order($0)) } ?? .plain
    case .accel:
      .accel(
        AcceleratorTerms(
          domains: domains, pool: integer("pool") ?? 0, shares: shares("shares")))
    case .dualuse: .dualuse(DualUseTerms(domains: domains, talent: text.flag("talent")))
    case .subsidiary: subsidiary()
    case .offset:
      .offset(
        OffsetTerms(
          obligation: integer("obligation") ?? 5_000, isDirect: text.word("kind") != "indirect",
          within: max(1, integer("within") ?? 4)))
    case .sosa:
      .sosa(
        RatingTerms(
          inputs: text.words("inputs").compactMap(Input.init(rawValue:)),
          rating: integer("rating") ?? 1))
    default: .ntib(sectors: text.words("sectors").compactMap(Sector.init(rawValue:)))
    }
  }

  private func development(_ programme: Int) -> DevelopmentTerms {
    DevelopmentTerms(
      programme: programme, shares: shares("shares"), isExportable: text.flag("exportable"),
      turns: max(1, integer("turns") ?? 4))
  }

  private func order(_ programme: Int) -> JointOrderTerms {
    let lots = integer("lots") ?? 0
    return JointOrderTerms(
      programme: programme, contributions: shares("contributions"), lots: lots,
      rate: integer("rate") ?? fdiv(lots, 4), lines: states("lines"))
  }

  private func subsidiary() -> ClauseTerms {
    guard let sector = text.word("sector").flatMap(Sector.init(rawValue:)) else { return .plain }
    return .subsidiary(
      SubsidiaryTerms(
        sector: sector, flowsBack: text.word("mitigation") != "proxy",
        invest: integer("invest") ?? 0))
  }

  private var domains: [Int] {
    text.words("domains").compactMap { Domain(rawValue: $0)?.index }.sorted()
  }

  /// Shares of the states bound now, whole again where some are not: bp by state.
  private func shares(_ name: String) -> [Int] {
    let written = amounts(name)
    let held = written.indices.map { bound.contains($0) ? written[$0] : 0 }
    guard held != written, held.contains(where: { $0 > 0 }) else { return held }
    return lrm(10_000, held)
  }

  private func coproduction(_ programme: Int) -> CoproductionTerms {
    CoproductionTerms(
      programme: programme, lines: states("lines"), workshare: shares("workshare"),
      rate: integer("rate"), configuration: text.word("config") ?? "same", licence: track)
  }

  private func offtake(_ programme: Int) -> OfftakeTerms {
    let price: SellOffer.Price =
      integer("price").map { .money(Money($0)) } ?? (text.word("price") == "list" ? .list : .cost)
    return OfftakeTerms(
      programme: programme, lots: integer("lots") ?? 0, price: price, first: integer("first"))
  }

  private func licence(_ programme: Int) -> LicenceTerms {
    LicenceTerms(
      programme: programme, royalty: integer("royalty") ?? 0, cap: integer("cap") ?? 0,
      rate: integer("rate"), territory: text.word("territory") ?? "own",
      configuration: text.word("config") ?? "same", licence: track)
  }

  private func transfer() -> ClauseTerms {
    guard let domain = text.word("domain").flatMap(Domain.init(rawValue:)) else { return .plain }
    return .transfer(
      TransferTerms(
        domain: domain, isDeep: text.word("depth") == "deep", isMonitored: text.flag("monitor"),
        flowsBack: text.flag("flowback"), licence: track))
  }

  private func sustain() -> ClauseTerms {
    guard let programme, let hub = text.state("hub").flatMap(scenario.index(of:)) else {
      return .plain
    }
    return .sustain(programme: programme, hub: hub)
  }

  private func stockpool() -> ClauseTerms {
    guard let programme else { return .plain }
    return .stockpool(
      programme: programme, lots: amounts("lots"), inCrisisOnly: text.word("call") != "any")
  }

  private func crisis() -> ClauseTerms {
    guard let theatre = text.theatre.flatMap(scenario.index(of:)) else { return .plain }
    return .crisis(
      CrisisTerms(
        theatre: theatre, trigger: integer("trigger") ?? 7_500,
        posture: integer("posture") ?? 2_000, turns: integer("turns") ?? 2))
  }

  private var programme: Int? { text.programme.flatMap(scenario.index(of:)) }

  private var track: LicenceTrack { text.word("licence") == "expedited" ? .expedited : .agreement }

  /// The integer as a condition stepped it, else as written.
  private func integer(_ name: String) -> Int? {
    stepped.last { $0.name == name }?.value ?? text.integer(name)
  }

  private func states(_ name: String) -> MemberSet {
    MemberSet(text.states(name).compactMap(scenario.index(of:)))
  }

  private func amounts(_ name: String) -> [Int] {
    var values = [Int](repeating: 0, count: scenario.states.count)
    for amount in text.amounts(name) {
      if let state = scenario.index(of: amount.state) { values[state] = amount.value }
    }
    return values
  }

  /// `c3` stands at place 2.
  private func place(_ clause: ClauseID) -> Int { (Int(clause.text.dropFirst()) ?? 1) - 1 }
}
