import EntenteTerminal
import EntenteWire
import Testing

@Suite("Vocabulary") struct VocabularyTests {
  private static var vocabulary: Vocabulary {
    var words = Vocabulary()
    for verb in ["SIGN", "SAY", "SHOW", "STATUS", "STATE", "ORDER", "HELP", "PROPOSE", "CANCEL"] {
      words.learn(ServerLine(.data(verb: "HELP"), [WireField("verb", verb)]))
    }
    for keyword in ["fund-rd", "invest"] {
      words.learn(
        ServerLine(.data(verb: "HELP"), [WireField("order", keyword)]), topic: "ORDER")
    }
    words.learn(ServerLine(.data(verb: "HELP"), [WireField("clause", "acsa")]), topic: "terms")
    for state in ["aster", "borea", "cael", "dorn"] {
      words.learn(ServerLine(.data(verb: "WHO"), [WireField("state", state)]))
    }
    words.learn(ServerLine(.data(verb: "PROGRAMMES"), [WireField("programme", "lantern")]))
    words.learn(ServerLine(.data(verb: "DEALS"), [WireField("deal", "D-7Q4K")]))
    words.learn(ServerLine(.event(v: 3, kind: "offer.tabled"), [WireField("deal", "D-M2XD")]))
    words.learn(ServerLine(.event(v: 4, kind: "order.entered"), [WireField("order", "o1")]))
    return words
  }

  @Test(
    "Tab knows what may stand where the cursor is",
    arguments: [
      ("si", ["sign"]), ("SI", ["SIGN"]), ("st", ["state", "status"]), ("@rev=1 si", ["sign"]),
      ("sign ", ["D-7Q4K", "D-M2XD"]), ("sign d-m", ["D-M2XD"]), ("show D-7", ["D-7Q4K"]),
      ("order ", ["fund-rd", "invest"]), ("order f", ["fund-rd"]), ("cancel ", ["o1"]),
      ("propose as", ["aster"]), ("propose aster,ca", ["cael"]), ("say t", ["team"]),
      ("propose borea : borea>cael offtake programme=la", ["lantern"]),
      ("propose borea : ac", ["acsa"]), ("propose borea : acsa; ast", ["aster"]),
      ("help pro", ["propose"]), ("help ac", ["acsa"]), ("help te", ["terms"]),
      ("state d", ["D-7Q4K", "D-M2XD", "dorn"]), ("sign zz", []),
    ])
  func completion(text: String, words: [String]) {
    #expect(Self.vocabulary.completion(of: text).candidates == words)
  }

  @Test("what the server says cannot put anything but a word into the list")
  func hostile() {
    var words = Vocabulary()
    words.learn(ServerLine(.data(verb: "WHO"), [WireField("state", "a b")]))
    words.learn(ServerLine(.data(verb: "WHO"), [WireField("state", "x\u{1B}[2J")]))
    #expect(words.states == [])
  }
}
