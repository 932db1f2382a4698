// Who may get what: the access test by sensitivity, and the consent of those who own a design.
extension ClauseCheck {
  /// The access test (E211-E213, E216): each receiver that is not the owner against the limits for
  /// `sensitivity`. `owner` nil means an open design: no trust and no values are asked.
  mutating func requireAccess(
    _ clause: ClauseText, to receivers: [Int], from owner: Int?, sensitivity: Int,
    purpose: String
  ) {
    let limits = scenario.parameters.access
    let level = min(max(sensitivity, 0), limits.security.count - 1)
    for receiver in receivers where receiver != owner {
      requireSecurity(
        clause, of: receiver, atLeast: limits.security[level], purpose: purpose)
      guard let owner else { continue }
      let trust = trust(of: owner, in: receiver)
      if trust < limits.trust[level] {
        refuse(
          .trustTooLow(
            clause.id, owner: id(owner), state: id(receiver), have: trust,
            need: limits.trust[level], purpose: purpose), .pair(owner, receiver))
      }
      requireValues(
        clause, owner, receiver, atLeast: limits.values[level], purpose: purpose)
    }
  }

  /// E216: sensitivity 5. True if the programme may be traded.
  mutating func isTradable(_ clause: ClauseText, _ programme: Int) -> Bool {
    guard scenario.programmes[programme].sensitivity >= 5 else { return true }
    refuse(.neverTradable(clause.id, programme: scenario.programmes[programme].id))
    return false
  }

  /// Owner and consent holders of a programme; empty for an open design.
  func sayers(over programme: Int) -> [Int] {
    let standing = world.programmes[programme]
    return (standing.owner.map { [$0] } ?? []) + standing.consentHolders
  }

  /// E214 for building: the owner is a party or licensed a builder for the parties; consent holders
  /// are parties or gave a `reexport`.
  mutating func requireBuildingConsent(
    _ clause: ClauseText, _ programme: Int, builders: [Int]
  ) {
    let standing = world.programmes[programme]
    let name = scenario.programmes[programme].id
    if let owner = standing.owner, !isParty(owner),
      !committed.of(.licprod).contains(where: {
        $0.clause.programme == name && $0.clause.word("territory") != "own"
          && $0.from.contains(owner) && $0.to.contains(where: builders.contains)
      })
    {
      refuse(
        .noIPConsent(
          clause.id, programme: name, owner: id(owner),
          way: "name \(id(owner)) a party, or get a licprod with territory=parties from it"))
    }
    for holder in standing.consentHolders where !isParty(holder) && !hasGivenReexport(holder, name)
    {
      refuse(
        .noIPConsent(
          clause.id, programme: name, owner: id(holder),
          way: "name \(id(holder)) a party, or get a reexport from it"))
    }
  }

  /// True if the state gives a `reexport` of the programme to anybody.
  private func hasGivenReexport(_ giver: Int, _ programme: ProgrammeID) -> Bool {
    committed.of(.reexport).contains {
      $0.clause.programme == programme && $0.from.contains(giver)
    }
  }

  /// E214 for finished lots: owner and consent holders are the seller, parties, or agreed by a
  /// `reexport` to the seller that names the buyer, or by a licence whose territory reaches it.
  mutating func requireSaleConsent(
    _ clause: ClauseText, _ programme: Int, sellers: [Int], buyers: [Int]
  ) {
    let name = scenario.programmes[programme].id
    for sayer in sayers(over: programme) where !isParty(sayer) && !sellers.contains(sayer) {
      let others = buyers.filter { $0 != sayer }
      guard
        sellers.contains(where: { seller in
          others.contains { !maySell(name, from: seller, to: $0, by: sayer) }
        })
      else { continue }
      refuse(
        .noIPConsent(
          clause.id, programme: name, owner: id(sayer),
          way: "name \(id(sayer)) a party, or get a reexport from it that names the buyers"))
    }
  }

  /// True if `sayer` agreed that `seller` delivers the programme to `buyer`.
  private func maySell(
    _ programme: ProgrammeID, from seller: Int, to buyer: Int, by sayer: Int
  ) -> Bool {
    let isReexported = committed.of(.reexport).contains {
      $0.clause.programme == programme && $0.from.contains(sayer) && $0.to.contains(seller)
        && $0.clause.states("consent").contains(id(buyer))
    }
    return isReexported
      || committed.of(.licprod).contains {
        $0.clause.programme == programme && $0.from.contains(sayer) && $0.to.contains(seller)
          && ($0.clause.word("territory") == "any"
            || ($0.clause.word("territory") == "parties" && parties(of: $0).contains(buyer)))
      }
  }

  /// Parties of the deal a clause stands in.
  private func parties(of entry: CommittedClauses.Entry) -> [Int] {
    guard let deal = entry.deal else { return indices(text.parties) }
    return world.deal(deal)?.bound ?? []
  }

  /// E232 for the licence track `expedited`: a security agreement between owner and receiver.
  mutating func requireTrack(_ clause: ClauseText, owner: Int?, receivers: [Int]) {
    guard clause.word("licence") == "expedited", let owner else { return }
    for receiver in receivers
    where receiver != owner && committed.securityLevel(between: owner, receiver) == nil {
      refuse(
        .noSecurityAgreement(
          clause.id, id(owner), id(receiver), level: nil, purpose: "licence=expedited"))
    }
  }

  /// E201: an exclusivity in force, or of the text, bars a participant from the others.
  mutating func requireNoExclusivity(
    _ clause: ClauseText, _ programme: Int, participants: [Int]
  ) {
    let object = scenario.programmes[programme]
    for excl in committed.of(.excl) where excl.clause.covers(object) {
      let allowed = Set(excl.from + indices(excl.clause.states("except")))
      guard let state = participants.first(where: excl.from.contains),
        participants.contains(where: { !allowed.contains($0) })
      else { continue }
      refuse(
        .barredByExclusivity(
          clause.id, deal: excl.deal, state: id(state), object: object.id.text))
    }
  }
}

extension ClauseText {
  /// True if an `excl` is about the programme, by name or by sector.
  func covers(_ programme: Programme) -> Bool {
    self.programme == programme.id || word("sector") == programme.sector.rawValue
  }
}
