import EntenteHost
import EntenteJournal
import NIOCore
import Testing

@testable import EntenteServer

@Suite("Password") struct PasswordTests {
  private static let password = "four words of her own"
  private static let account = PasswordHash(
    of: password, salt: [UInt8](repeating: 7, count: PasswordHash.saltBytes)
  ).account(of: "ana", at: 0)

  private func run(_ body: (TestServer) async throws -> Void) async throws {
    try await TestServer.run(accounts: [Self.account], body)
  }

  @Test("a name and its password make a facilitator; what follows on the line waits its turn")
  func login() async throws {
    try await run { test in
      let client = try await RawClient.greeted(by: test.port)
      try await client.send(
        "@id=1 AUTH user=ana password=\"\(Self.password)\"\n@id=2 CREATE first-accord\n")
      #expect(try await client.reply().hasPrefix("@id=1 OK AUTH role=facilitator"))
      #expect(try await client.reply().hasPrefix("@id=2 OK CREATE"))
    }
  }

  @Test("a wrong password and an unknown name are told the same, after the same work")
  func wrong() async throws {
    try await run { test in
      let client = try await RawClient.greeted(by: test.port)
      let wrong = try await client.ask("AUTH user=ana password=\"four words of his own\"")
      let unknown = try await client.ask("AUTH user=bob password=\"\(Self.password)\"")
      #expect(wrong.hasPrefix("ERR 416 BAD_LOGIN"))
      #expect(wrong == unknown)
      #expect(try await client.ask("AUTH user=ana").hasPrefix("ERR 405 BAD_ARG"))
    }
  }

  @Test("the name and the hash of a password open nothing as a token")
  func noToken() async throws {
    try await run { test in
      let client = try await RawClient.greeted(by: test.port)
      #expect(try await client.ask("AUTH token=ana").hasPrefix("ERR 416 BAD_LOGIN"))
    }
  }

  @Test("who ends their half while the password is compared still gets the answer")
  func halfClosed() async throws {
    try await run { test in
      let client = try await RawClient.greeted(by: test.port)
      try await client.send("AUTH user=ana password=\"\(Self.password)\"\nPING x\n")
      try await client.endOutput()
      let lines = try await client.linesUntilEnd()
      #expect(lines.first?.hasPrefix("OK AUTH") == true)
      #expect(lines.last == "OK PING echo=x")
    }
  }

  @Test("a desk that is full says when to come back, and the loop answers everybody meanwhile")
  func storm() async throws {
    try await run { test in
      let facilitator = try await test.facilitator()
      var guesses: [RawClient] = []
      for _ in 0..<12 { guesses.append(try await RawClient.greeted(by: test.port)) }
      for guess in guesses { try await guess.send("AUTH user=bob password=guess\n") }
      let start = NIODeadline.now()
      #expect(try await facilitator.ask("PING").hasPrefix("OK PING"))
      // Twelve passwords, one at a time, take far longer than one answer in between.
      let lag = NIODeadline.now() - start
      var answers: [String] = []
      for guess in guesses { answers.append(try await guess.reply()) }
      #expect(lag < NIODeadline.now() - start)
      #expect(answers.contains { $0.hasPrefix("ERR 501 SLOW_DOWN retry=") })
      #expect(answers.contains { $0.hasPrefix("ERR 416 BAD_LOGIN") })
    }
  }

  @Test("the same password twice has two hashes, and an account of another kind has none")
  func salted() {
    let other = PasswordHash(
      of: Self.password, salt: [UInt8](repeating: 8, count: PasswordHash.saltBytes)
    ).account(of: "ana", at: 0)
    #expect(other.secretHash != Self.account.secretHash)
    #expect(Self.account.kind == "scrypt-32768-8-3")
    var token = Self.account
    token.kind = "token"
    #expect(PasswordHash(token) == nil)
  }
}
