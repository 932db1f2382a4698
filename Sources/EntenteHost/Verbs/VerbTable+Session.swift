import EntenteSession
import EntenteWire

extension VerbTable {
  static let session: [Verb] = [
    Verb(
      name: "LIST", group: .session, access: .known, isJournalled: false, isReading: true,
      usage: "LIST", summary: "The sessions you may enter.", examples: ["LIST"]
    ) { host, call throws(WireError) in call.answer(host.listPage(for: call.connection), from: host)
    },
    Verb(
      name: "JOIN", group: .session, access: .anyone, isJournalled: true, isReading: false,
      usage: "JOIN code=C name=\"Your name\" | JOIN session [since=V]",
      summary: "Takes a seat with a code, or resumes a session where you were.",
      examples: ["JOIN code=7QK4-M2XD name=\"Ana\"", "JOIN ex-4K7 since=117"]
    ) { host, call throws(WireError) in try host.join(call) },
    Verb(
      name: "LEAVE", group: .session, access: .joined, isJournalled: false, isReading: false,
      usage: "LEAVE", summary: "Leaves the session; your seat stays yours.", examples: ["LEAVE"]
    ) { host, call throws(WireError) in
      call.ok(from: host)
      host.leave(call.connection)
    },
    Verb(
      name: "SUB", group: .session, access: .joined, isJournalled: false, isReading: false,
      usage: "SUB [kind,…]", summary: "Only events of these kinds; SUB alone brings all of them.",
      examples: ["SUB message.sent,offer.tabled", "SUB"]
    ) { host, call throws(WireError) in
      let kinds = call.request.words.flatMap { $0.split(separator: ",").map(String.init) }
      call.connection.subscription = kinds.isEmpty ? nil : Set(kinds)
      call.ok(
        [WireField("kinds", kinds.isEmpty ? "all" : kinds.joined(separator: ","))],
        kinds.isEmpty
          ? "All events come." : "Only events of these kinds come now; SUB alone brings all.",
        from: host)
    },
  ]
}
