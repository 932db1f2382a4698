import NIOCore
import Testing

@testable import EntenteServer

struct PlainListenPolicyTests {
  private func address(_ text: String) throws -> SocketAddress {
    try SocketAddress(ipAddress: text, port: 4747)
  }

  @Test("this machine needs no permission", arguments: ["127.0.0.1", "127.8.9.10", "::1"])
  func loopback(text: String) throws {
    #expect(throws: Never.self) { try PlainListenPolicy().check(try address(text)) }
  }

  @Test(
    "plain text beyond this machine is refused, and the sentence names the way out",
    arguments: ["0.0.0.0", "::", "192.168.1.5", "2001:db8::1"])
  func open(text: String) throws {
    let address = try address(text)
    let error = #expect(throws: ServerError.self) { try PlainListenPolicy().check(address) }
    let sentence = try #require(error).sentence
    #expect(sentence.contains("--insecure-lan"))
    #expect(sentence.contains(text))
  }

  @Test("a network that is named covers its addresses, and every interface at once")
  func named() throws {
    let policy = PlainListenPolicy(insecureLAN: [try #require(AddressBlock("192.168.0.0/16"))])
    for text in ["192.168.1.5", "0.0.0.0", "127.0.0.1"] {
      #expect(throws: Never.self) { try policy.check(try address(text)) }
    }
    let outside = try address("10.0.0.1")
    let error = #expect(throws: ServerError.self) { try policy.check(outside) }
    #expect(try #require(error).sentence.contains("192.168.0.0/16 does not"))
  }

  @Test("somebody from outside the named networks is turned away")
  func peers() throws {
    let policy = PlainListenPolicy(insecureLAN: [try #require(AddressBlock("192.168.0.0/16"))])
    #expect(policy.admits(try address("192.168.77.1")))
    #expect(policy.admits(try address("127.0.0.1")))
    #expect(!policy.admits(try address("10.0.0.1")))
    #expect(!PlainListenPolicy().admits(try address("192.168.77.1")))
  }
}
