// One sentence a player can act on for each refusal of a signature or ratification: the thing, the
// value, the limit, the way out. Numbers stand in points (bp/100), lots and money as people read
// them.
extension RuleRefusal {
  private static func points(_ value: BasisPoints) -> String { FigureUnit.points.text(value.value) }

  static func barredByExclusivity(
    _ clause: ClauseID, deal: DealID?, state: StateID, object: String
  ) -> RuleRefusal {
    RuleRefusal(
      .barredByExclusivity, clause: clause,
      [
        .init("deal", deal?.text ?? "this"), .init("clause", clause.text),
        .init("state", state.text),
      ],
      "\(deal.map { "Deal \($0)" } ?? "The excl of this text") keeps \(state) from dealing over "
        + "\(object) with states it does not bind; ask to be named in its \"except\", or wait "
        + "until it ends.")
  }

  static func securityTooLow(
    _ clause: ClauseID, state: StateID, have: BasisPoints, need: BasisPoints, purpose: String
  ) -> RuleRefusal {
    RuleRefusal(
      .securityTooLow, clause: clause,
      [.init("state", state.text), .init("have", have.value), .init("need", need.value)],
      "\(state) has security \(points(have)), and \(purpose) asks for \(points(need)); the order "
        + "security-upgrade gives \(state) 8 points.")
  }

  static func trustTooLow(
    _ clause: ClauseID, owner: StateID, state: StateID, have: BasisPoints, need: BasisPoints,
    purpose: String
  ) -> RuleRefusal {
    RuleRefusal(
      .trustTooLow, clause: clause,
      [
        .init("owner", owner.text), .init("state", state.text), .init("have", have.value),
        .init("need", need.value),
      ],
      "\(owner) trusts \(state) with \(points(have)) points, and \(purpose) asks for "
        + "\(points(need)); signing and keeping small deals raises trust.")
  }

  static func valuesTooFar(
    _ clause: ClauseID, _ one: StateID, _ other: StateID, have: BasisPoints, need: BasisPoints,
    purpose: String
  ) -> RuleRefusal {
    RuleRefusal(
      .valuesTooFar, clause: clause,
      [
        .init("a", one.text), .init("b", other.text), .init("have", have.value),
        .init("need", need.value),
      ],
      "The values of \(one) and \(other) stand at \(points(have)), and \(purpose) asks for "
        + "\(points(need)); dialogue draws values together.")
  }

  static func noIPConsent(
    _ clause: ClauseID, programme: ProgrammeID, owner: StateID, way: String
  ) -> RuleRefusal {
    RuleRefusal(
      .noIPConsent, clause: clause,
      [.init("programme", programme.text), .init("owner", owner.text)],
      "\(owner) has a say over \(programme) and has not agreed: \(way).")
  }

  static func openDesign(_ clause: ClauseID, programme: ProgrammeID) -> RuleRefusal {
    RuleRefusal(
      .noIPConsent, clause: clause,
      [.init("programme", programme.text), .init("owner", "none")],
      "\(programme) is an open design that nobody owns; build it by coprod or open-line, without "
        + "a licence.")
  }

  static func notDeveloped(_ clause: ClauseID, programme: ProgrammeID) -> RuleRefusal {
    RuleRefusal(
      .unknownID, clause: clause, [.init("id", programme.text), .init("near", "codev")],
      "\(programme) is not developed yet, so nobody can build it; a codev or start-dev comes first."
    )
  }

  static func mitigationTooWeak(
    _ clause: ClauseID, have: Int, need: Int, programme: ProgrammeID, mitigation: String
  ) -> RuleRefusal {
    RuleRefusal(
      .mitigationTooWeak, clause: clause, [.init("have", have), .init("need", need)],
      "\(programme) has sensitivity \(need), and mitigation=\(mitigation) protects only up to "
        + "\(have)\(have < 4 ? "; mitigation=proxy protects up to 4" : "").")
  }

  static func neverTradable(_ clause: ClauseID, programme: ProgrammeID) -> RuleRefusal {
    RuleRefusal(
      .neverTradable, clause: clause, [.init("programme", programme.text)],
      "\(programme) has sensitivity 5 and is never traded nor shared; leave it out of the text.")
  }

  static func barredByLaw(_ clause: ClauseID, state: StateID, kind: ClauseKind) -> RuleRefusal {
    RuleRefusal(
      .barredByLaw, clause: clause, [.init("state", state.text), .init("type", kind.rawValue)],
      "The law of \(state) bars the clause \(kind.rawValue); leave \(state) out of it or choose "
        + "another clause.")
  }

  static func capacityTooLow(
    _ clause: ClauseID, state: StateID, sector: Sector, have: CapacityUnits, need: CapacityUnits,
    what: String
  ) -> RuleRefusal {
    RuleRefusal(
      .capacityTooLow, clause: clause,
      [
        .init("state", state.text), .init("sector", sector.rawValue), .init("have", have.value),
        .init("need", need.value),
      ],
      "\(state) has \(have) cu \(what) in \(sector.rawValue), and this needs \(need); write a "
        + "lower rate, or raise capacity with the order invest.")
  }

  static func workforceTooLow(
    _ clause: ClauseID, state: StateID, have: BasisPoints, need: BasisPoints
  ) -> RuleRefusal {
    RuleRefusal(
      .workforceTooLow, clause: clause,
      [.init("state", state.text), .init("have", have.value), .init("need", need.value)],
      "\(state) has workforce \(points(have)), and a new line needs \(points(need)); the order "
        + "train-workforce raises it.")
  }

  static func organisationTooLow(
    _ clause: ClauseID, state: StateID, have: BasisPoints, need: BasisPoints,
    programme: ProgrammeID
  ) -> RuleRefusal {
    RuleRefusal(
      .organisationTooLow, clause: clause,
      [.init("state", state.text), .init("have", have.value), .init("need", need.value)],
      "\(state) has organisation \(points(have)), and building \(programme) needs \(points(need)); "
        + "the order practice-reform raises it.")
  }

  static func developedAlready(_ clause: ClauseID, programme: ProgrammeID) -> RuleRefusal {
    RuleRefusal(
      .unknownID, clause: clause, [.init("id", programme.text), .init("near", "coprod")],
      "\(programme) needs no development any more; build it by coprod, licprod or offtake.")
  }

  static func knowHowOfOthers(
    _ clause: ClauseID, domain: Domain, owner: StateID, giver: StateID
  ) -> RuleRefusal {
    RuleRefusal(
      .noIPConsent, clause: clause,
      [.init("programme", domain.rawValue), .init("owner", owner.text)],
      "\(giver) has this know-how from \(owner), who has not agreed to pass it on; name \(owner) a "
        + "party, or get a reexport from it.")
  }

  static func belowTechnology(
    _ clause: ClauseID, domain: Domain, have: BasisPoints, need: BasisPoints
  ) -> RuleRefusal {
    RuleRefusal(
      .belowTechnology, clause: clause,
      [.init("domain", domain.rawValue), .init("have", have.value), .init("need", need.value)],
      "The best of you has \(points(have)) in \(domain.rawValue), and this development needs "
        + "\(points(need)); bring in a partner who is further, or fund research first.")
  }

  static func belowMinimumQuantity(
    _ clause: ClauseID, have: Lots, need: Lots, programme: ProgrammeID
  ) -> RuleRefusal {
    RuleRefusal(
      .belowMinimumQuantity, clause: clause,
      [.init("have", have.value), .init("need", need.value)],
      "Only \(FigureUnit.lots.spoken(have.value)) of \(programme) are asked for over four turns, "
        + "and a new line needs \(FigureUnit.lots.text(need.value)); add an offtake to this text.")
  }

  static func noLine(
    _ clause: ClauseID, state: StateID, programme: ProgrammeID, way: String
  ) -> RuleRefusal {
    RuleRefusal(
      .noLine, clause: clause,
      [.init("state", state.text), .init("programme", programme.text)],
      "\(state) has no line for \(programme): \(way).")
  }

  static func stockTooLow(
    _ clause: ClauseID, state: StateID, have: Lots, need: Lots, programme: ProgrammeID
  ) -> RuleRefusal {
    RuleRefusal(
      .stockTooLow, clause: clause, [.init("have", have.value), .init("need", need.value)],
      "\(state) has \(FigureUnit.lots.spoken(have.value)) of \(programme) in stock and would put "
        + "in \(FigureUnit.lots.text(need.value)); write fewer lots, or build or buy them first.")
  }

  static func interoperabilityTooLow(
    _ clause: ClauseID, _ one: StateID, _ other: StateID, layer: Layer, have: BasisPoints,
    need: BasisPoints
  ) -> RuleRefusal {
    let way =
      layer == .proc ? "exercises raise it" : "a standard and common equipment raise it"
    return RuleRefusal(
      .interoperabilityTooLow, clause: clause,
      [
        .init("a", one.text), .init("b", other.text), .init("layer", layer.rawValue),
        .init("have", have.value), .init("need", need.value),
      ],
      "\(one) and \(other) have \(layer.rawValue) interoperability \(points(have)), and this needs "
        + "\(points(need)); \(way).")
  }

  static func noSecurityAgreement(
    _ clause: ClauseID, _ one: StateID, _ other: StateID, level: Int?, purpose: String
  ) -> RuleRefusal {
    let what = level.map { "a gsoia of level \($0) or more" } ?? "a gsoia"
    return RuleRefusal(
      .noSecurityAgreement, clause: clause, [.init("a", one.text), .init("b", other.text)],
      "\(purpose) needs \(what) between \(one) and \(other); add one to this text.")
  }

  static func prerequisiteMissing(
    _ clause: ClauseID, _ one: StateID, _ other: StateID, need: String
  ) -> RuleRefusal {
    RuleRefusal(
      .prerequisiteMissing, clause: clause,
      [.init("a", one.text), .init("b", other.text), .init("need", need)],
      "ntib needs rdp or exempt between \(one) and \(other); add one of them to this text.")
  }

  static func controlsNotComparable(
    _ clause: ClauseID, _ one: StateID, _ other: StateID, difference: BasisPoints,
    limit: BasisPoints
  ) -> RuleRefusal {
    RuleRefusal(
      .controlsNotComparable, clause: clause,
      [.init("a", one.text), .init("b", other.text), .init("difference", difference.value)],
      "The export controls of \(one) and \(other) lie \(points(difference)) points apart, and "
        + "exempt allows \(points(limit)); relax-export and tighten-export move them by 8.")
  }

  static func noCivilFramework(_ clause: ClauseID, state: StateID) -> RuleRefusal {
    RuleRefusal(
      .noCivilFramework, clause: clause, [.init("state", state.text)],
      "\(state) has no civil-military framework in effect; the order framework brings it from the "
        + "next turn.")
  }

  static func conflictsWithDeal(
    _ clause: ClauseID, deal: DealID, state: StateID
  ) -> RuleRefusal {
    RuleRefusal(
      .conflictsWithDeal, clause: clause, [.init("deal", deal.text)],
      "\(state) is bound by deal \(deal) to a state this excl would shut out; name that state in "
        + "\"except\", or end the deal first.")
  }

  static func treasuryTooLow(
    _ clause: ClauseID, state: StateID, have: Money, need: Money
  ) -> RuleRefusal {
    RuleRefusal(
      .treasuryTooLow, clause: clause, [.init("have", have.value), .init("need", need.value)],
      "The first payment is \(FigureUnit.money.text(need.value)), and \(state) has "
        + "\(FigureUnit.money.text(have.value)) free this turn; ask for less, or cancel an order.")
  }

  static func tooLittleCapital(
    have: BasisPoints, cost: BasisPoints, floor: BasisPoints
  ) -> RuleRefusal {
    RuleRefusal(
      .tooLittleCapital,
      [.init("have", have.value), .init("cost", cost.value), .init("floor", floor.value)],
      "Ratifying costs \(points(cost)) of your \(points(have)) political capital, and "
        + "\(points(floor)) must be left; wait a turn for more, or reserve a costly clause.")
  }

  static func accessionClosed(deal: DealID, rule: String, why: String) -> RuleRefusal {
    RuleRefusal(
      .accessionClosed, [.init("deal", deal.text), .init("rule", rule)], "\(why).")
  }

  static func notAParty(deal: String) -> RuleRefusal {
    RuleRefusal(
      .notAParty, [.init("deal", deal)],
      "Your state is no party of this text; propose a deal of your own, or accede where the deal "
        + "allows it.")
  }
}
