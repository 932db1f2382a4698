import EntenteModel
import EntenteSession
import EntenteWire

extension VerbTable {
  static let reading: [Verb] = [
    page("STATUS", "STATUS", "Where you are and what you can do now.", ["STATUS"]) {
      host, call, sight, seat throws(WireError) in
      guard call.connection.seat?.onlooker == nil else { return host.onlookerStatus(call, sight) }
      return sight.state.statusPage(for: seat, at: host.environment.now())
    },
    page(
      "STATE", "STATE [state|me|all]", "The figures of your state, or of another.",
      ["STATE", "STATE dorn"]
    ) { host, call, sight, seat throws(WireError) in
      try host.statePage(call, sight.state, seat)
    },
    page(
      "BRIEF", "BRIEF [me|public|handover [STATE]|since [V]]",
      "What your team reads, or everybody; what a newcomer has to know; what happened since.",
      ["BRIEF", "BRIEF handover", "BRIEF since", "BRIEF since 117"]
    ) { host, call, sight, _ throws(WireError) in try host.brief(call, sight) },
    page("PROGRAMMES", "PROGRAMMES", "The programmes and who makes them.", ["PROGRAMMES"]) {
      _, _, sight, _ throws(WireError) in sight.state.programmesPage()
    },
    page(
      "DEALS", "DEALS [open|mine|all]", "Offers and deals you may see.", ["DEALS open"]
    ) { _, call, sight, seat throws(WireError) in
      let word = call.word(0)?.lowercased() ?? "all"
      guard let filter = SessionState.DealFilter(rawValue: word) else {
        throw WireError(
          .badArgument, [WireField("argument", "deals"), WireField("value", WireError.echo(word))],
          "DEALS open, DEALS mine or DEALS all.")
      }
      return sight.state.dealsPage(filter, for: seat)
    },
    page(
      "SHOW", "SHOW deal", "One deal whole; @rev=2 SHOW deal shows an older text.",
      ["SHOW D-7Q4K"]
    ) { _, call, sight, seat throws(WireError) in
      let deal = DealID(try call.requireWord(0, "a deal").uppercased())
      return try WireError.wrap { () throws(Refusal) in
        try sight.state.showPage(deal, revision: call.request.tags.rev, for: seat)
      }
    },
    page(
      "DIFF", "DIFF deal [rev rev]", "What changed between two texts of a deal, one row each.",
      ["DIFF D-7Q4K 1 2", "DIFF D-7Q4K"]
    ) { _, call, sight, seat throws(WireError) in
      let deal = DealID(try call.requireWord(0, "a deal").uppercased())
      let numbers = 1...Int(Int32.max)
      let from = try call.number("from", word: 1, in: numbers)
      let to = try call.number("to", word: 2, in: numbers)
      return try WireError.wrap { () throws(Refusal) in
        try sight.state.differencePage(deal, from: from, to: to, for: seat)
      }
    },
    page(
      "PREVIEW", "PREVIEW deal | PREVIEW to[,to] : terms",
      "What an offer or a draft would mean for you.",
      ["PREVIEW D-7Q4K", "PREVIEW aster : exercise intensity=2"]
    ) { host, call, sight, seat throws(WireError) in
      try host.previewPage(call, sight.state, seat)
    },
    page(
      "WHY", "WHY figure", "Takes a figure apart: formula, inputs, what moved it.",
      ["WHY gap", "WHY nat", "WHY unit-cost:dorn-canopy"]
    ) { _, call, sight, seat throws(WireError) in
      let figure = call.word(0) ?? "gap"
      return try WireError.wrap { () throws(Refusal) in
        try sight.state.whyPage(figure, for: seat)
      }
    },
    Verb(
      name: "CALC", group: .reading, access: .anyone, isJournalled: false, isReading: true,
      usage: "CALC name argument=value …",
      summary: "Works out one equation; CALC alone lists them.",
      examples: ["CALC", "CALC adequacy stock=30 requirement=90"]
    ) { host, call throws(WireError) in try host.calculate(call) },
    Verb(
      name: "HISTORY", group: .reading, access: .joined, isJournalled: false, isReading: true,
      usage: "HISTORY [after=V|before=V] [limit=N]", summary: "What happened, as you saw it.",
      examples: ["HISTORY limit=20", "HISTORY after=100"]
    ) { host, call throws(WireError) in try host.history(call) },
    page("SCORE", "SCORE", "Your score and the collective one.", ["SCORE"]) {
      _, _, sight, seat throws(WireError) in sight.state.scorePage(for: seat)
    },
    page("GROUPS", "GROUPS", "Informal groups found in the deals, and their kind.", ["GROUPS"]) {
      _, _, sight, seat throws(WireError) in sight.state.groupsPage(for: seat)
    },
    page("WHO", "WHO", "Who plays.", ["WHO"]) {
      _, _, sight, _ throws(WireError) in sight.session.state.whoPage()
    },
    page("ORDERS", "ORDERS", "Your orders of this turn.", ["ORDERS"]) {
      _, _, sight, seat throws(WireError) in
      try WireError.wrap { () throws(Refusal) in try sight.state.ordersPage(for: seat) }
    },
    rules(
      "GLOSSARY", "GLOSSARY [word]", "What a word of the game means.", ["GLOSSARY workshare"],
      Glossary.page),
    rules(
      "RULES", "RULES [topic]", "The rules on one screen each.", ["RULES", "RULES deals"],
      RulesText.page),
  ]

  typealias Reader =
    @Sendable (Host, Call, Sight, SeatID) throws(WireError) -> Page

  /// A verb that reads what is the same in every session.
  private static func rules(
    _ name: String, _ usage: String, _ summary: String, _ examples: [String],
    _ read: @escaping @Sendable (String?) throws(Refusal) -> Page
  ) -> Verb {
    Verb(
      name: name, group: .reading, access: .anyone, isJournalled: false, isReading: true,
      usage: usage, summary: summary, examples: examples
    ) { host, call throws(WireError) in
      let word = call.word(0)?.lowercased()
      call.answer(
        try WireError.wrap { () throws(Refusal) in try read(word) }, from: host)
    }
  }

  static func page(
    _ name: String, _ usage: String, _ summary: String, _ examples: [String],
    group: Verb.Group = .reading, access: Verb.Access = .joined, _ read: @escaping Reader
  ) -> Verb {
    Verb(
      name: name, group: group, access: access, isJournalled: false, isReading: true,
      usage: usage, summary: summary, examples: examples
    ) { host, call throws(WireError) in
      let session = try call.session()
      guard let seat = call.connection.seat else { throw Host.notLoggedIn }
      let sight = try host.sight(of: session, for: seat, verb: name)
      call.answer(try read(host, call, sight, sight.eyes), from: host)
    }
  }
}

extension WireError {
  /// Runs what may be refused, and turns the refusal into an error of the wire.
  static func wrap<Value>(_ body: () throws(Refusal) -> Value) throws(WireError) -> Value {
    do { return try body() } catch { throw WireError(error) }
  }
}
