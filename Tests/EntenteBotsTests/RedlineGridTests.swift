import EntenteModel
import EntenteSession
import Testing

@testable import EntenteBots

struct RedlineGridTests {
  private func grid(_ bench: Bench, _ parties: [StateID], _ terms: String, wish: String? = nil)
    throws -> RedlineGrid
  {
    let wishes = try wish.map { try bench.text(parties, $0, everyClause: true).clauses } ?? []
    return RedlineGrid(
      text: try bench.text(parties, terms, everyClause: true), own: parties[0], wishes: wishes)
  }

  @Test(
    "Numbers move on their grids",
    arguments: [
      (
        "borea>cael offtake programme=lantern lots=12",
        ["lots=9", "lots=15", "lots=6", "lots=18", "price=list"]
      ),
      (
        "borea>cael licprod programme=lantern",
        [
          "royalty=0%", "royalty=2%", "royalty=6%", "royalty=8%", "royalty=10%",
          "licence=expedited",
        ]
      ),
      ("exercise intensity=2", ["intensity=1", "intensity=3"]),
      ("cael>borea basing posture=20%", ["posture=15%", "posture=25%", "posture=30%"]),
      (
        "coprod programme=lantern lines=borea,cael workshare=borea:60%,cael:40%",
        [
          "workshare=borea:50%", "workshare=borea:55%", "workshare=borea:65%",
          "workshare=borea:70%",
        ]
      ),
    ])
  func grids(terms: String, changes: [String]) throws {
    let found = try grid(try Bench(), ["borea", "cael"], terms).candidates().map(\.change)
    #expect(Set(changes).isSubset(of: found), "\(found)")
    #expect(
      Set(found).subtracting(changes).isSubset(of: [
        "duration=4", "duration=6", "licence=expedited",
      ]))
  }

  @Test("A candidate differs from the text on the table in one place, nearest first, each once")
  func oneRedline() throws {
    let grid = try grid(
      try Bench(), ["borea", "cael"],
      "borea>cael offtake programme=lantern lots=12; exercise; term duration=4", wish: "acsa")
    let candidates = grid.candidates()
    #expect(candidates.count <= RedlineGrid.candidatesMax)
    #expect(Set(candidates.map(\.text)).count == candidates.count)
    #expect(candidates.map(\.steps) == candidates.map(\.steps).sorted())
    for candidate in candidates {
      #expect(candidate.text != grid.text)
      #expect(candidate.text.parties == grid.text.parties)
    }
    let changes = candidates.map(\.change)
    #expect(changes.contains("offtake left out") && changes.contains("acsa added"))
  }

  @Test("A clause that is there already is not added again, and the last one stays")
  func clauses() throws {
    let grid = try grid(try Bench(), ["borea", "cael"], "acsa", wish: "acsa")
    #expect(grid.candidates().allSatisfy { $0.text.clauses.count == 1 })
  }

  @Test("What names a clause follows it when another goes")
  func renumbered() throws {
    let text = try Bench().text(
      ["dorn", "aster"],
      "acsa; gsoia level=2; dorn>aster reexport programme=canopy; term survive=gsoia,reexport")
    let left = text.dropping(0)
    #expect(left.clauses.map(\.id.text) == ["c1", "c2"])
    #expect(left.term.survive.map(\.text) == ["c1", "c2"])
    #expect(text.dropping(1).term.survive.map(\.text) == ["c2"])
  }
}
