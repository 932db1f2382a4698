import EntenteClient
import EntenteWire
import Testing

@Suite("Resume and exactly once") struct ResumeTests {
  private static func say(_ number: Int) -> (RequestLine, String?) {
    // Every third text has a body, so that cuts fall into bodies too.
    number % 3 == 0
      ? (RequestLine("SAY", [RequestArgument("all")], payload: .body), "text \(number)\n.dots")
      : (RequestLine("SAY", [RequestArgument("all")], payload: .text("text \(number)")), nil)
  }

  private static func text(_ number: Int) -> String {
    number % 3 == 0 ? "text \(number)\n.dots" : "text \(number)"
  }

  private func eventTexts(_ news: [ClientNews]) -> [String] {
    news.compactMap { if case .event(let line) = $0 { line.text } else { nil } }
  }

  @Test(
    "whatever byte the connection is cut at, commands count once and events come once, in order",
    arguments: 0..<250 as Range<UInt64>)
  func cuts(seed: UInt64) {
    var weather = Weather(seed: seed)
    weather.clear()
    #expect(weather.isLive)
    for number in 1...12 {
      let (request, body) = Self.say(number)
      weather.submit(number, request, body: body)
      if number % 4 == 0 { weather.happen("others \(number)") }
      for _ in 0..<8 { weather.blow(cutting: true) }
    }
    weather.clear()

    #expect(weather.server.applied == (1...12).map(Self.text), "seed \(seed)")
    #expect(eventTexts(weather.news) == weather.server.events, "seed \(seed)")
    let tickets = weather.news.compactMap {
      if case .reply(let ticket, let reply) = $0, reply.isOK { ticket } else { nil }
    }
    #expect(tickets == Array(1...12), "seed \(seed)")
    #expect(weather.server.members == 1, "seed \(seed)")
  }

  @Test(
    "a client that dies goes on from its disk: commands count once, events come once",
    arguments: 0..<120 as Range<UInt64>)
  func crashes(seed: UInt64) {
    var weather = Weather(seed: seed)
    weather.clear()
    for number in 1...9 {
      let (request, body) = Self.say(number)
      weather.submit(number, request, body: body)
      for _ in 0..<6 { weather.blow(cutting: true) }
      if number % 3 == 0 { weather.crash() }
    }
    weather.clear()

    #expect(weather.server.applied == (1...9).map(Self.text), "seed \(seed)")
    #expect(eventTexts(weather.news) == weather.server.events, "seed \(seed)")
  }

  @Test("the reply to a command of an earlier run is told as such")
  func recovered() throws {
    var weather = Weather(seed: 1)
    weather.clear()
    let (request, _) = Self.say(1)
    weather.submit(1, request)
    weather.crash()
    weather.clear()

    let recovered = weather.news.compactMap {
      if case .recovered(let request, let reply) = $0 { (request, reply) } else { nil }
    }
    let (line, reply) = try #require(recovered.first)
    #expect(line.payload == .text("text 1"))
    #expect(reply.isOK)
    #expect(recovered.count == 1)
  }

  @Test(
    "a join whose answer is lost is asked again with its key, and makes one member",
    arguments: 0..<60 as Range<UInt64>)
  func joins(seed: UInt64) {
    var weather = Weather(seed: seed)
    for _ in 0..<40 { weather.blow(cutting: true) }
    weather.clear()
    #expect(weather.isLive || weather.news.contains(where: isUnreachable), "seed \(seed)")
    #expect(weather.server.members <= 1, "seed \(seed)")
  }

  /// A connection that is cut before the greeting says nothing about what is at the other end.
  private func isUnreachable(_ news: ClientNews) -> Bool {
    if case .state(.ended(let error)) = news { error?.code == .unreachable } else { false }
  }
}
