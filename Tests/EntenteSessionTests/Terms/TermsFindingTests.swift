import EntenteModel
import EntenteSession
import Testing

/// One finding of a text: reason, column and sentence.
private struct Case: Sendable, CustomTestStringConvertible {
  var typed: String
  var reason: TermsFinding.Reason
  var column: Int
  var near: String
  var sentence: String
  var testDescription: String { typed }

  init(
    _ typed: String, _ reason: TermsFinding.Reason, _ column: Int, _ near: String,
    _ sentence: String
  ) {
    self.typed = typed
    self.reason = reason
    self.column = column
    self.near = near
    self.sentence = sentence
  }
}

struct TermsFindingTests {
  private static let cases: [Case] = [
    Case(
      "copord programme=canopy", .unknownWord, 1, "copord",
      "No clause \"copord\" (column 1). Did you mean \"coprod\"?"),
    Case(
      "acsa; zzzzzz", .unknownWord, 7, "zzzzzz",
      "No clause \"zzzzzz\" (column 7). "
        + "Known: accel, accession, acsa, basing, codev, coprod and 29 more"),
    Case(
      "sustain program3=canopy programme=canopy hub=dorn", .unknownParameter, 9, "program3",
      "\"sustain\" has no \"program3\" (column 9). Did you mean \"programme\"?"),
    Case(
      "acsa colour=red", .unknownParameter, 6, "colour",
      "\"acsa\" has no \"colour\" (column 6). Known: annex, categories"),
    Case(
      "coprod program=canopy workshare=astre:60%,dorn:40% lines=dorn", .unknownState, 33, "astre",
      "\"astre\" is not a party here (column 33). Did you mean \"aster\"?"),
    Case(
      "standard family=c3", .unknownValue, 17, "c3",
      "\"c3\" is not a family here. Known: c2, data, iamd, logistics, munition, training"),
    Case(
      "sustain programme=canpy hub=dorn", .unknownValue, 19, "canpy",
      "\"canpy\" is not a programme here. Did you mean \"canopy\"?"),
    Case(
      "coprod lines=aster", .missingParameter, 1, "coprod",
      "\"coprod\" needs \"programme\" and \"workshare\"."),
    Case("codev", .missingParameter, 1, "codev", "\"codev\" needs \"programme\" and \"shares\"."),
    Case(
      "excl except=usa", .missingParameter, 1, "excl",
      "\"excl\" needs \"programme\" or \"sector\"."),
    Case(
      "excl sector=mun programme=canopy", .duplicateParameter, 17, "programme",
      "\"excl\" takes \"programme\" or \"sector\", not both (columns 6 and 17)."),
    Case(
      "coprod rate=2 rate=3 programme=p07 lines=dorn workshare=equal", .duplicateParameter, 15,
      "rate", "\"rate\" is given twice (columns 8 and 15)."),
    Case(
      "standard family=c2 fund=3", .unitMissing, 20, "fund=3",
      "Write 3k or 3m: money needs k or m (column 20)."),
    Case(
      "aster>dorn licprod programme=canopy royalty=4.125%", .tooFine, 37, "royalty=4.125%",
      "Shares have at most two decimals (column 37)."),
    Case(
      "coprod rate=1,5 programme=p07 lines=dorn workshare=equal", .badNumber, 13, "1",
      "Use a point for decimals: 1.5 (column 13)."),
    Case(
      "codev programme=p07 shares=aster:62,5%,dorn:37%", .badNumber, 34, "62",
      "Use a point for decimals: 62.5% (column 34)."),
    Case(
      "exercise intensity=5", .outOfRange, 20, "5", "intensity is 1 to 3, not 5 (column 20)."),
    Case(
      "aster>dorn basing posture=50%", .outOfRange, 27, "50%",
      "posture is 15% to 40%, not 50% (column 27)."),
    Case(
      "term duration=0", .outOfRange, 15, "0",
      "duration is 1 to 40 or evergreen, not 0 (column 15)."),
    Case(
      "dualuse domains=ai,aut,dat,qtm", .outOfRange, 28, "qtm",
      "\"domains\" takes at most 3, not 4 (column 28)."),
    Case(
      "visibility secret until=1", .outOfRange, 25, "1", "until is 2 to 8, not 1 (column 25)."),
    Case(
      "entry of count=5", .outOfRange, 16, "5", "count is 2 to 4, not 5 (column 16)."),
    Case(
      "aster>cael acsa", .directionNotAllowed, 1, "aster>cael",
      "\"acsa\" binds all sides alike; write aster+cael acsa."),
    Case(
      "aster>cael purpose signal", .directionNotAllowed, 1, "aster",
      "\"purpose\" is for the whole deal; write it without states."),
    Case("; ;", .empty, 1, "", "There is no clause in this text."),
    Case("", .empty, 1, "", "There is no clause in this text."),
    Case("purpose signal", .empty, 1, "", "There is no clause in this text."),
  ]

  @Test("every reason has its name, its column and its sentence", arguments: cases)
  private func finding(_ example: Case) throws {
    let parsed = parse(example.typed)
    #expect(parsed.text == nil)
    #expect(parsed.findings.count == 1)
    let finding = try #require(parsed.findings.first)
    #expect(finding.reason == example.reason)
    #expect(finding.column == example.column)
    #expect(finding.near == example.near)
    #expect(finding.sentence == example.sentence)
    #expect(finding.line == nil)
  }

  private static let smaller: [Case] = [
    Case("acsa !?", .unknownWord, 6, "!?", "\"!?\" means nothing here (column 6)."),
    Case("acsa = fuel", .unknownWord, 6, "=", "\"=\" is out of place (column 6)."),
    Case(
      "acsa categories=", .missingParameter, 6, "categories",
      "\"categories\" needs a value (column 6)."),
    Case(
      "standard family", .missingParameter, 10, "family", "\"family\" needs a value (column 10)."),
    Case(
      "standard family=5", .unknownValue, 17, "5",
      "\"family\" takes a name, not 5 (column 17). "
        + "Known: c2, data, iamd, logistics, munition, training"),
    Case(
      "standard family=c2 fund=usq:3m", .unknownState, 25, "usq",
      "\"usq\" is not a party here (column 25). Known: aster, borea, cael, dorn"),
    Case(
      "aster+borea standard family=c2 fund=dorn:3m", .unknownState, 37, "dorn",
      "\"dorn\" is not bound by this clause (column 37). Known: aster, borea"),
    Case(
      "codev programme=p07 shares=50%", .unknownState, 28, "50%",
      "Say whose it is, as in aster:50% (column 28)."),
    Case(
      "codev programme=p07 shares=aster:50%,aster:50%", .duplicateParameter, 38, "aster",
      "\"aster\" is given twice (columns 28 and 38)."),
    Case(
      "acsa categories=fuel,fuel", .duplicateParameter, 22, "fuel",
      "\"fuel\" is given twice (columns 17 and 22)."),
    Case(
      "acsa; purpose signal; purpose assure", .duplicateParameter, 23, "purpose",
      "\"purpose\" is given twice (columns 7 and 23)."),
    Case(
      "acsa; title foo", .unknownParameter, 13, "foo", "A title is written in quotes (column 13)."),
    Case(
      "acsa; title \"foo", .unknownValue, 13, "\"foo", "The closing quote is missing (column 13)."),
    Case(
      "acsa; title \"a\\u202eb\"", .unknownValue, 13, "\"a\\u202eb\"",
      "This title has a character that cannot be shown (column 13)."),
    Case(
      "acsa when", .missingParameter, 6, "when",
      "Write when METRIC >= NUMBER and activate, suspend or step NAME NUMBER (column 6)."),
    Case(
      "acsa when th:lnad>=70% activate", .unknownValue, 14, "lnad",
      "\"lnad\" is not a theatre here. Did you mean \"land\"?"),
    Case(
      "acsa when th:land>=70 activate", .unitMissing, 20, "70",
      "Write 70%: a share needs % or bp (column 20)."),
    Case(
      "acsa when trust:aster>=70% suspend", .unknownValue, 11, "trust",
      "Write trust:STATE:STATE (column 11)."),
    Case(
      "exercise when turn>=3 step intensity 5", .outOfRange, 38, "5",
      "intensity is 1 to 3, not 5 (column 38)."),
    Case(
      "exercise when turn>=3 step theatre 5", .unknownParameter, 28, "theatre",
      "\"exercise\" has no number \"theatre\" (column 28). Known: intensity"),
    Case(
      "acsa when turn>=3 suspend when turn<=2 suspend when turn>=5 suspend", .outOfRange, 48,
      "when", "A clause has at most 2 conditions (column 48)."),
    Case(
      "gov mode=lead", .missingParameter, 1, "gov", "\"gov mode=lead\" needs \"lead\"."),
    Case("gov lead=dorn", .unknownParameter, 5, "lead", "\"lead\" goes with mode=lead (column 5)."),
    Case(
      "entry lead state=dorn", .missingParameter, 1, "entry", "\"entry\" needs \"plus\"."),
    Case(
      "visibility hidden", .unknownValue, 12, "hidden",
      "\"hidden\" is no visibility. Known: parties, public, secret"),
    Case(
      "accession open sec=50% fees=2m", .unknownParameter, 24, "fees",
      "\"accession\" has no \"fees\" here (column 24). Did you mean \"fee\"?"),
    Case(
      "gsoia; pilot wraps=codev review=3", .unknownValue, 20, "codev",
      "\"codev\" is not a clause of this text. Known: c1, c2, gsoia, pilot"),
    Case("aster>cael", .unknownWord, 1, "aster", "No clause after these states (column 1)."),
    Case(
      "aster,cael acsa", .unknownWord, 12, "acsa",
      "Write aster+borea for a group, aster,borea>cael for a direction (column 12)."),
    Case(
      "aster>usx sidepay amount=3m", .unknownState, 7, "usx",
      "\"usx\" is not a party here (column 7). Known: aster, borea, cael, dorn"),
    Case(
      "acsa annex=a.b", .unknownValue, 12, "a.b",
      "A name has letters, digits and hyphens, 40 at most (column 12)."),
  ]

  @Test("every other slip is named as well", arguments: smaller)
  private func slip(_ example: Case) throws { try finding(example) }

  @Test("all findings of a text are told, in the order of the text")
  func allFindings() {
    let found = parse("copord; standard family=c3 fund=3; exercise intensity=9 colour=red")
    #expect(
      found.findings.map(\.reason) == [
        .unknownWord, .unknownValue, .unitMissing, .outOfRange, .unknownParameter,
      ])
    #expect(found.findings.map(\.column) == [1, 25, 28, 55, 57])
  }

  @Test(
    "what is far too long for a deal is told once, where it gets too long",
    arguments: [
      (String(repeating: "a;", count: 30_000), 4001), (String(repeating: "a;", count: 200), 201),
      ("exercise " + String(repeating: "b ", count: 9_000), 8008),
    ])
  func tooLong(typed: String, column: Int) {
    let found = parse(typed)
    #expect(found.text == nil)
    #expect(found.findings.map(\.reason) == [.outOfRange])
    #expect(found.findings.map(\.column) == [column])
  }

  @Test("columns count from where the terms begin on their line")
  func columnsOfTheLine() {
    let found = parse("acsa; copord", source: .line(column: 17))
    #expect(found.findings.map(\.column) == [23])
    #expect(found.findings.first?.sentence.hasPrefix("No clause \"copord\" (column 23).") == true)
  }

  @Test("in a body a line end counts as a semicolon, and findings name the line")
  func body() {
    let found = parse("acsa\r\n\n  copord\nexercise intensity=9", source: .body)
    #expect(found.findings.map(\.line) == [3, 4])
    #expect(found.findings.map(\.column) == [3, 20])
    #expect(
      found.findings.first?.sentence.hasPrefix("No clause \"copord\" (line 3, column 3).") == true)
    #expect(parse("acsa\nexercise intensity=2", source: .body).text?.clauses.count == 2)
  }

  @Test("columns count characters, not bytes")
  func characters() {
    let found = parse("acsa; title \"Über déjà 👩‍🚀\"; copord")
    #expect(found.findings.map(\.column) == [28])
  }

  @Test("an exercise with other names takes them, and prints its own")
  func otherNames() throws {
    let parsed = TermsParser.parse(
      "JORAL+usa acsa", sender: "usa", addressees: ["jpn", "aus"], vocabulary: .test)
    #expect(try TermsPrinter.print(#require(parsed.text)) == "jpn+usa acsa")
  }
}
