import EntenteWire
import Testing

struct NearestWordTests {
  private static let verbs = [
    "STATUS", "STATE", "SIGN", "SAY", "SHOW", "SCORE", "START", "SUB", "SKIP", "SEAT", "SURVEY",
    "PROPOSE", "PROGRAMMES", "PREVIEW", "PREDICT", "READY", "UNREADY", "RATIFY", "REJECT", "WHO",
    "WHY", "JOIN", "JOURNAL", "HELP", "HOLD", "HEAD", "ORDER", "ORDERS",
  ]

  @Test(
    "The nearest verb is named when it is near enough",
    arguments: [
      ("sgin", "SIGN"), ("signn", "SIGN"), ("sgni", nil), ("propsoe", "PROPOSE"),
      ("prpoes", "PROPOSE"), ("raedy", "READY"), ("redy", "READY"), ("wh", "WHO"), ("wy", "WHY"),
      ("xyz", nil), ("hlp", "HELP"), ("hep", "HELP"), ("helo", "HELP"), ("stats", "STATE"),
      ("ordes", "ORDER"), ("", nil), ("joni", "JOIN"), ("statsu", "STATUS"),
      ("averyveryverylongword", nil),
    ] as [(String, String?)])
  func nearest(word: String, near: String?) {
    #expect(NearestWord.find(word, in: Self.verbs) == near)
  }

  @Test("Ties go to the same first letter, then to the alphabet")
  func ties() {
    #expect(NearestWord.find("cat", in: ["bat", "car", "can", "hat"]) == "can")
    #expect(NearestWord.find("cat", in: ["hat", "bat"]) == "bat")
    #expect(NearestWord.find("abcdef", in: ["xbcdef", "abcd"]) == "xbcdef")
  }

  @Test("Up to four letters one slip is allowed, beyond that two")
  func thresholds() {
    #expect(NearestWord.find("abcd", in: ["abxx"]) == nil)
    #expect(NearestWord.find("abcd", in: ["abcx"]) == "abcx")
    #expect(NearestWord.find("abcde", in: ["abcxx"]) == "abcxx")
    #expect(NearestWord.find("abcde", in: ["abxxx"]) == nil)
    #expect(NearestWord.find("abcde", in: ["badce"]) == "badce")
  }
}
