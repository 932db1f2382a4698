import EntenteClient
import EntenteWire
import NIOCore
import NIOPosix
import Testing

@Suite("LineClient") struct LineClientTests {
  private func options(_ server: LoopbackServer, token: String = "T") -> ClientOptions {
    var options = ClientOptions(
      host: "127.0.0.1", port: server.port, identity: .token(token, session: nil))
    options.backoff = Backoff(first: 0, max: 0)
    return options
  }

  private static func say(_ text: String) -> RequestLine {
    RequestLine("SAY", [RequestArgument("all")], payload: .text(text))
  }

  @Test("a program connects, asks and hears")
  func plain() async throws {
    let server = try await LoopbackServer.start()
    let client = try await LineClient.open(options(server))
    let status = try await client.request(RequestLine("STATUS"))
    #expect(status.lines.map(\.text) == ["first", "second"])
    let said = try await client.request(Self.say("Hello"))
    #expect(said.v == 1)
    var events = client.events.makeAsyncIterator()
    #expect(await events.next()?.text == "Hello")
    client.leave()
    #expect(await events.next() == nil)
    try await server.stop()
  }

  @Test(
    "connections that break after any number of bytes lose and double nothing",
    arguments: [260, 300, 345, 380, 411, 450, 500, 530, 571, 590, 613])
  func breaks(bytes: Int) async throws {
    let server = try await LoopbackServer.start(cuts: [bytes, bytes + 97, bytes / 2])
    let client = LineClient(options(server))
    for number in 1...4 {
      let reply = try await client.request(Self.say("text \(number)"))
      #expect(reply.isOK)
    }
    var texts: [String?] = []
    for await line in client.events {
      texts.append(line.text)
      if texts.count == 4 { break }
    }
    let expected = (1...4).map { "text \($0)" }
    #expect(texts == expected)
    #expect(try await server.server().applied == expected)
    client.leave()
    try await server.stop()
  }

  @Test("a wrong token is told as the server says it")
  func wrongToken() async throws {
    let server = try await LoopbackServer.start()
    let error = await #expect(throws: ClientError.self) {
      try await LineClient.open(options(server, token: "wrong"))
    }
    #expect(error?.code == .refused)
    #expect(error?.sentence == "This token opens nothing here.")
    try await server.stop()
  }

  @Test("a port where nobody listens is told with its address")
  func nobody() async throws {
    let server = try await LoopbackServer.start()
    try await server.stop()
    let error = await #expect(throws: ClientError.self) {
      try await LineClient.open(options(server))
    }
    #expect(error?.code == .unreachable)
    #expect(error?.sentence.contains("127.0.0.1:\(server.port)") == true)
  }

  @Test("a request after the end fails instead of waiting for ever")
  func afterTheEnd() async throws {
    let server = try await LoopbackServer.start()
    let client = try await LineClient.open(options(server))
    client.leave()
    for await _ in client.news {}
    await #expect(throws: ClientError.self) { try await client.request(RequestLine("STATUS")) }
    try await server.stop()
  }
}
