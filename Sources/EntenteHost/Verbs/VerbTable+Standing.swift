import EntenteModel
import EntenteSession
import EntenteWire

// Verbs about deals that are signed or bind already.
extension VerbTable {
  static let standing: [Verb] = [
    Verb(
      name: "RESERVE", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "RESERVE deal clause",
      summary: "Instead of ratifying: asks that a clause does not bind you.",
      examples: ["RESERVE D-7Q4K c2"]
    ) { host, call throws(WireError) in
      let deal = try call.deal()
      let clause = ClauseID(try call.requireWord(1, "a clause").lowercased())
      try host.change(.reserve(deal: deal, clause: clause), of: deal, call)
    },
    Verb(
      name: "DENOUNCE", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "DENOUNCE deal [now]",
      summary: "Leaves a deal after its notice; now leaves at once, for twice the penalty.",
      examples: ["DENOUNCE D-7Q4K", "DENOUNCE D-7Q4K now"]
    ) { host, call throws(WireError) in
      let deal = try call.deal()
      let word = call.word(1)?.lowercased()
      guard word == nil || word == "now" else {
        throw WireError(
          .badArgument,
          [WireField("argument", "now"), WireField("value", WireError.echo(word ?? ""))],
          "DENOUNCE \(deal) leaves after the notice, DENOUNCE \(deal) now at once.")
      }
      let state = call.connection.seat?.state
      try host.command(
        .denounce(deal: deal, now: word == "now"), call, in: try call.session(),
        fields: { [WireField("deal", deal.text), WireField("status", $0.status(of: deal))] },
        text: { $0.wordsAfterDenouncing(deal, by: state) })
    },
    Verb(
      name: "ACCEDE", group: .dealing, access: .joined, isJournalled: true, isReading: false,
      usage: "ACCEDE deal [annex=NAME]",
      summary: "Joins a concluded deal of others, as far as it is open to you.",
      examples: ["ACCEDE D-7Q4K", "ACCEDE D-7Q4K annex=north"]
    ) { host, call throws(WireError) in
      let deal = try call.deal()
      let annex = call.request["annex"]?.lowercased()
      try host.change(.accede(deal: deal, annex: annex), of: deal, call)
    },
  ]
}

extension Host {
  /// Runs a command that asks for a change of a deal.
  func change(_ command: Command, of deal: DealID, _ call: Call) throws(WireError) {
    let own = call.connection.seat?.state
    try self.command(
      command, call, in: try call.session(),
      fields: { state in
        guard let negotiation = state[deal] else { return [] }
        // How often the parties wrote their text is not for those outside.
        let isParty = own.map(negotiation.parties.contains) ?? false
        return [WireField("deal", deal.text)]
          + (isParty ? [WireField("rev", negotiation.newest.revision)] : [])
          + [WireField("status", state.status(of: deal))]
      },
      text: { state in
        let isParty = own.map { state[deal]?.parties.contains($0) ?? false } ?? false
        return isParty ? state.wordsAfterChange(deal) : "The parties are told; they answer."
      })
  }
}

extension SessionState {
  /// Where a change of a deal stands after a word on it.
  func wordsAfterChange(_ deal: DealID) -> String? {
    guard let negotiation = self[deal] else { return nil }
    if let change = negotiation.change {
      let left = change.mustRatify.filter { !change.ratified.contains($0) }.map(\.text)
      return change.isPassed
        ? "Agreed; it binds once ratified by \(left.joined(separator: ", "))."
        : "Revision \(change.number) waits for the others; they are told."
    }
    let rest =
      world.deal(deal)?.status == .signed
      ? " RATIFY \(deal) where your law asks for it." : ""
    return "The text of \(deal) is revision \(negotiation.current.revision) now." + rest
  }

  /// When a state that denounced a deal is out of it.
  func wordsAfterDenouncing(_ deal: DealID, by state: StateID?) -> String? {
    let index = state.flatMap(scenario.index(of:))
    guard let leaving = world.deal(deal)?.leaving.first(where: { $0.state == index }) else {
      return nil
    }
    let penalty = world.deal(deal)?.text.term.penalty ?? 0
    let paid = Money(leaving.isAbrupt ? 2 * penalty.value : penalty.value)
    let fine =
      penalty.value == 0
      ? "" : ", and a penalty of \(Shown.money(paid)) that they share, in turn \(leaving.turn)"
    return leaving.isAbrupt
      ? "You are out of \(deal) before the turn is resolved; the others are told. It costs 12 "
        + "points of their trust in you\(fine)."
      : "You are bound by \(deal) through turn \(leaving.turn); the others are told. You are out "
        + "of it from turn \(leaving.turn + 1). It costs 4 points of their trust in you this "
        + "turn\(fine)."
  }
}
