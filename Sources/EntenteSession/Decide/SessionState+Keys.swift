package import EntenteModel

// Two-key signing: where the exercise asks for it, a state signs by two of its seats.
//
// One of the two must be a seat that may sign; the other may sign or propose, so that "one drafts,
// another signs" works with the standard roles. A second key is asked for only as long as another
// filled seat could give it: a team of one person signs alone, and a team whose second person has
// left is not locked out. GRANT seat sign makes another seat able to give one.
extension SessionState {
  /// The key a state has given to a revision without having signed it.
  func key(of state: StateID, to revision: Int, of deal: DealID) -> KeyGiven? {
    self[deal]?.keys.first { $0.state == state && $0.revision == revision }
  }

  /// Whether a seat may take part in signing: all of it, or one of two keys.
  package func mayGiveKey(_ seat: SeatID) -> Bool {
    may(seat, .sign) || (scenario.parameters.twoKeys && may(seat, .propose))
  }

  /// Whether another filled seat of the team could complete what `first` began.
  func awaitsSecondKey(after first: SeatID) -> Bool {
    guard scenario.parameters.twoKeys, let state = first.state.flatMap(scenario.index(of:)),
      doctrines[state] == nil
    else { return false }
    return exercise.roles.indices.contains { place in
      let other = exercise.seat(of: state, role: place)
      guard other != first, seats[other] == .members else { return false }
      return may(other, .sign) || (may(first, .sign) && may(other, .propose))
    }
  }

  /// What a signature of this seat is now: the whole of it, or the first of two keys. Refused where
  /// it is neither.
  func signature(
    of revision: Int, of deal: DealID, by speaker: Speaker
  ) throws(Refusal) -> Signature {
    if speaker.isBot { return .whole }
    let first = key(of: speaker.state, to: revision, of: deal)?.seat
    if let first, first != speaker.seat {
      if may(first, .sign), mayGiveKey(speaker.seat) { return .whole }
    } else if mayGiveKey(speaker.seat), awaitsSecondKey(after: speaker.seat) {
      guard first == nil else {
        throw .already(
          what: deal.text,
          sentence: "\(speaker.seat) has given its key to revision \(revision) of \(deal); "
            + "another seat of \(speaker.state) completes it with SIGN.")
      }
      return .firstKey
    }
    try require(.sign, of: speaker)
    return .whole
  }

  /// One key, told to the team alone: what a state has half signed is its own affair.
  func keyEvent(_ revision: Int, of deal: DealID, by speaker: Speaker) -> Event {
    Event(
      .states([speaker.state]),
      .desk(
        .keyGiven(
          KeyGiven(deal: deal, revision: revision, state: speaker.state, seat: speaker.seat))))
  }

  /// The key that comes with a text its author could not sign alone.
  func keyWithText(_ revision: OfferRevision, by speaker: Speaker) -> [Event] {
    guard !speaker.isBot, !revision.isSigned, awaitsSecondKey(after: speaker.seat) else {
      return []
    }
    return [keyEvent(revision.revision, of: revision.deal, by: speaker)]
  }

  /// What a seat can do about signing a revision now, in words; nil where it can do nothing.
  func signingWords(_ revision: Int, of deal: DealID, for seat: SeatID) -> String? {
    guard let state = seat.state, mayGiveKey(seat) else { return nil }
    let first = key(of: state, to: revision, of: deal)?.seat
    if let first, first != seat {
      return may(first, .sign) || may(seat, .sign) ? "Give the second key to it" : nil
    }
    if awaitsSecondKey(after: seat) { return first == nil ? "Give one of two keys to it" : nil }
    return may(seat, .sign) ? "Sign it as it stands" : nil
  }

  /// The rows about keys under the text of a deal: one's own state's, for the facilitator all.
  func addKeys(of negotiation: Negotiation, for seat: SeatID, to page: inout Page) {
    for key in negotiation.keys where isWaiting(key, in: negotiation) {
      guard seat == .facilitator || seat.state == key.state else { continue }
      page.add(
        [
          Page.Field("key", key.state.text), Page.Field("seat", key.seat.text),
          Page.Field("rev", key.revision),
        ],
        "\(key.state): one of two keys is given, by \(key.seat); another seat completes it with "
          + "@rev=\(key.revision) SIGN \(key.deal)")
    }
  }

  private func isWaiting(_ key: KeyGiven, in negotiation: Negotiation) -> Bool {
    guard key.revision == negotiation.newest.revision else { return false }
    if let change = negotiation.change { return !change.isAnswered(by: key.state) }
    return !negotiation.signed.contains(key.state)
  }

  /// What is missing after the first of a state's two keys; nil where none waits for a second.
  package func wordsAfterKey(_ deal: DealID, by state: StateID?) -> String? {
    guard let state, let negotiation = self[deal],
      negotiation.keys.contains(where: { $0.state == state && isWaiting($0, in: negotiation) })
    else { return nil }
    return "One of two keys is given; another seat of \(state) completes it with SIGN."
  }
}

/// What the signature of one seat amounts to.
enum Signature { case whole, firstKey }
