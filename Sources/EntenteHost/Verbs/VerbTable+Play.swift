import EntenteModel
import EntenteSession
import EntenteWire

extension VerbTable {
  static let press: [Verb] = [
    Verb(
      name: "SAY", group: .press, access: .joined, isJournalled: true, isReading: false,
      usage: "SAY to[,to]|team|all [#issue] :text",
      summary: "A message: to states, a seat, your team, the facilitator or all.",
      examples: ["SAY dorn :What would you want for a licence?", "SAY all <<"]
    ) { host, call throws(WireError) in
      let words = call.request.words
      let to = words.filter { !$0.hasPrefix("#") }.flatMap {
        $0.lowercased().split(separator: ",").map(String.init)
      }
      let issue = words.first { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
      let text = try call.requireText("what you want to say")
      try host.command(
        .say(to: to, issue: issue, text: text), call, in: try call.session(),
        text: { _ in "Said." })
    },
    Verb(
      name: "COMMUNIQUE", group: .press, access: .joined, isJournalled: true, isReading: false,
      usage: "COMMUNIQUE :text", summary: "A public statement of your state.",
      examples: ["COMMUNIQUE :We will not stand alone."]
    ) { host, call throws(WireError) in
      try host.command(
        .communique(text: try call.requireText("the statement")), call,
        in: try call.session(), text: { _ in "Published to all." })
    },
  ]

  static let dealing: [Verb] = [
    Verb(
      name: "PROPOSE", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "PROPOSE to[,to] : terms", summary: "Tables an offer. HELP terms shows the language.",
      examples: [
        "PROPOSE aster,cael : exercise intensity=2; aster+cael acsa",
        "PROPOSE borea : borea>cael offtake programme=lantern lots=12",
      ]
    ) { host, call throws(WireError) in try host.propose(call) },
    Verb(
      name: "COUNTER", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "@rev=N COUNTER deal : terms",
      summary: "Answers an offer with your own text, or asks to amend a deal.",
      examples: ["@rev=1 COUNTER D-7Q4K : exercise intensity=1; acsa"]
    ) { host, call throws(WireError) in try host.counter(call) },
    Verb(
      name: "SIGN", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "@rev=N SIGN deal", summary: "Signs the revision you saw.",
      examples: ["@rev=1 SIGN D-7Q4K"]
    ) { host, call throws(WireError) in
      let deal = try call.deal()
      let own = call.connection.seat?.state
      let change = (try call.session()).state[deal]?.change
      guard let revision = call.request.tags.rev else {
        // The number only to those who may read the offer: it counts its revisions.
        let session = try call.session()
        let offer = session.state[deal].flatMap { offer in
          own.map(offer.parties.contains) ?? false ? offer : nil
        }
        let current = offer.map { "\($0.newest.revision)" } ?? "N"
        throw WireError(
          .keyRequired, [WireField("need", "rev")],
          "Say which revision you sign: @rev=\(current) SIGN \(deal)")
      }
      try host.command(
        .sign(deal: deal, revision: revision), call, in: try call.session(),
        fields: { [WireField("deal", deal.text), WireField("status", $0.status(of: deal))] },
        text: {
          $0.wordsAfterKey(deal, by: own)
            ?? (change == nil ? $0.wordsAfterSigning(deal) : $0.wordsAfterChange(deal))
        })
    },
    simple(
      "REJECT", "REJECT deal [:why]", "Says no to an offer, or to a change of a deal.",
      ["REJECT D-7Q4K :Too slow"], group: .dealing,
      says: { _ in "Rejected; its parties are told." },
      make: { call throws(WireError) in
        .reject(deal: try call.deal(), why: call.text ?? "")
      }),
    simple(
      "WITHDRAW", "WITHDRAW deal", "Takes your own offer or change back.", ["WITHDRAW D-7Q4K"],
      group: .dealing, says: { _ in "Withdrawn." },
      make: { call throws(WireError) in .withdraw(deal: try call.deal()) }),
    Verb(
      name: "RATIFY", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "RATIFY deal",
      summary: "Gives a signed deal, or a change, your state's word; costs capital.",
      examples: ["RATIFY D-7Q4K"]
    ) { host, call throws(WireError) in
      let deal = try call.deal()
      let change = (try call.session()).state[deal]?.change
      try host.command(
        .ratify(deal: deal), call, in: try call.session(),
        fields: { [WireField("deal", deal.text), WireField("status", $0.status(of: deal))] },
        text: { change == nil ? $0.wordsAfterRatifying(deal) : $0.wordsAfterChange(deal) })
    },
  ]

  static let orders: [Verb] = [
    Verb(
      name: "ORDER", group: .orders, access: .joined, isJournalled: true, isReading: false,
      usage: "ORDER keyword name=value…",
      summary: "What your state does alone, secret until resolved. HELP ORDER lists them.",
      examples: ["ORDER fund-rd domain=sen money=9m", "ORDER invest sector=amd money=27m"]
    ) { host, call throws(WireError) in try host.order(call) },
    Verb(
      name: "CANCEL", group: .orders, access: .joined, isJournalled: true, isReading: false,
      usage: "CANCEL order", summary: "Takes an order back.", examples: ["CANCEL o1"]
    ) { host, call throws(WireError) in
      let id = try call.requireWord(0, "an order").lowercased()
      try host.command(
        .cancel(id: id), call, in: try call.session(), text: { _ in "Taken back." })
    },
    simple(
      "READY", "READY", "You are done with this phase.", ["READY"],
      says: { $0.nowInWords }, make: { _ throws(WireError) in .ready }),
    simple(
      "UNREADY", "UNREADY", "You are not done after all.", ["UNREADY"],
      says: { _ in "You are not ready." }, make: { _ throws(WireError) in .unready }),
  ]

  static func simple(
    _ name: String, _ usage: String, _ summary: String, _ examples: [String],
    group: Verb.Group = .orders, access: Verb.Access = .joined,
    says: @escaping @Sendable (SessionState) -> String = { $0.nowInWords },
    make: @escaping @Sendable (Call) throws(WireError) -> Command
  ) -> Verb {
    Verb(
      name: name, group: group, access: access, isJournalled: true, isReading: false,
      usage: usage, summary: summary, examples: examples
    ) { host, call throws(WireError) in
      try host.command(
        try make(call), call, in: try call.session(), text: { says($0) })
    }
  }
}

extension Call {
  /// The deal named first, in capitals.
  func deal() throws(WireError) -> DealID { DealID(try requireWord(0, "a deal").uppercased()) }
}

extension SessionState {
  /// The status of a deal in a word, for an `OK`.
  func status(of deal: DealID) -> String { self[deal].map(statusWord) ?? "" }

  /// Where the play stands after a command, in a few words.
  var nowInWords: String {
    switch status {
    case .none, .lobby: "In the lobby."
    case .running: "Now: turn \(turn), \(phase)."
    case .paused: "Paused in turn \(turn), \(phase)."
    case .closed: "The session is closed. SCORE and GROUPS show how it ended."
    }
  }

  /// Where a deal stands after a ratification.
  func wordsAfterRatifying(_ deal: DealID) -> String {
    world.deal(deal)?.status == .signed
      ? "Ratified; the others have still to ratify." : "Ratified: the deal is concluded."
  }

  /// What a text of one's own is now.
  func wordsAfterCounter(_ deal: DealID, _ others: String) -> String? {
    guard let offer = self[deal] else { return nil }
    let others = others.replacing(",", with: ", ")
    return "Your text is revision \(offer.newest.revision) now; \(others) must sign it anew, "
      + "whoever signed before."
  }

  /// What a signer does next.
  func wordsAfterSigning(_ deal: DealID) -> String? {
    switch world.deal(deal)?.status {
    case .signed: "Signed. RATIFY \(deal) where your law asks for it."
    case .concluded, .inForce: "Concluded."
    default: "Signed; others have still to sign."
    }
  }
}

extension Host {
  func propose(_ call: Call) throws(WireError) {
    let session = try call.session()
    guard let seat = call.connection.seat else { throw Self.notLoggedIn }
    let typed = try call.requireText("the terms")
    let text = try terms(
      typed, to: call.request.words.joined(separator: ","), call, session.state, seat)
    try command(
      .propose(text: text), call, in: session,
      fields: { state in
        guard let offer = state.negotiations.last else { return [] }
        return Self.offerFields(offer)
      },
      text: { state in
        guard let offer = state.negotiations.last else { return nil }
        let others = offer.parties.filter { $0 != seat.state }.map(\.text).joined(separator: ", ")
        if let key = state.wordsAfterKey(offer.id, by: seat.state) {
          return "Tabled to \(others). \(key)"
        }
        return "Tabled to \(others). PREVIEW \(offer.id) shows what it does for you."
      }, extra: Extra(before: warnings(text, session, seat)))
  }

  func counter(_ call: Call) throws(WireError) {
    let session = try call.session()
    guard let seat = call.connection.seat else { throw Self.notLoggedIn }
    let deal = DealID(try call.requireWord(0, "a deal").uppercased())
    let typed = try call.requireText("the terms")
    guard let own = seat.state else { throw WireError(noSuch: "deal", deal.text, near: nil) }
    let offer = try WireError.wrap { () throws(Refusal) in
      try session.state.offer(deal, for: own)
    }
    if let revision = call.request.tags.rev, revision != offer.current.revision {
      throw WireError(.stale(what: "rev", given: revision, current: offer.current.revision))
    }
    let others = offer.parties.filter { $0 != own }.map(\.text).joined(separator: ",")
    let text = try terms(typed, to: others, call, session.state, seat)
    try command(
      .counter(deal: deal, text: text), call, in: session,
      fields: { $0[deal].map(Self.offerFields) ?? [] },
      text: {
        $0.wordsAfterKey(deal, by: own)
          ?? ($0[deal]?.status == .deal
            ? $0.wordsAfterChange(deal) : $0.wordsAfterCounter(deal, others))
      },
      extra: Extra(
        before: warnings(text, session, seat, replacing: session.state.world.deal(deal)?.id)))
  }

  static func offerFields(_ offer: Negotiation) -> [WireField] {
    [
      WireField("deal", offer.id.text), WireField("rev", offer.newest.revision),
      WireField("signed", offer.newest.isSigned ? "yes" : "no"),
      WireField("hash", offer.newest.hash),
    ]
  }

  /// What would stand against signing now: an offer may be tabled before its conditions are met.
  private func warnings(
    _ text: DealText, _ session: LiveSession, _ seat: SeatID, replacing deal: DealID? = nil
  ) -> [ServerLine] {
    guard let index = seat.state.flatMap(session.state.scenario.index(of:)) else { return [] }
    return session.state.findings(on: text, signer: index, replacing: deal).map { finding in
      ServerLine(
        .warn(name: finding.name), finding.fields.map(WireField.init), text: finding.sentence)
    }
  }

  func order(_ call: Call) throws(WireError) {
    let session = try call.session()
    let keyword = try call.requireWord(0, "a keyword")
    var arguments = call.request.arguments.map { (name: $0.name, value: $0.value) }
    if let place = arguments.firstIndex(where: { $0.name == nil }) { arguments.remove(at: place) }
    let exercise = session.state.exercise
    let order = try WireError.wrap { () throws(Refusal) in
      try OrderLanguage.parse(keyword: keyword, arguments: arguments, exercise: exercise)
    }
    let state = call.connection.seat?.state
    try command(
      .order(order), call, in: session,
      fields: { after in
        guard order.keyword != .choose, let desk = state.flatMap(after.scenario.index(of:)) else {
          return []
        }
        return after.desks[desk].orders.first { $0.order == order }
          .map { [WireField("order", $0.id)] } ?? []
      }, text: { _ in OrderLanguage.print(order) })
  }
}
