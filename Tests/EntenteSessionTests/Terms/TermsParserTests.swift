import EntenteModel
import EntenteSession
import Testing

struct TermsParserTests {
  private func printed(_ typed: String) throws -> String {
    let parsed = parse(typed)
    #expect(parsed.findings.map(\.sentence) == [])
    return try TermsPrinter.print(#require(parsed.text))
  }

  @Test(
    "spellings that are accepted and never printed",
    arguments: [
      ("SUSTAIN Program=CANOPY Hub=Dorn", "sustain programme=canopy hub=dorn"),
      ("c10 programme=canopy hub=dorn", "sustain programme=canopy hub=dorn"),
      (
        "dorn>aster licprod programme=canopy license=expedited",
        "dorn>aster licprod programme=canopy licence=expedited"
      ),
      (
        "aster+dorn codev programme=p07 shares=equal",
        "aster+dorn codev programme=p07 shares=aster:50%,dorn:50%"
      ),
      (
        "borea + aster+ cael codev programme = p07 shares=equal",
        "aster+borea+cael codev programme=p07 shares=aster:33.34%,borea:33.33%,cael:33.33%"
      ),
      ("infoshare deep=no topics=threat", "infoshare"),
      ("infoshare deep; gsoia level = 1", "infoshare deep=yes; gsoia"),
      (
        "aster , borea > cael , dorn sidepay amount=0.5m",
        "aster,borea>cael,dorn sidepay amount=500k"
      ),
      ("acsa;; rdp ;", "acsa; rdp"),
      ("aster+borea+cael+dorn acsa", "acsa"),
      ("acsa; title \"A \\\"B\\\" \\u00e9\"", "acsa; title \"A \\\"B\\\" é\""),
      ("acsa; visibility parties; entry all; accession closed; purpose enhance; gov; term", "acsa"),
      ("acsa when th : land >= 7000bp suspend", "acsa when th:land>=70% suspend"),
      (
        "exercise when turn>=3 step intensity 2 when gap:usa<=5% activate annex=North-1",
        "exercise annex=north-1 when turn>=3 step intensity 2 when gap:usa<=5% activate"
      ),
      ("standard family=c2 fund=aster:3m,borea:3m,cael:3m,dorn:3m", "standard family=c2"),
      ("standard family=c2 fund=12m", "standard family=c2 fund=12m"),
      (
        "standard family=c2 fund=aster:12m",
        "standard family=c2 fund=aster:12m,borea:0,cael:0,dorn:0"
      ),
      ("ntib sectors=nav,mun,amd,str,uas,isr", "ntib"),
      ("term duration=evergreen notice=0 review=4", "term duration=evergreen notice=0 review=4"),
    ])
  func spellings(typed: String, normal: String) throws {
    if typed.hasPrefix("term") {
      #expect(try printed("acsa; " + typed) == "acsa; " + normal)
    } else {
      #expect(try printed(typed) == normal)
    }
  }

  @Test("a keyword means all clauses of its kind, an id one clause")
  func references() throws {
    let text = try #require(
      parse(
        "aster+borea gsoia; cael+dorn gsoia; aster+dorn exercise; pilot wraps=gsoia review=3; "
          + "term survive=c2"
      ).text)
    #expect(text.clauses[3].wraps == ["c1", "c2"])
    #expect(text.term.survive == ["c2"])
    let printed = TermsPrinter.print(text)
    #expect(printed.hasSuffix("pilot wraps=gsoia review=3; term survive=c2"))
    #expect(parse(printed).text == text)
  }

  @Test("a header may refer to clauses that come after it")
  func forwardReference() throws {
    let text = try #require(parse("term survive=gsoia,exercise; exercise; gsoia").text)
    #expect(text.term.survive == ["c1", "c2"])
  }

  @Test("c10 is the tenth clause if there is one, else the tenth of the catalogue")
  func idBeforeCode() throws {
    let few = try #require(parse("sustain programme=canopy hub=dorn; acsa; term survive=c10").text)
    #expect(few.term.survive == ["c1"])
    let many = (1...10).map { "exercise intensity=\($0 % 3 + 1)" }.joined(separator: ";")
    let ten = try #require(parse(many + "; term survive=c10,c9").text)
    #expect(ten.term.survive == ["c9", "c10"])
  }

  @Test("a clause that cannot be recognised may be what a reference means")
  func referenceToUnknown() {
    #expect(parse("gsioa; acsa; term survive=gsoia").findings.map(\.reason) == [.unknownWord])
  }

  @Test("the printer shows a missing direction as it was written")
  func missingDirection() throws {
    let text = try #require(parse("licprod programme=canopy").text)
    #expect(TermsPrinter.print(text) == "licprod programme=canopy")
    #expect(text.clauses[0].boundStates == [])
  }

  @Test("a clause and a header are shown one a line")
  func statements() throws {
    let text = try #require(parse("acsa; rdp; purpose signal").text)
    #expect(TermsPrinter.statements(text) == ["acsa", "rdp", "purpose signal"])
    #expect(TermsPrinter.print(text.clauses[1], of: text) == "rdp")
  }
}
