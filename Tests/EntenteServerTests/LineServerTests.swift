import EntenteHost
import EntenteWire
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import EntenteServer

struct LineServerTests {
  @Test("the server speaks first, and its figures are the limits that it enforces")
  func greeting() async throws {
    try await TestServer.run { test in
      let client = try await RawClient.connect(to: test.port)
      let line = try await client.line()
      #expect(line.hasPrefix("HELLO entente 1 "))
      #expect(line.contains("line=4096 body=65536 lines=400 inflight=64 idle=1800"))
    }
  }

  @Test("port 0 finds a free port and tells which")
  func freePort() async throws {
    try await TestServer.run { test in
      #expect(test.port > 0)
      #expect(test.server.listening == "127.0.0.1:\(test.port)")
    }
  }

  @Test("a port that is taken is an error that names it")
  func portTaken() async throws {
    try await TestServer.run { test in
      let error = await #expect(throws: ServerError.self) {
        _ = try await TestServer.start(port: test.port)
      }
      #expect(error == .portTaken(test.port))
      #expect(error?.sentence.contains("Port \(test.port) is taken") == true)
    }
  }

  @Test("plain text on all interfaces is refused before anything is bound")
  func openNetwork() async throws {
    let error = await #expect(throws: ServerError.self) {
      _ = try await TestServer.start(host: "0.0.0.0")
    }
    #expect(error == .plainOnOpenNetwork(host: "0.0.0.0", insecureLAN: []))
  }

  @Test("an address of another machine is an error that names it")
  func foreignAddress() async throws {
    let lan = try #require(AddressBlock("192.0.2.0/24"))
    let error = await #expect(throws: ServerError.self) {
      _ = try await TestServer.start(host: "192.0.2.77", insecureLAN: [lan])
    }
    #expect(error == .noSuchAddress("192.0.2.77"))
  }

  @Test("the request to stop tells everybody, refuses new commands and lets the old ones finish")
  func drain() async throws {
    let test = try await TestServer.start()
    let facilitator = try await test.facilitator()
    let ana = try await test.member("aster.head", of: facilitator)
    test.gate.shut()
    try await ana.send("SAY facilitator :before\n")
    #expect(await test.comes { $0.handlers.values.contains { $0.connection?.isHolding == true } })
    async let drained: Void = test.server.drain()
    try await ana.expect("NOTE DRAINING ")
    try await ana.send("SAY facilitator :after\n")
    #expect(await test.comes { $0.handlers.values.contains { $0.connection?.heldCount == 2 } })
    test.gate.open()
    try await ana.expect("OK SAY v=")
    try await ana.expect("ERR 503 DRAINING")
    let last = try await ana.reply()
    #expect(last.hasPrefix("ERR 908 SHUTDOWN retry="))
    let retry = last.dropFirst("ERR 908 SHUTDOWN retry=".count).prefix { $0.isNumber }
    #expect((1...10).contains(Int(retry) ?? 0))
    #expect(try await ana.linesUntilEnd().isEmpty)
    await drained
    await #expect(throws: (any Error).self) { _ = try await RawClient.connect(to: test.port) }
  }

  @Test("a disk that hangs does not keep the program from ending")
  func drainWithoutDisk() async throws {
    let test = try await TestServer.start()
    let facilitator = try await test.facilitator()
    test.gate.shut()
    try await facilitator.send("CODE aster.head\n")
    #expect(await test.comes { $0.isHolding })
    let start = NIODeadline.now()
    await test.server.drain()
    #expect(NIODeadline.now() - start < .seconds(Int64(WireLimits.drainSeconds)))
    test.gate.open()
  }

  @Test("as a service it runs until its group is asked to stop")
  func service() async throws {
    let test = try await TestServer.start()
    let client = try await RawClient.greeted(by: test.port)
    let group = ServiceGroup(
      configuration: .init(services: [test.server], logger: .init(label: "test")))
    async let running: Void = group.run()
    await group.triggerGracefulShutdown()
    try await running
    let lines = try await client.linesUntilEnd()
    #expect(lines.contains { $0.hasPrefix("ERR 908 SHUTDOWN") })
  }
}
