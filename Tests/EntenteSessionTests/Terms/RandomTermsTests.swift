import EntenteModel
import EntenteSession
import Testing

struct RandomTermsTests {
  private func parse(_ typed: String, like text: DealText) -> (DealText?, [TermsFinding]) {
    let parsed = TermsParser.parse(
      typed, sender: text.parties[0], addressees: Array(text.parties.dropFirst()),
      vocabulary: .test)
    return (parsed.text, parsed.findings)
  }

  @Test("parsing what is printed gives the same text, and printing that the same words")
  func roundTrip() throws {
    for seed in 1...2000 {
      let text = RandomDeal.text(seed: UInt64(seed))
      let printed = TermsPrinter.print(text)
      let (again, findings) = parse(printed, like: text)
      #expect(findings.map(\.sentence) == [], "seed \(seed): \(printed)")
      #expect(again == text, "seed \(seed): \(printed)")
      #expect(again.map(TermsPrinter.print) == printed, "seed \(seed)")
      if again != text { return }
    }
  }

  @Test("the canonical JSON of any text is read as that text, with and without a vocabulary")
  func json() throws {
    for seed in 1...1000 {
      let text = RandomDeal.text(seed: UInt64(seed))
      let json = CanonicalDeal.jsonText(text)
      let (again, findings) = parse(json, like: text)
      #expect(findings.map(\.sentence) == [], "seed \(seed): \(json)")
      #expect(again == text, "seed \(seed): \(json)")
      #expect(CanonicalDeal.stored(CanonicalDeal.json(text)) == text, "seed \(seed)")
      if again != text { return }
    }
  }

  @Test("any statement may stand on a line of its own")
  func bodies() throws {
    for seed in 1...300 {
      let text = RandomDeal.text(seed: UInt64(seed))
      let body = TermsPrinter.statements(text).joined(separator: "\n")
      let again = TermsParser.parse(
        body, sender: text.parties[0], addressees: Array(text.parties.dropFirst()),
        vocabulary: .test, source: .body)
      #expect(again.text == text, "seed \(seed): \(body)")
    }
  }

  @Test("every text of the generator uses the language: all clauses come up")
  func coverage() {
    let kinds = (1...300).flatMap { RandomDeal.text(seed: $0).clauses.map(\.kind) }
    #expect(Set(kinds).count == ClauseKind.allCases.count - 2)
  }

  /// What mistakes are made of: pieces of the language and of nothing.
  private static let pieces = [
    ";", ",", ":", "=", ">", "+", ">=", "<=", "%", " ", "\n", "\"", "\\", "when", "step", "equal",
    "9999999999999999999", "1.", "-1", "é", "\u{202E}", "{", "}", "[", "aster", "coprod", "c99",
    "c10", "c0", "\r\n", "\u{301}", "👩‍🚀", "true", "null", "wraps=pilot", "survive=c1",
  ]

  /// A short text of random pieces, many of which fit together.
  private func assembled(_ random: inout SeededGenerator) -> String {
    let words = ClauseKind.allCases.map(\.rawValue) + ["purpose", "entry", "title", "visibility"]
    let names = ["programme=", "lots=", "shares=", "domains=", "intensity=", "lines=", "theatre="]
    let values = ["canopy", "2.5", "equal", "aster:50%", "3m", "ai", "7", "dorn", "land", "\"x\""]
    return (0..<Int.random(in: 1...9, using: &random)).map { _ in
      let list = [words, names, values, Self.pieces].randomElement(using: &random) ?? []
      return (list.randomElement(using: &random) ?? "")
        + (Bool.random(using: &random) ? " " : "")
    }.joined()
  }

  private func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...characters.count, using: &random)
      let end = min(characters.count, place + Int.random(in: 0...6, using: &random))
      let piece = Self.pieces[Int.random(in: Self.pieces.indices, using: &random)]
      characters.replaceSubrange(place..<end, with: piece)
    }
    return String(characters)
  }

  @Test(
    "no text whatever stops the parser: 100000 broken ones, each answered by a text or findings",
    arguments: 1...4)
  func neverTraps(part: Int) {
    var random = SeededGenerator(seed: UInt64(part))
    let valid = (1...250).map { index in
      var text = RandomDeal.text(seed: UInt64(part * 1000 + index), clauses: 1...2)
      if index % 3 > 0 { text = DealText(parties: text.parties, clauses: text.clauses) }
      return index % 8 == 0 ? CanonicalDeal.jsonText(text) : TermsPrinter.print(text)
    }
    for round in 0..<25_000 {
      let typed =
        round % 5 == 0
        ? mutated(valid[round / 5 % valid.count], &random) : assembled(&random)
      let parsed = parse(typed, source: round % 2 == 0 ? .body : .line(column: 9))
      // A failure is rare and an expectation dear, so only failures become one.
      if (parsed.text == nil) == parsed.findings.isEmpty
        || parsed.findings.contains(where: { $0.sentence.isEmpty || $0.column < 1 })
      {
        Issue.record("part \(part), round \(round): \(typed)")
      }
      if let text = parsed.text, TermsForm.check(text, vocabulary: .test).isEmpty,
        parse(TermsPrinter.print(text)).text != text
      {
        Issue.record("part \(part), round \(round) does not come back: \(typed)")
      }
    }
  }

  @Test("a text as long as a body may be is answered at once", .timeLimit(.minutes(1)))
  func longTexts() {
    let clause = "aster+borea exercise intensity=9 theatre=nowhere\n"
    let long = String(repeating: clause, count: 65_536 / clause.count)
    #expect(parse(long, source: .body).findings.map(\.reason) == [.outOfRange])
    let references = "term survive=" + (1...9000).map { "c\($0)" }.joined(separator: ",")
    #expect(!parse(references, source: .body).findings.isEmpty)
    let semicolons = String(repeating: ";", count: 65_536)
    #expect(parse(semicolons, source: .body).findings.map(\.reason) == [.outOfRange])
    let clauses = String(repeating: "acsa;", count: 100)
    #expect(parse(clauses).text.map { TermsForm.check($0, vocabulary: .test).count } == 24)
    #expect(parse(clauses + "acsa").findings.map(\.reason) == [.outOfRange])
    let deep = String(repeating: "{\"a\":", count: 10_000)
    #expect(parse(deep).findings.map(\.reason) == [.badJSON])
  }

  private func parse(
    _ typed: String, source: TermsSource = .line(column: 1)
  ) -> (text: DealText?, findings: [TermsFinding]) {
    TermsParser.parse(
      typed, sender: "aster", addressees: ["borea", "cael", "dorn"], vocabulary: .test,
      source: source)
  }
}
