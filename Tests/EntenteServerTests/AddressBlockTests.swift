import NIOCore
import Testing

@testable import EntenteServer

struct AddressBlockTests {
  @Test(
    "a block holds the addresses that share its first bits, and no others",
    arguments: [
      ("192.168.0.0/16", "192.168.255.3", true), ("192.168.0.0/16", "192.169.0.1", false),
      ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "10.1.2.4", false),
      ("10.0.0.0/9", "10.127.0.1", true), ("10.0.0.0/9", "10.128.0.1", false),
      ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
      ("fd00::/8", "fd12:3456::9", true), ("fd00::/8", "fe80::1", false),
      ("192.168.0.0/16", "::ffff:192.168.4.4", true), ("::/0", "::1", true),
    ])
  func contains(text: String, address: String, expected: Bool) throws {
    let block = try #require(AddressBlock(text))
    #expect(try block.contains(SocketAddress(ipAddress: address, port: 4747)) == expected)
    #expect(block.description == text)
  }

  @Test(
    "what is no address and no block is refused",
    arguments: ["", "lan", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8", "fd00::/129"])
  func refuses(text: String) { #expect(AddressBlock(text) == nil) }

  @Test("a path in the file system is in no block")
  func path() throws {
    let block = try #require(AddressBlock("0.0.0.0/0"))
    #expect(try !block.contains(SocketAddress(unixDomainSocketPath: "/tmp/x")))
  }
}
