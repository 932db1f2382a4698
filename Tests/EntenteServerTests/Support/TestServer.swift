import EntenteHost
import EntenteJournal
import EntenteSession
import Logging
import NIOCore
import NIOPosix

@testable import EntenteServer

/// A server on a free port, with a journal in memory and clocks that the test moves.
struct TestServer: Sendable {
  let server: LineServer
  let token: String
  let clock: ManualClock
  let gate: Gate

  var port: Int { server.port }

  /// Runs `body` with a server, which is drained afterwards.
  static func run(
    isRateLimited: Bool = false, certificate: ServerCertificate? = nil,
    accounts: [AccountRecord] = [], queueMax: Int? = nil, _ body: (TestServer) async throws -> Void
  ) async throws {
    let test = try await start(
      isRateLimited: isRateLimited, certificate: certificate, accounts: accounts,
      queueMax: queueMax)
    do {
      try await body(test)
    } catch {
      test.gate.open()
      await test.server.drain()
      throw error
    }
    test.gate.open()
    await test.server.drain()
  }

  static func start(
    isRateLimited: Bool = false, host: String = "127.0.0.1", port: Int = 0,
    insecureLAN: [AddressBlock] = [], certificate: ServerCertificate? = nil,
    accounts: [AccountRecord] = [], queueMax: Int? = nil
  ) async throws -> TestServer {
    let address = host
    let clock = ManualClock()
    let gate = Gate()
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let (host, token) = try await loop.submit {
      var options = HostOptions()
      options.isRateLimited = isRateLimited
      options.journalQueueMax = queueMax ?? options.journalQueueMax
      let host = makeHost(on: loop, gate: gate, clock: clock, options)
      try host.open()
      let token = try host.firstFacilitatorToken() ?? ""
      var batch = JournalBatch()
      batch.accounts = accounts
      try host.store.commit(batch)
      return (NIOLoopBound(host, eventLoop: loop), token)
    }.get()
    var options = ServerOptions()
    options.host = address
    options.port = port
    options.plain = PlainListenPolicy(insecureLAN: insecureLAN)
    options.encryption = certificate.map { .init(port: 0, certificate: $0) }
    options.now = { clock.now }
    let server = try await LineServer.start(
      host, options: options, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return TestServer(server: server, token: token, clock: clock, gate: gate)
  }

  private static func makeHost(
    on loop: any EventLoop, gate: Gate, clock: ManualClock, _ options: HostOptions
  ) -> Host {
    Host(
      loop: loop,
      environment: HostEnvironment(
        now: { clock.milliseconds },
        random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }),
      store: GatedStore(gate: gate), exercises: .firstAccord,
      rules: Rules { HashChain.digest(of: $0) }, options: options,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// A facilitator who has logged in and made a session.
  func facilitator() async throws -> RawClient {
    let client = try await RawClient.greeted(by: port)
    try await client.demand("AUTH token=\(token)")
    try await client.demand("CREATE first-accord format=class")
    return client
  }

  /// Somebody in a seat of the session that `facilitator` is in.
  func member(_ seat: String, of facilitator: RawClient) async throws -> RawClient {
    try await newcomer(to: seat, of: facilitator).client
  }

  /// The same, with the token that brings the member back.
  func newcomer(
    to seat: String, of facilitator: RawClient
  ) async throws -> (client: RawClient, token: String) {
    let client = try await RawClient.greeted(by: port)
    let code = try await code(for: seat, facilitator)
    return (client, try Self.field("token", of: await client.demand("JOIN code=\(code) name=Ana")))
  }

  /// A code for a seat.
  func code(for seat: String, _ facilitator: RawClient) async throws -> String {
    try Self.field("code", of: await facilitator.demand("CODE \(seat)"))
  }

  /// The word of a field of a reply.
  static func field(_ name: String, of reply: String) throws -> String {
    guard let start = reply.firstRange(of: "\(name)=")?.upperBound else {
      throw NoField(name: name, reply: reply)
    }
    return String(reply[start...].prefix { $0 != " " })
  }

  struct NoField: Error { var name, reply: String }

  /// Returns when `condition` holds on the server's loop; false when it never does.
  func comes(_ condition: @escaping @Sendable (ServerCore) -> Bool) async -> Bool {
    for _ in 0..<200_000 {
      if await server.onLoop(condition) { return true }
    }
    return false
  }
}
