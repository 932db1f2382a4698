import EntenteWire
import Testing

@Suite("Fingerprint") struct FingerprintTests {
  private let whole = Fingerprint(sha256: (0..<32).map { UInt8($0 * 8 + 1) })

  @Test("it is written in groups of four digits, and read again from them")
  func groups() throws {
    let whole = try #require(whole)
    #expect(whole.description.hasPrefix("0109-1119-2129-"))
    #expect(whole.description.count == 79)
    #expect(Fingerprint(whole.description) == whole)
  }

  @Test("people write it as they like: hyphens, colons, spaces, small letters")
  func spellings() throws {
    let whole = try #require(whole)
    for text in [
      whole.description.lowercased(), whole.description.filter { $0 != "-" },
      whole.description.replacing("-", with: ":"), whole.description.replacing("-", with: " "),
    ] {
      #expect(Fingerprint(text) == whole, "\(text)")
    }
  }

  @Test("its first eight groups stand for it, and for no other")
  func beginning() throws {
    let whole = try #require(whole)
    let other = try #require(Fingerprint(sha256: (0..<32).map { UInt8($0) }))
    let beginning = try #require(Fingerprint(whole.beginning))
    #expect(whole.beginning.split(separator: "-").count == 8)
    #expect(beginning.stands(for: whole))
    #expect(!beginning.stands(for: other))
    #expect(!whole.stands(for: other))
  }

  @Test(
    "what is shorter than eight groups, longer than all, odd or no number is none",
    arguments: [
      "", "0109-1119", "0109-1119-2129-3139-4149-5159-6169", String(repeating: "A", count: 33),
      String(repeating: "A", count: 66), String(repeating: "G", count: 64),
      String(repeating: "\u{FF21}", count: 64),
    ])
  func nonsense(text: String) { #expect(Fingerprint(text) == nil) }
}
