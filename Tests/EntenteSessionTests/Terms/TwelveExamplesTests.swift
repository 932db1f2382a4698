import Crypto
import EntenteModel
import EntenteSession
import Testing

/// "Given the line, the sender, and the vocabulary of the exercise, the canonical JSON and its
/// SHA-256 are exactly these."
struct TwelveExamplesTests {
  private func text(_ example: TermsExample) throws -> DealText {
    let parsed = TermsParser.parse(
      example.typed, sender: example.sender, addressees: example.addressees, vocabulary: .test)
    #expect(parsed.findings.map(\.sentence) == [])
    return try #require(parsed.text)
  }

  private func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  @Test("the canonical JSON is exactly this", arguments: TermsExample.all)
  func canonicalJSON(_ example: TermsExample) throws {
    #expect(try CanonicalDeal.jsonText(text(example)) == example.json)
  }

  @Test("the identity is the SHA-256 of the canonical JSON", arguments: TermsExample.all)
  func identity(_ example: TermsExample) throws {
    #expect(try CanonicalDeal.identity(text(example), sha256: sha256) == example.sha256)
  }

  @Test("the normal form is printed exactly so", arguments: TermsExample.all)
  func printed(_ example: TermsExample) throws {
    #expect(try TermsPrinter.print(text(example)) == example.printed)
  }

  @Test("parsing the normal form gives the same text again", arguments: TermsExample.all)
  func roundTrip(_ example: TermsExample) throws {
    let text = try text(example)
    let again = TermsParser.parse(
      TermsPrinter.print(text), sender: example.sender, addressees: example.addressees,
      vocabulary: .test)
    #expect(again.text == text)
  }

  @Test("the canonical JSON in place of terms gives the same text", arguments: TermsExample.all)
  func jsonForTerms(_ example: TermsExample) throws {
    let parsed = TermsParser.parse(
      example.json, sender: example.sender, addressees: example.addressees, vocabulary: .test)
    #expect(parsed.findings.map(\.sentence) == [])
    #expect(try parsed.text == text(example))
  }

  @Test("stored bytes are read back without a vocabulary", arguments: TermsExample.all)
  func stored(_ example: TermsExample) throws {
    #expect(try CanonicalDeal.stored(Array(example.json.utf8)) == text(example))
  }

  @Test("no rule of form refuses an example", arguments: TermsExample.all)
  func form(_ example: TermsExample) throws {
    #expect(try TermsForm.check(text(example), vocabulary: .test) == [])
  }
}
