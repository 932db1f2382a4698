// What clauses about know-how need: codev, transfer, dualuse, reexport.
extension ClauseCheck {
  mutating func judgeTechnology(_ clause: ClauseText) {
    switch clause.kind {
    case .codev: judgeDevelopment(clause)
    case .transfer: judgeTransfer(clause)
    case .dualuse:
      for state in indices(clause.boundStates)
      where (world.states[state].frameworkFrom ?? .max) > world.turn {
        refuse(.noCivilFramework(clause.id, state: id(state)))
      }
    case .reexport: judgeReexport(clause)
    default: preconditionFailure("judged elsewhere")
    }
  }

  private mutating func judgeDevelopment(_ clause: ClauseText) {
    guard let programme = programme(of: clause), isTradable(clause, programme) else { return }
    let bound = indices(clause.boundStates)
    let object = scenario.programmes[programme]
    guard object.developmentCost > 0, !world.programmes[programme].isDeveloped else {
      return refuse(.developedAlready(clause.id, programme: object.id))
    }
    requireReadiness(clause, object, among: bound)
    // A design nobody owns yet will belong to the largest share; that state's trust is asked.
    let owner = world.programmes[programme].owner ?? prospectiveOwner(clause)
    requireAccess(
      clause, to: bound, from: owner, sensitivity: object.sensitivity,
      purpose: "developing \(object.id) (sensitivity \(object.sensitivity))")
    for sayer in sayers(over: programme) where !isParty(sayer) {
      refuse(
        .noIPConsent(
          clause.id, programme: object.id, owner: id(sayer), way: "name \(id(sayer)) a party"))
    }
    requireTrack(clause, owner: owner, receivers: bound)
  }

  /// E224: the best readiness of the participants in every domain of the programme, and in AI and
  /// AUT where it acts by itself (SR13).
  private mutating func requireReadiness(
    _ clause: ClauseText, _ object: Programme, among bound: [Int]
  ) {
    func best(_ domain: Domain) -> BasisPoints {
      bound.map { world.states[$0].technology[domain.index] }.max() ?? 0
    }
    for domain in object.domains
    where !DevelopmentCost.isFeasible(
      bestReadiness: best(domain), threshold: object.developmentThreshold)
    {
      refuse(
        .belowTechnology(
          clause.id, domain: domain, have: best(domain), need: object.developmentThreshold))
    }
    guard object.highAutonomy, scenario.parameters.smallRules.contains(.autonomyGate) else {
      return
    }
    for domain in [Domain.ai, .aut] where best(domain) < Self.autonomyReadiness {
      refuse(
        .belowTechnology(
          clause.id, domain: domain, have: best(domain), need: Self.autonomyReadiness))
    }
  }

  /// SR13: readiness in AI and AUT that a programme of high autonomy needs.
  static var autonomyReadiness: BasisPoints { 6_500 }

  /// The state with the largest share, the lower one of equals.
  private func prospectiveOwner(_ clause: ClauseText) -> Int? {
    let shares = clause.amounts("shares")
    let largest = shares.map(\.value).max()
    return shares.first { $0.value == largest }.flatMap { scenario.index(of: $0.state) }
  }

  private mutating func judgeTransfer(_ clause: ClauseText) {
    guard let domain = clause.word("domain").flatMap({ Domain(rawValue: $0) }) else { return }
    let sensitivity = clause.transferSensitivity
    let receivers = indices(clause.to)
    for giver in indices(clause.from) {
      requireAccess(
        clause, to: receivers, from: giver, sensitivity: sensitivity,
        purpose: "know-how in \(domain.rawValue) (sensitivity \(sensitivity))")
      requireTrack(clause, owner: giver, receivers: receivers)
      requireOwnKnowHow(clause, domain, of: giver, for: receivers)
      guard clause.word("depth") == "deep" else { continue }
      for receiver in receivers
      where receiver != giver
        && (committed.securityLevel(between: giver, receiver) ?? 0) < sensitivity - 1
      {
        refuse(
          .noSecurityAgreement(
            clause.id, id(giver), id(receiver), level: sensitivity - 1, purpose: "depth=deep"))
      }
    }
  }

  /// E214: know-how a state received itself is passed on only if its giver is a party, or consents
  /// by a `reexport` of a programme in the domain that names the new receivers.
  private mutating func requireOwnKnowHow(
    _ clause: ClauseText, _ domain: Domain, of giver: Int, for receivers: [Int]
  ) {
    for entry in committed.of(.transfer)
    where entry.deal != nil && entry.clause.word("domain") == domain.rawValue
      && entry.to.contains(giver)
    {
      for source in entry.from where !isParty(source) && !receivers.contains(source) {
        let programmes = scenario.programmes.filter { $0.domains.contains(domain) }.map(\.id)
        let consents = committed.of(.reexport).contains { consent in
          consent.from.contains(source) && consent.to.contains(giver)
            && consent.clause.programme.map(programmes.contains) ?? false
            && receivers.allSatisfy { consent.clause.states("consent").contains(id($0)) }
        }
        guard !consents else { continue }
        refuse(.knowHowOfOthers(clause.id, domain: domain, owner: id(source), giver: id(giver)))
      }
    }
  }

  private mutating func judgeReexport(_ clause: ClauseText) {
    guard let programme = programme(of: clause) else { return }
    let sayers = sayers(over: programme)
    let name = scenario.programmes[programme].id
    for giver in indices(clause.from) where !sayers.contains(giver) {
      guard let owner = sayers.first else {
        refuse(.openDesign(clause.id, programme: name))
        continue
      }
      refuse(
        .noIPConsent(
          clause.id, programme: name, owner: id(owner),
          way: "only those with a say can consent, and \(id(giver)) has none"))
    }
  }
}

extension ClauseText {
  /// Sensitivity of what a `transfer` passes on: shallow 2, deep 3, one more for HYP, UND and QTM.
  package var transferSensitivity: Int {
    let base = word("depth") == "deep" ? 3 : 2
    return ["hyp", "und", "qtm"].contains(word("domain") ?? "") ? base + 1 : base
  }
}
