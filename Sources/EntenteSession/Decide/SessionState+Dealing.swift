package import EntenteModel

extension SessionState {
  /// An offer has at most this many revisions: after that it is talk, not drafting.
  package static let revisionLimit = 12
  /// A state has at most this many open offers that it first tabled.
  package static let openOfferLimit = 20
  /// Proposals a turn never exceed this, dialogues or not.
  package static let proposalsMax = 6

  /// How many proposals a state may first table in a turn: the exercise's number and one for each
  /// dialogue in effect.
  package func proposalLimit(of index: Int) -> Int {
    let dialogues = world.deals.filter { $0.status == .inForce }.reduce(0) { sum, deal in
      sum
        + zip(deal.text.clauses, deal.clauses).count { clause, standing in
          clause.kind == .dialogue && standing.bound.contains(index) && !standing.hasEnded
            && !standing.isSuspended
        }
    }
    return min(
      max(scenario.parameters.proposals, Self.proposalsMax),
      scenario.parameters.proposals + dialogues)
  }

  func decidePropose(
    _ text: DealText, by speaker: Speaker, rules: Rules
  ) throws(Refusal) -> [Event] {
    try requirePhase(.negotiate, to: "table an offer")
    try require(.propose, of: speaker)
    let tabled = desks[speaker.index].offersThisTurn
    let limit = proposalLimit(of: speaker.index)
    guard tabled < limit else { throw .rule(tooMany(tabled, limit, "offers tabled this turn")) }
    let open = negotiations.count { $0.isOpen && $0.revisions[0].by == speaker.state }
    guard open < Self.openOfferLimit else {
      throw .rule(tooMany(open, Self.openOfferLimit, "open offers"))
    }
    guard text.parties.contains(speaker.state) else {
      throw .rule(notAParty(of: "this text"))
    }
    try checkForm(text)
    let id = DealNaming.id(
      state: speaker.index, count: desks[speaker.index].offersTabled + 1, seed: seed)
    let first = revision(1, of: id, text, by: speaker, rules: rules)
    return [Event(.states(text.parties), .offerTabled(first))]
      + keyWithText(first, by: speaker)
  }

  func decideCounter(
    _ deal: DealID, _ text: DealText, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    try requirePhase(.negotiate, to: "counter an offer")
    if let standing = bindingDeal(deal, for: speaker) {
      return try decideAmend(standing, text, by: speaker, at: time, rules: rules)
    }
    let negotiation = try openOffer(deal, for: speaker)
    try require(.propose, of: speaker)
    guard negotiation.revisions.count < Self.revisionLimit else {
      throw .rule(tooMany(negotiation.revisions.count, Self.revisionLimit, "revisions of \(deal)"))
    }
    try requireParties(of: negotiation, in: text)
    try checkForm(text)
    let next = revision(
      negotiation.revisions.count + 1, of: deal, text, by: speaker, rules: rules)
    return [Event(.states(text.parties), .offerCountered(next))] + keyWithText(next, by: speaker)
  }

  func decideReject(
    _ deal: DealID, why: String, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    if let change = changeToAnswer(deal, by: speaker) {
      let answer = ChangeAnswer(to: change, by: speaker.state, accepts: false, why: why)
      return try decideAnswer(answer, to: change, by: speaker, at: time, rules: rules)
    }
    try requirePhase(.negotiate, to: "reject an offer")
    let negotiation = try openOffer(deal, for: speaker)
    try require(.propose, of: speaker)
    if negotiation.declined.contains(speaker.state) {
      throw .already(what: deal.text, sentence: "\(speaker.state) has rejected \(deal).")
    }
    let left = negotiation.parties.filter {
      $0 != speaker.state && !negotiation.declined.contains($0)
    }
    let goesOn = negotiation.text.entry.isMet(by: left, of: negotiation.parties)
    return [
      Event(
        .states(negotiation.parties),
        .offerRefused(
          deal: deal, by: speaker.state, reason: goesOn ? "declined" : "rejected", why: why))
    ]
  }

  func decideWithdraw(
    _ deal: DealID, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    if let change = self[deal]?.change, change.by == speaker.state {
      return try decideWithdraw(change, by: speaker, at: time, rules: rules)
    }
    try requirePhase(.negotiate, to: "withdraw an offer")
    let negotiation = try openOffer(deal, for: speaker)
    try require(.propose, of: speaker)
    let author = negotiation.revisions[0].by
    guard author == speaker.state else {
      throw .forbidden(
        need: author.text,
        sentence: "\(author) tabled \(deal) first and alone can withdraw it; you can REJECT it.")
    }
    return [
      Event(
        .states(negotiation.parties),
        .offerRefused(deal: deal, by: speaker.state, reason: "withdrawn", why: ""))
    ]
  }

  /// The offer, if it is one the speaker's state is named in and it is still on the table.
  func openOffer(_ deal: DealID, for speaker: Speaker) throws(Refusal) -> Negotiation {
    let negotiation = try offer(deal, for: speaker.state)
    switch negotiation.status {
    case .draft: return negotiation
    case .refused(let reason): throw .dealClosed(deal: deal, status: "refused, \(reason)")
    case .deal:
      throw .dealClosed(deal: deal, status: world.deal(deal)?.status.rawValue ?? "signed")
    }
  }

  /// The negotiation, if the state is named in it.
  package func offer(_ deal: DealID, for state: StateID) throws(Refusal) -> Negotiation {
    if let negotiation = self[deal] {
      if negotiation.parties.contains(state) { return negotiation }
      // What may be seen is told apart from what is not there.
      if sight(of: negotiation, by: SeatID(state: state, role: exercise.roles[0].name)) != .nothing
      {
        throw .rule(notAParty(of: deal.text))
      }
    }
    let mine = negotiations.filter { $0.parties.contains(state) }.map(\.id.text)
    throw .noSuch(what: "deal", id: deal.text, near: NearestWord.find(deal.text, among: mine))
  }

  /// The form of a text; of a text that changes `standing`, what that has already counts as known.
  func checkForm(_ text: DealText, changing standing: DealText? = nil) throws(Refusal) {
    var vocabulary = exercise.vocabulary
    vocabulary.turn = turn
    let known = standing.map { TermsForm.check($0, vocabulary: vocabulary) } ?? []
    let findings = TermsForm.check(text, vocabulary: vocabulary)
    if let first = findings.first(where: { !known.contains($0) }) {
      throw .rule(RuleRefusal(first))
    }
  }

  /// A redline keeps the parties: others join by ACCEDE.
  func requireParties(of negotiation: Negotiation, in text: DealText) throws(Refusal) {
    guard text.parties != negotiation.parties else { return }
    throw .rule(
      RuleRefusal(
        .partyMissing, [.init("state", negotiation.parties.map(\.text).joined(separator: ","))],
        "A counter-offer keeps the parties of \(negotiation.id): "
          + negotiation.parties.map(\.text).joined(separator: ", ") + "."))
  }

  /// A revision as `speaker` tables it; `replacing` is the deal it changes, if that stands.
  func revision(
    _ number: Int, of deal: DealID, _ text: DealText, by speaker: Speaker, rules: Rules,
    replacing: DealID? = nil
  ) -> OfferRevision {
    let isSigned =
      (speaker.isBot || may(speaker.seat, .sign)) && !awaitsSecondKey(after: speaker.seat)
      && DealRules.signing(
        text, signer: speaker.index, in: world, scenario: scenario, replacing: replacing
      ).isEmpty
    return OfferRevision(
      deal: deal, revision: number, by: speaker.state, seat: speaker.seat.text, text: text,
      isSigned: isSigned, hash: CanonicalDeal.identity(text, sha256: rules.hash))
  }

  func tooMany(_ count: Int, _ limit: Int, _ what: String) -> RuleRefusal {
    RuleRefusal(
      .tooManyOffers, [.init("count", count), .init("limit", limit)],
      "You have \(count) \(what), and \(limit) is the limit; counter or withdraw one first.")
  }

  func notAParty(of what: String) -> RuleRefusal {
    RuleRefusal(.notAParty, [.init("deal", what)], "Your state is no party of \(what).")
  }
}
