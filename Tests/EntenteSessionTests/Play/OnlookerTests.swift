import EntenteModel
import Testing

@testable import EntenteSession

/// Seats outside the teams: their names, and what they see.
@Suite("Who looks on")
struct OnlookerTests {
  @Test(
    "a name says kind, team and delay",
    arguments: [
      "observer", "observer:borea", "observer+1", "observer:borea+40", "observer+close",
      "evaluator", "projector",
    ])
  func names(_ text: String) throws {
    let onlooker = try #require(SeatID(text).onlooker)
    #expect(text.hasPrefix(onlooker.kind.rawValue))
    #expect((onlooker.team == nil) == !text.contains(":"))
    #expect((onlooker.delay == nil) == !text.contains("+"))
  }

  @Test(
    "other names say nothing",
    arguments: [
      "observers", "observer+0", "observer+41", "observer+01", "observer+", "evaluator+1",
      "evaluator:borea", "projector:borea", "facilitator", "aster.head", "",
    ])
  func strangers(_ text: String) { #expect(SeatID(text).onlooker == nil) }

  @Test("what each sees of an audience")
  func audiences() {
    let all: [Audience] = [
      .nobody, .everybody, .facilitator, .states(["aster"]), .states(["borea"]),
      .seats([SeatID("borea.head")]), .seats([.facilitator]),
    ]
    func seen(_ seat: String) -> [Bool] { all.map { $0.includes(SeatID(seat)) } }
    #expect(seen("observer") == [false, true, false, true, true, true, false])
    #expect(seen("observer:borea") == [false, true, false, false, true, true, false])
    #expect(seen("evaluator") == [false, true, true, true, true, true, true])
    #expect(seen("projector") == [false, true, false, false, false, false, false])
    // When it is seen is another matter than what.
    #expect(seen("observer+3") == seen("observer"))
  }
}
