import EntenteClient
import Testing

@Suite("ReadingVerbs") struct ReadingVerbsTests {
  @Test(
    "what only reads needs no key, and neither do its prefixes",
    arguments: ["STATUS", "ST", "SHOW", "PREVIEW", "PRE", "ORDERS", "RULES", "WHY", "QUIT"])
  func reading(verb: String) { #expect(ReadingVerbs.contain(verb)) }

  @Test(
    "what changes something needs one, and so does what is not known",
    arguments: [
      "SIGN", "ORDER", "RULE", "START", "JOIN", "PREDICT", "READY", "REJECT", "SAY", "CREATE",
      "SGIN", "S", "",
    ])
  func changing(verb: String) { #expect(!ReadingVerbs.contain(verb)) }
}
