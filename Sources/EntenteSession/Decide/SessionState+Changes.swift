import EntenteModel

// Changing a deal that stands: amendments, reservations, accessions, and the answers to them.
extension SessionState {
  /// A state asks to join a deal at most this often: after that it is no wish but noise.
  package static let accessionLimit = 3

  /// The concluded deal that lives and names the speaker's state, if there is one.
  func bindingDeal(_ deal: DealID, for speaker: Speaker) -> Deal? {
    guard let negotiation = self[deal], negotiation.parties.contains(speaker.state),
      let standing = world.deal(deal), standing.concludedTurn != nil, standing.status != .ended
    else { return nil }
    return standing
  }

  /// The change that waits for states like the speaker's: those bound, for a reservation those that
  /// signed.
  func changeToAnswer(_ deal: DealID, by speaker: Speaker) -> PendingChange? {
    guard let change = self[deal]?.change, let standing = world.deal(deal) else { return nil }
    return Self.voters(on: change, of: standing).contains(speaker.index) ? change : nil
  }

  /// States whose word counts on a change, ascending.
  static func voters(on change: PendingChange, of deal: Deal) -> [Int] {
    if case .reservation = change.kind { return Lifecycle.signers(of: deal) }
    return deal.bound
  }

  // MARK: Tabling

  func decideAmend(
    _ standing: Deal, _ text: DealText, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    let negotiation = try offer(standing.id, for: speaker.state)
    try require(.propose, of: speaker)
    try requireBound(speaker, by: standing)
    try requireNoChange(of: negotiation)
    let count = negotiation.allRevisions.count { negotiation.parties.contains($0.by) }
    guard count < Self.revisionLimit else {
      throw .rule(tooMany(count, Self.revisionLimit, "revisions of \(standing.id)"))
    }
    try requireParties(of: negotiation, in: text)
    guard text != standing.text else {
      throw .already(
        what: standing.id.text, sentence: "That is the text of \(standing.id) as it stands.")
    }
    try checkForm(text, changing: standing.text)
    let next = revision(
      negotiation.lastRevision + 1, of: standing.id, text, by: speaker, rules: rules,
      replacing: standing.id)
    return table(
      ChangeProposal(.amendment, next), keys: keyWithText(next, by: speaker), at: time,
      rules: rules)
  }

  func decideReserve(
    _ deal: DealID, _ clause: ClauseID, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    let negotiation = try offer(deal, for: speaker.state)
    try requirePhase(.ratify, to: "make a reservation")
    try require(.ratify, of: speaker)
    let standing = try signedDeal(deal, for: speaker, "make a reservation")
    if negotiation.reserved.contains(speaker.state) {
      throw .already(
        what: deal.text,
        sentence: "\(speaker.state) has made its reservation on \(deal); there is one a deal.")
    }
    try requireNoChange(of: negotiation)
    let text = try reserving(clause, of: standing, for: speaker)
    try checkForm(text, changing: standing.text)
    let next = newText(text, of: negotiation, by: speaker, rules: rules)
    return table(
      ChangeProposal(.reservation(clause: clause), next), at: time, rules: rules)
  }

  /// The signed deal that waits for the word of the speaker's state.
  private func signedDeal(
    _ deal: DealID, for speaker: Speaker, _ action: String
  ) throws(Refusal) -> Deal {
    guard let standing = world.deal(deal) else {
      throw .notNow(
        phase: phase.rawValue, need: "signed",
        sentence: "\(deal) is not signed by all it needs; COUNTER it in negotiate instead.")
    }
    guard standing.concludedTurn == nil, standing.status != .ended else {
      throw .dealClosed(deal: deal, status: standing.status.rawValue)
    }
    guard Lifecycle.mustRatify(standing, scenario: scenario).contains(speaker.index) else {
      throw .already(
        what: deal.text,
        sentence: "\(speaker.state) has given its word on \(deal): a reservation is made instead "
          + "of ratifying.")
    }
    return standing
  }

  /// The text without the state in a clause; refused where the clause does not let it go.
  private func reserving(
    _ clause: ClauseID, of standing: Deal, for speaker: Speaker
  ) throws(Refusal) -> DealText {
    let known = standing.text.clauses
    guard known.contains(where: { $0.id == clause }) else {
      throw .noSuch(
        what: "clause", id: clause.text,
        near: NearestWord.find(clause.text, among: known.map(\.id.text)))
    }
    func misfit(_ sentence: String) -> Refusal {
      .rule(RuleRefusal(.unknownID, clause: clause, [.init("id", clause.text)], sentence))
    }
    guard let text = standing.text.reserving(clause, for: speaker.state) else {
      let binds = known.contains { $0.id == clause && $0.binds(speaker.state) }
      throw misfit(
        binds
          ? "\(clause) is of class C for \(speaker.state); a reservation goes against class A or B."
          : "\(clause) does not bind \(speaker.state).")
    }
    guard !text.clauses.isEmpty else {
      throw misfit(
        "Nothing would be left of \(standing.id) without \(clause); unratified it lapses.")
    }
    return text
  }

  func decideAccede(
    to deal: DealID, annex: String?, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    guard let negotiation = self[deal], sight(of: negotiation, by: speaker.seat) != .nothing else {
      let seen = negotiations.filter { sight(of: $0, by: speaker.seat) != .nothing }.map(\.id.text)
      throw .noSuch(what: "deal", id: deal.text, near: NearestWord.find(deal.text, among: seen))
    }
    try requirePhase(.ratify, to: "accede")
    try require(.ratify, of: speaker)
    guard let standing = world.deal(deal), standing.concludedTurn != nil else {
      throw .notNow(
        phase: phase.rawValue, need: "concluded",
        sentence: "\(deal) is not concluded yet; a state joins what binds.")
    }
    guard standing.status != .ended else {
      throw .dealClosed(deal: deal, status: standing.status.rawValue)
    }
    let refusals = DealRules.acceding(
      to: standing, by: speaker.index, annex: annex, in: world, scenario: scenario)
    if let first = refusals.first { throw .rule(first) }
    try requireNoChange(of: negotiation)
    let asked = negotiation.dropped.count { $0.by == speaker.state }
    guard asked < Self.accessionLimit else {
      throw .rule(tooMany(asked, Self.accessionLimit, "wishes to join \(deal) behind you"))
    }
    let text = Lifecycle.acceded(
      standing, by: speaker.index, annex: annex, in: world, scenario: scenario
    ).deal.text
    try checkForm(text, changing: standing.text)
    let next = newText(text, of: negotiation, by: speaker, rules: rules)
    return table(ChangeProposal(.accession(annex: annex), next), at: time, rules: rules)
  }

  /// A revision that the rules wrote for a state: whoever asks for it has signed it.
  private func newText(
    _ text: DealText, of negotiation: Negotiation, by speaker: Speaker, rules: Rules
  ) -> OfferRevision {
    OfferRevision(
      deal: negotiation.id, revision: negotiation.lastRevision + 1, by: speaker.state,
      seat: speaker.seat.text, text: text, isSigned: true,
      hash: CanonicalDeal.identity(text, sha256: rules.hash))
  }

  private func table(
    _ proposal: ChangeProposal, keys: [Event] = [], at time: Int, rules: Rules
  ) -> [Event] {
    var deliberation = Deliberation(self, at: time, rules: rules)
    let change = PendingChange(proposal, tabledTurn: turn)
    deliberation.emit(change.audience, .changeTabled(proposal))
    for key in keys { deliberation.emit(key.audience, key.fact) }
    if let newcomer = change.newcomer {
      deliberation.emit(
        .states([newcomer]),
        .accessionNoted(deal: change.deal, by: newcomer, outcome: nil, reason: nil))
    }
    deliberation.settleChange(of: proposal.revision.deal)
    return deliberation.events
  }

  private func requireNoChange(of negotiation: Negotiation) throws(Refusal) {
    guard negotiation.change != nil else { return }
    throw .rule(
      RuleRefusal(
        .tooManyOffers, [.init("count", 1), .init("limit", 1)],
        "\(negotiation.id) has a change on its way, and there is one at a time; try again when it "
          + "is settled."))
  }

  func requireBound(_ speaker: Speaker, by standing: Deal) throws(Refusal) {
    guard !standing.bound.contains(speaker.index) else { return }
    throw .rule(
      RuleRefusal(
        .notAParty, [.init("deal", standing.id.text)],
        "\(standing.id) does not bind \(speaker.state)."))
  }

  // MARK: Answers

  func decideAnswer(
    _ answer: ChangeAnswer, to change: PendingChange, by speaker: Speaker, at time: Int,
    rules: Rules
  ) throws(Refusal) -> [Event] {
    try requirePhase(change.answerPhase, to: "answer this \(change.proposal.word)")
    let deal = change.deal
    var signature = Signature.whole
    if answer.accepts {
      signature = try self.signature(of: change.number, of: deal, by: speaker)
    } else {
      try require(.propose, of: speaker)
    }
    if change.isPassed {
      let left = change.mustRatify.filter { !change.ratified.contains($0) }.map(\.text)
      throw .already(
        what: deal.text,
        sentence: "Revision \(change.number) of \(deal) is agreed; "
          + "\(left.joined(separator: ", ")) has still to ratify it.")
    }
    if case .reservation = change.kind, change.by == speaker.state {
      throw .already(
        what: deal.text, sentence: "The reservation is yours; the others answer it.")
    }
    if change.isAnswered(by: speaker.state) {
      throw .already(
        what: deal.text,
        sentence: "\(speaker.state) has answered revision \(change.number) of \(deal).")
    }
    if answer.accepts, change.kind == .amendment {
      let refusals = DealRules.signing(
        change.text, signer: speaker.index, in: world, scenario: scenario,
        claimed: DealRules.claimed(
          by: speaker.index, orders: desks[speaker.index].orders.map(\.order), in: world,
          scenario: scenario), replacing: deal)
      if let first = refusals.first { throw .rule(first) }
    }
    if signature == .firstKey { return [keyEvent(change.number, of: deal, by: speaker)] }
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.emit(change.audience, .changeAnswered(answer))
    deliberation.settleChange(of: deal)
    return deliberation.events
  }

  /// The author takes a change back, as long as its parties have not agreed.
  func decideWithdraw(
    _ change: PendingChange, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    try requirePhase(.negotiate, .ratify, to: "take a change back")
    try require(.propose, of: speaker)
    if change.isPassed {
      throw .already(
        what: change.deal.text,
        sentence: "Revision \(change.number) of \(change.deal) is agreed and waits to be ratified.")
    }
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.close(change, .withdrawn)
    return deliberation.events
  }

  func decideRatify(
    _ change: PendingChange, of standing: Deal, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    let draft = Lifecycle.draft(of: standing, with: change.text)
    let refusals = DealRules.ratifying(draft, by: speaker.index, in: world, scenario: scenario)
    if let first = refusals.first { throw .rule(first) }
    let cost = Lifecycle.ratificationCost(
      of: draft, for: speaker.index, in: world, scenario: scenario)
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.ratify(change, of: standing, by: speaker.index, cost: cost)
    return deliberation.events
  }

  // MARK: Leaving

  func decideDenounce(
    _ deal: DealID, now: Bool, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    _ = try offer(deal, for: speaker.state)
    try requirePhase(.ratify, to: "denounce a deal")
    try require(.denounce, of: speaker)
    guard let standing = world.deal(deal), standing.concludedTurn != nil else {
      if let standing = world.deal(deal), standing.status == .ended {
        throw .dealClosed(deal: deal, status: standing.status.rawValue)
      }
      throw .notNow(
        phase: phase.rawValue, need: "concluded",
        sentence: "\(deal) is not concluded, so nothing binds you: what is not ratified lapses.")
    }
    guard standing.status != .ended else {
      throw .dealClosed(deal: deal, status: standing.status.rawValue)
    }
    try requireBound(speaker, by: standing)
    if let leaving = standing.leaving.first(where: { $0.state == speaker.index }) {
      throw .already(
        what: deal.text,
        sentence: "\(speaker.state) has denounced \(deal) and is bound through turn "
          + "\(leaving.turn).")
    }
    let next = Lifecycle.denounced(standing, by: speaker.index, now: now, in: world)
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.emit(
      audience(of: standing.text),
      .dealDenounced(
        deal: deal, by: speaker.state,
        until: now ? nil : world.turn + standing.text.term.notice))
    deliberation.emit(.nobody, .dealStanding(DealStanding(Conclusion(deal: next))))
    return deliberation.events
  }
}
