import EntenteTerminal
import EntenteWire
import Testing

@Suite("ShownRevisions") struct ShownRevisionsTests {
  private static func fields(_ revision: Int) -> [WireField] {
    [WireField("deal", "D-7Q4K"), WireField("rev", revision)]
  }

  @Test("lines that print the terms of a deal show its revision")
  func shown() {
    var shown = ShownRevisions()
    #expect(shown["D-7Q4K"] == nil)
    shown.note(ServerLine(.event(v: 1, kind: "offer.tabled"), Self.fields(1)))
    #expect(shown["d-7q4k"] == 1)
    shown.note(ServerLine(.ok(verb: "SHOW"), Self.fields(3)))
    #expect(shown["D-7Q4K"] == 3)
    shown.note(ServerLine(.data(verb: "DEALS"), Self.fields(2)))
    #expect(shown["D-7Q4K"] == 3, "an old revision does not hide that a newer one was seen")
    #expect(shown["D-M2XD"] == nil)
  }

  @Test("lines that only name a revision do not show it")
  func named() {
    var shown = ShownRevisions()
    shown.note(ServerLine(.event(v: 1, kind: "offer.signed"), Self.fields(2)))
    shown.note(ServerLine(.ok(verb: "SIGN"), Self.fields(2)))
    shown.note(ServerLine(WireError(.stale, Self.fields(2), "")))
    #expect(shown["D-7Q4K"] == nil)
  }
}
