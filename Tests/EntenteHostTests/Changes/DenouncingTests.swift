import EntenteModel
import Testing

@testable import EntenteSession

/// "DENOUNCE deal: the state is bound for notice more turns, then leaves."
struct DenouncingTests {
  @Test("Who denounces is bound through its notice, and the others think less of it")
  func notice() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise; term notice=1", ["aster", "cael"])
    #expect(
      play.refusal("cael", .denounce(deal: deal, now: false))?.word == "not-now need=ratify")
    try play.go(to: .ratify)
    let (aster, cael) = (try play.index("aster"), try play.index("cael"))
    let events = try play.head("cael", .denounce(deal: deal, now: false))
    #expect(events.first?.fact == .dealDenounced(deal: deal, by: "cael", until: 2))
    #expect(events.first?.audience == .everybody)
    #expect(
      events.first?.line?.text == "cael denounces \(deal) and is bound through turn 2.")
    let trust = play.state.world.trust(of: aster, in: cael)
    try play.go(to: .ratify, turn: 2)
    #expect(play.state.world.deal(deal)?.bound == [aster, cael])
    #expect(play.state.world.trust(of: aster, in: cael) < trust)
    #expect(play.refusal("cael", .denounce(deal: deal, now: true))?.word == "already")
    let shown = try play.state.showPage(deal, revision: nil, for: .aster)
    #expect(FirstAccordPlay.words(shown).contains("cael leaves after turn 2"))
    try play.go(to: .ratify, turn: 3)
    #expect(play.state.world.deal(deal)?.status == .ended)
    #expect(play.refusal("cael", .denounce(deal: deal, now: true))?.word == "closed ended")
  }

  @Test("Who leaves now is out before the turn is resolved")
  func atOnce() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise; term notice=4", ["aster", "cael", "dorn"])
    try play.go(to: .ratify)
    let events = try play.head("cael", .denounce(deal: deal, now: true))
    #expect(events.first?.fact == .dealDenounced(deal: deal, by: "cael", until: nil))
    try play.go(to: .negotiate, turn: 2)
    #expect(
      play.state.world.deal(deal)?.bound == [try play.index("aster"), try play.index("dorn")])
    #expect(play.state.world.deal(deal)?.status == .inForce)
    try play.go(to: .ratify)
    #expect(play.rule("cael", .denounce(deal: deal, now: false)) == .notAParty)
  }

  @Test("Only what binds can be denounced, by a seat that may, and by none but its parties")
  func refusals() throws {
    var play = try FirstAccordPlay.phased(seats: FirstAccordPlay.heads + ["aster.treasury"])
    let bound = try play.conclude("exercise", ["aster", "cael"])
    let signed = try play.sign("acsa", ["aster", "borea"])
    let hidden = try play.conclude("dialogue; visibility secret until=4", ["aster", "dorn"])
    try play.go(to: .ratify)
    #expect(
      play.refusal("aster", .denounce(deal: signed, now: false))?.word
        == "not-now need=concluded")
    #expect(play.rule("dorn", .denounce(deal: bound, now: false)) == .notAParty)
    // What may not be seen answers like what is not there.
    #expect(play.refusal("cael", .denounce(deal: hidden, now: false))?.word == "no-such deal")
    #expect(play.refusal("cael", .denounce(deal: "D-0000", now: false))?.word == "no-such deal")
    #expect(throws: Refusal.self) {
      try play.act(.denounce(deal: bound, now: false), by: play.member("aster.treasury"))
    }
  }

  @Test("The others' secret deal is left without a word to those outside")
  func secret() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("dialogue; visibility secret until=4", ["aster", "dorn"])
    try play.go(to: .ratify)
    let events = try play.head("dorn", .denounce(deal: deal, now: false))
    #expect(events.allSatisfy { !$0.audience.includes(.cael) })
  }

  @Test("A deal of before the game is read and left like one made in it")
  func preSigned() throws {
    var play = try FirstAccordPlay.phased(
      preSigned: [(["aster", "dorn"], "gsoia; exercise; term notice=0")])
    let listed = play.state.dealsPage(.all, for: .aster)
    #expect(
      FirstAccordPlay.words(listed) == [
        "PRE-1 in-force, aster,dorn: gsoia; exercise; "
          + "term notice=0"
      ])
    let shown = try play.state.showPage("PRE-1", revision: nil, for: .aster)
    #expect(shown.text == "In force before the game; between aster, dorn.")
    #expect(!play.state.hasOffer("aster"))
    try play.go(to: .ratify)
    try play.head("aster", .denounce(deal: "PRE-1", now: false))
    try play.go(to: .negotiate, turn: 2)
    #expect(play.state.world.deal("PRE-1")?.bound == [try play.index("dorn")])
  }
}
