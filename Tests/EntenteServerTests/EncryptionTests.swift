import EntenteClient
import EntenteWire
import Foundation
import NIOCore
import NIOSSL
import Testing

@testable import EntenteServer

@Suite("Encryption") struct EncryptionTests {
  private static func certificate() throws -> ServerCertificate {
    let made = try SelfMadeCertificate.make(for: ["elsewhere.example"], now: Date())
    return try ServerCertificate(chain: Array(made.certificate.utf8), key: Array(made.key.utf8))
  }

  private func port(_ test: TestServer) throws -> Int {
    try #require(test.server.encryptedAddress?.port)
  }

  private func options(_ port: Int, _ token: String, expected: Fingerprint?) -> ClientOptions {
    var options = ClientOptions(
      host: "127.0.0.1", port: port, identity: .token(token, session: nil), attemptsMax: 1)
    options.trust = ServerTrust(expected: expected)
    return options
  }

  @Test("a client that knows the fingerprint plays as over plain text, and HELLO says tls=1")
  func session() async throws {
    let certificate = try Self.certificate()
    try await TestServer.run(certificate: certificate) { test in
      let beginning = Fingerprint(certificate.fingerprint.beginning)
      let client = LineClient(options(try port(test), test.token, expected: beginning))
      var greeting: ServerLine?
      for await news in client.news {
        if case .greeted(let line) = news { greeting = line }
        if case .state(.ended(let error)) = news { throw error ?? ClientError(.closed, "") }
        if case .state(.entered) = news { break }
      }
      #expect(greeting?["tls"]?.int == 1)
      let created = try await client.request(
        RequestLine("CREATE", [RequestArgument("first-accord")]))
      #expect(created.isOK)
      // A reply of several records.
      let help = try await client.request(RequestLine("HELP", [RequestArgument("PROPOSE")]))
      #expect(help.isOK)
      client.leave()
    }
  }

  @Test("a certificate that is not the one named is refused before anything secret is said")
  func otherCertificate() async throws {
    try await TestServer.run(certificate: try Self.certificate()) { test in
      let expected = try Self.certificate().fingerprint
      let options = options(try port(test), test.token, expected: expected)
      let error = await #expect(throws: ClientError.self) {
        _ = try await LineClient.open(options)
      }
      #expect(error?.code == .untrusted)
      let known = await test.server.onLoop { core in
        core.handlers.values.contains { $0.watch.isKnown }
      }
      #expect(!known)
    }
  }

  @Test("without a fingerprint the first certificate is told, for somebody to compare")
  func firstUse() async throws {
    let certificate = try Self.certificate()
    try await TestServer.run(certificate: certificate) { test in
      let client = LineClient(options(try port(test), test.token, expected: nil))
      var told: Fingerprint?
      for await news in client.news {
        if case .trusted(let fingerprint) = news { told = fingerprint }
        if case .state = news { break }
      }
      #expect(told == certificate.fingerprint)
      client.leave()
    }
  }

  @Test("a client of TLS at a plain port is told so, and does not try again")
  func plainPort() async throws {
    try await TestServer.run { test in
      let options = options(test.port, test.token, expected: nil)
      let error = await #expect(throws: ClientError.self) {
        _ = try await LineClient.open(options)
      }
      #expect(error?.code == .foreign)
      #expect(error?.sentence.contains("does not speak TLS") == true)
    }
  }

  @Test(
    "plain text on the port of TLS is answered 906 in plain text, and nothing of it is run",
    arguments: ["AUTH token=x\n", "HELP", "GET / HTTP/1.1\r\n\r\n", "\u{FEFF}"])
  func plainText(text: String) async throws {
    try await TestServer.run(certificate: try Self.certificate()) { test in
      let client = try await RawClient.connect(to: try port(test))
      // The test's clock stands still: nothing here can have waited for it.
      try await client.send(text)
      let lines = try await client.linesUntilEnd()
      #expect(lines.count == 1)
      let line = try #require(lines.first)
      #expect(line.hasPrefix("ERR 906 WRONG_PROTOCOL found=plain :This port speaks TLS"))
      #expect(await test.comes { $0.count == 0 })
    }
  }

  @Test("who waits at the port of TLS for a greeting is told in plain text what it speaks")
  func silence() async throws {
    try await TestServer.run(certificate: try Self.certificate()) { test in
      let client = try await RawClient.connect(to: try port(test))
      #expect(await test.comes { $0.count == 1 })
      test.clock.advance(seconds: 4)
      await test.server.sweep()
      #expect(await test.server.onLoop { $0.count } == 1)
      test.clock.advance(seconds: 1)
      await test.server.sweep()
      #expect(try await client.line().hasPrefix("ERR 906 WRONG_PROTOCOL"))
    }
  }

  @Test("a handshake that never ends counts as a stranger, and is over after a minute")
  func unfinishedHandshake() async throws {
    try await TestServer.run(certificate: try Self.certificate()) { test in
      let client = try await RawClient.connect(to: try port(test), isStubborn: true)
      // The head of a record of 512 bytes that never come.
      try await client.send(bytes: [0x16, 0x03, 0x01, 0x02, 0x00, 0x01])
      #expect(await test.comes { $0.handlers.values.contains { $0.door?.isOpen == true } })
      for _ in 0..<59 {
        test.clock.advance(seconds: 1)
        await test.server.sweep()
      }
      #expect(await test.server.onLoop { $0.count } == 1)
      for _ in 0..<3 {
        test.clock.advance(seconds: 1)
        await test.server.sweep()
      }
      #expect(await test.comes { $0.count == 0 })
      await client.close()
    }
  }

  @Test("with TLS, plain text keeps to this machine where the network is not named")
  func plainStaysHome() async throws {
    let test = try await TestServer.start(host: "0.0.0.0", certificate: try Self.certificate())
    #expect(test.server.address.ipAddress == "127.0.0.1")
    #expect(test.server.encryptedAddress?.ipAddress == "0.0.0.0")
    await test.server.drain()
  }

  @Test("a certificate and a key that do not belong together are refused, and so is nonsense")
  func badFiles() throws {
    let one = try SelfMadeCertificate.make(for: ["localhost"], now: Date())
    let two = try SelfMadeCertificate.make(for: ["localhost"], now: Date())
    for (chain, key) in [(one.certificate, two.key), ("", one.key), (one.certificate, "x")] {
      let error = #expect(throws: ServerError.self) {
        _ = try ServerCertificate(chain: Array(chain.utf8), key: Array(key.utf8))
      }
      #expect(error?.sentence.contains("entente certificate") == true)
    }
  }

  @Test("a self-made certificate names machines and addresses, and holds as long as it should")
  func selfMade() throws {
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let made = try SelfMadeCertificate.make(
      for: ["schule.example", "192.168.1.20", "fd00::1"], days: 30, now: now)
    let read = try #require(
      try NIOSSLCertificate.fromPEMBytes(Array(made.certificate.utf8)).first)
    let names = Array(read._subjectAlternativeNames())
    #expect(names.count == 3)
    #expect(names.contains { Array($0.contents) == Array("schule.example".utf8) })
    #expect(names.contains { Array($0.contents) == [192, 168, 1, 20] })
    #expect(read.notValidAfter == 1_800_000_000 + 30 * 86_400)
    #expect(read.notValidBefore < 1_800_000_000)
  }
}
