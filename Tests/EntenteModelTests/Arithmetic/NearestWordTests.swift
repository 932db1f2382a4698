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

  @Test("A word of up to four letters may be one edit away, a longer one two; case does not count")
  func limits() {
    let words = ["acsa", "coprod", "codev"]
    #expect(NearestWord.find("copord", among: words) == "coprod")
    #expect(NearestWord.find("copprodd", among: words) == "coprod")
    #expect(NearestWord.find("copprrodd", among: words) == nil)
    #expect(NearestWord.find("acas", among: words) == "acsa")
    #expect(NearestWord.find("axxa", among: words) == nil)
    #expect(NearestWord.find("CODEV", among: words) == "codev")
  }

  @Test("A word of one or two letters, or a very long one, is near to none")
  func extremes() {
    #expect(NearestWord.find("c3", among: ["c2"]) == nil)
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestWord.find(long, among: [long + "b"]) == nil)
  }
}
