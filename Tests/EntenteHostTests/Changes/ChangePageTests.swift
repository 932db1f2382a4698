import EntenteModel
import EntenteSession
import Testing

/// What people read about changes of deals.
struct ChangePageTests {
  @Test("DIFF names every clause and header that differs, and nothing else")
  func difference() throws {
    var play = try FirstAccordPlay.phased()
    let first = try play.terms(
      "exercise; acsa; term notice=2", from: "aster", to: ["cael"])
    try play.head("aster", .propose(text: first))
    let deal = try #require(play.state.negotiations.last?.id)
    let second = try play.terms(
      "exercise intensity=2; gsoia; term notice=3; purpose assure", from: "cael", to: ["aster"])
    try play.head("cael", .counter(deal: deal, text: second))
    let page = try play.state.differencePage(deal, from: 1, to: 2, for: .aster)
    #expect(
      FirstAccordPlay.words(page) == [
        "changed  c1 was: exercise -> now: exercise intensity=2",
        "added    c2 gsoia",
        "dropped  c2 acsa",
        "added    purpose assure",
        "changed  was: term notice=2 -> now: term notice=3",
      ])
    let back = try play.state.differencePage(deal, from: 2, to: 2, for: .aster)
    #expect(back.lines.isEmpty)
    #expect(back.text == "Revisions 2 and 2 of \(deal) say the same.")
    #expect(
      try play.state.differencePage(deal, from: nil, to: nil, for: .aster).lines
        == page.lines)
    #expect(throws: Refusal.noSuch(what: "revision", id: "7", near: "2")) {
      try play.state.differencePage(deal, from: 1, to: 7, for: .aster)
    }
    #expect(throws: Refusal.self) {
      try play.state.differencePage(deal, from: 1, to: 2, for: .dorn)
    }
  }

  @Test("A change shows in SHOW, DEALS and STATUS, with lines that can be typed")
  func pages() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael"])
    try play.amend(deal, "exercise intensity=2", by: "cael")
    let shown = FirstAccordPlay.words(
      try play.state.showPage(deal, revision: nil, for: .aster))
    #expect(
      shown == [
        "c1 exercise",
        "amendment by cael, revision 2: waits for an answer of aster; yes from cael",
        "See what cael would change: DIFF \(deal) 1 2",
        "See what it would do for you: PREVIEW \(deal)",
        "Agree to the change: @rev=2 SIGN \(deal)",
        "Refuse the change: REJECT \(deal)",
      ])
    let open = FirstAccordPlay.words(play.state.dealsPage(.open, for: .aster))
    #expect(
      open == ["\(deal) concluded, aster,cael (amendment waits: revision 2): exercise"])
    #expect(play.state.dealsPage(.open, for: .dorn).lines.isEmpty)
    let lines = play.state.options(for: .aster).map(\.line)
    #expect(lines.contains("@rev=2 SIGN \(deal)"))
    #expect(play.state.options(for: .cael).map(\.line).contains("WITHDRAW \(deal)"))
    try play.go(to: .ratify)
    #expect(play.state.options(for: .aster).map(\.line).contains("DENOUNCE \(deal)"))
  }

  @Test("STATUS offers the ways into and out of deals in ratify")
  func waysInAndOut() throws {
    var play = try FirstAccordPlay.phased()
    let open = try play.conclude("exercise; accession open", ["aster", "cael"])
    let signed = try play.sign("exercise; acsa", ["aster", "borea", "dorn"])
    try play.go(to: .ratify)
    let dorn = play.state.options(for: .dorn).map(\.line)
    #expect(dorn.contains("ACCEDE \(open)"))
    #expect(dorn.contains("RESERVE \(signed) c1"))
    #expect(dorn.contains("RATIFY \(signed)"))
    #expect(!dorn.contains { $0.hasPrefix("DENOUNCE") })
  }

  @Test("PREVIEW of a change looks at the new text against the deal as it stands")
  func preview() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael"])
    try play.go(to: .negotiate, turn: 2)
    // The same clauses at other places change nothing at all.
    try play.amend(deal, "exercise; title \"Spring\"", by: "cael")
    let page = try play.state.previewPage(of: deal, revision: nil, for: .aster)
    #expect(page.fields.contains(Page.Field("rev", 2)))
    #expect(
      page.text
        == "After 4 turns your national score is the same with this change as with the deal as "
        + "it stands. "
        + "@rev=2 SIGN \(deal) agrees, REJECT \(deal) refuses.")
    try play.head("cael", .withdraw(deal: deal))
    try play.amend(deal, "exercise intensity=3", by: "cael")
    let dearer = try play.state.previewPage(of: deal, revision: nil, for: .aster)
    #expect(!dearer.text.contains("is the same"))
    let older = try play.state.previewPage(of: deal, revision: 1, for: .aster)
    #expect(older.fields.contains(Page.Field("rev", 1)))
  }

  @Test("A deal that everybody may read is previewed by those who could join it")
  func joining() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude(
      "exercise; visibility public; accession open", ["aster", "cael"])
    let page = try play.state.previewPage(of: deal, revision: nil, for: .dorn)
    #expect(page.text.hasSuffix("ACCEDE \(deal) joins it."))
    let closed = try play.conclude("dialogue; visibility public", ["aster", "cael"])
    #expect(throws: Refusal.self) {
      try play.state.previewPage(of: closed, revision: nil, for: .dorn)
    }
  }
}
