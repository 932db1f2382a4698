import EntenteSession
import EntenteWire

extension VerbTable {
  static let connection: [Verb] = [
    Verb(
      name: "HELP", group: .connection, access: .anyone, isJournalled: false, isReading: true,
      usage: "HELP [topic]", summary: "These lists; HELP verb tells more of one verb.",
      examples: ["HELP", "HELP PROPOSE", "HELP terms", "HELP ORDER"]
    ) { host, call throws(WireError) in try host.help(call) },
    Verb(
      name: "HELLO", group: .connection, access: .anyone, isJournalled: false, isReading: false,
      usage: "HELLO [1] [capability…]",
      summary: "Names the protocol version and the capabilities of a client.",
      examples: ["HELLO 1 heartbeat"]
    ) { host, call throws(WireError) in
      if let version = call.word(0), version != "1" {
        throw WireError(
          .version, [WireField("have", 1), WireField("asked", WireError.echo(version))],
          "This server speaks version 1 of the protocol.")
      }
      call.connection.capabilities = Set(call.request.words.dropFirst().map { $0.lowercased() })
      call.ok([WireField("version", 1)], from: host)
    },
    Verb(
      name: "AUTH", group: .connection, access: .anyone, isJournalled: false, isReading: false,
      usage: "AUTH token=T | AUTH user=U password=P",
      summary: "Logs in: with the token JOIN or the server gave; facilitators with a password too.",
      examples: ["AUTH token=Zk1…", "AUTH user=ana password=\"four words of your own\""]
    ) { host, call throws(WireError) in
      if let user = call.request["user"], let password = call.request["password"] {
        return try host.authenticate(user: user, password: password, call)
      }
      guard let token = call.request["token"] else {
        throw WireError(
          .badArgument, [WireField("argument", "token")],
          "AUTH needs token=…, as JOIN printed it, or user=… and password=….")
      }
      try host.authenticate(token, call)
    },
    Verb(
      name: "MODE", group: .connection, access: .anyone, isJournalled: false, isReading: false,
      usage: "MODE text|json", summary: "Lines for people, or one JSON object a line.",
      examples: ["MODE json"]
    ) { host, call throws(WireError) in
      let word = try call.requireWord(0, "text or json")
      guard let mode = LineMode(rawValue: word.lowercased()) else {
        throw WireError(
          .badArgument, [WireField("argument", "mode"), WireField("value", WireError.echo(word))],
          "The mode is text or json.")
      }
      call.connection.mode = mode
      call.ok([WireField("mode", mode.rawValue)], from: host)
    },
    Verb(
      name: "PING", group: .connection, access: .anyone, isJournalled: false, isReading: false,
      usage: "PING [word]", summary: "Asks whether the server is there.", examples: ["PING"]
    ) { host, call throws(WireError) in
      call.ok(call.word(0).map { [WireField("echo", $0)] } ?? [], from: host)
    },
    Verb(
      name: "PONG", group: .connection, access: .anyone, isJournalled: false, isReading: false,
      usage: "PONG [word]", summary: "Answers the server's PING.", examples: ["PONG"]
    ) { host, call throws(WireError) in call.ok(from: host) },
    Verb(
      name: "QUIT", group: .connection, access: .anyone, isJournalled: false, isReading: false,
      usage: "QUIT", summary: "Closes the connection; your seat stays yours.", examples: ["QUIT"]
    ) { host, call throws(WireError) in
      call.ok([], "Until next time.", from: host)
      host.close(
        call.connection, WireError(.bye, [], "Goodbye. Your token brings you back."))
    },
  ]
}
