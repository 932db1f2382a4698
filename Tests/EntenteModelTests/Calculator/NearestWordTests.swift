import EntenteModel
import Testing

/// Which word somebody meant.
struct NearestWordTests {
  @Test(
    "The distance counts insertions, deletions, substitutions and exchanged neighbours",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("slope", "slope", 0), ("slpoe", "slope", 1),
      ("slop", "slope", 1), ("sslope", "slope", 1), ("slape", "slope", 1), ("ca", "abc", 3),
      ("kitten", "sitting", 3),
    ])
  func distance(one: String, other: String, distance: Int) {
    #expect(NearestWord.distance(one, other) == distance)
    #expect(NearestWord.distance(other, one) == distance)
  }

  @Test("Ties go to the shared first letter, then to the alphabet")
  func ties() {
    #expect(NearestWord.sorted(["bat", "cat", "cab"], by: "car") == ["cab", "cat", "bat"])
    #expect(NearestWord.nearest(to: "x", among: []) == nil)
  }

  @Test("A suggestion is within one edit for short words and two for longer ones")
  func suggestions() {
    let words = ["acsa", "coprod", "codev"]
    #expect(NearestWord.suggestion(for: "copord", among: words) == "coprod")
    #expect(NearestWord.suggestion(for: "axsa", among: words) == "acsa")
    #expect(NearestWord.suggestion(for: "axxa", among: words) == nil)
    #expect(NearestWord.suggestion(for: "treaty", among: words) == nil)
    #expect(NearestWord.suggestion(for: "CODEV", among: words) == "codev")
  }
}
