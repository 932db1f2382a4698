import EntenteSession
import Testing

struct NearestWordTests {
  @Test(
    "an insertion, a deletion, a substitution and an exchange of neighbours cost one each",
    arguments: [
      ("coprod", "coprod", 0), ("coprods", "coprod", 1), ("copro", "coprod", 1),
      ("cobrod", "coprod", 1), ("copord", "coprod", 1), ("cpoord", "coprod", 2),
      ("xyz", "coprod", 3),
    ])
  func distance(typed: String, word: String, edits: Int) {
    #expect(NearestWord.distance(typed, word, limit: 2) == edits)
  }

  @Test("a word of up to four letters may be one edit away, a longer one two")
  func limits() {
    #expect(NearestWord.find("acas", among: ["acsa"]) == "acsa")
    #expect(NearestWord.find("exlc", among: ["acsa", "excl"]) == "excl")
    #expect(NearestWord.find("acbb", among: ["acsa"]) == nil)
    #expect(NearestWord.find("copprodd", among: ["coprod"]) == "coprod")
    #expect(NearestWord.find("copprrodd", among: ["coprod"]) == nil)
  }

  @Test("ties go to a shared first letter, then to the alphabet")
  func ties() {
    #expect(NearestWord.find("bord", among: ["cord", "bird"]) == "bird")
    #expect(NearestWord.find("bord", among: ["bore", "bird"]) == "bird")
    #expect(NearestWord.find("xord", among: ["lord", "cord"]) == "cord")
  }

  @Test("a word of one or two letters is near to none")
  func shortWords() {
    #expect(NearestWord.find("c3", among: ["c2"]) == nil)
    #expect(NearestWord.find("", among: ["c2"]) == nil)
  }

  @Test("a very long word is near to none and costs nothing")
  func longWords() {
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestWord.find(long, among: [long + "b"]) == nil)
  }
}
