import EntenteModel
import EntenteSession
import Testing

/// The clock stops, goes on by itself, and says so.
@Suite("Pauses that end by themselves")
struct ClockPlayTests {
  @Test("after its longest time a pause ends, and the phase has what it had left")
  func pause() throws {
    var play = try FirstAccordPlay(format: "class", seats: ["aster.head"])
    let deadline = try #require(play.state.clock.deadline)
    let events = try play.act(.pause(why: "coffee", seconds: 600), by: .facilitator("test"))
    let left = deadline - play.time
    #expect(events.first?.line?.fields.contains { $0.name == "until" } == true)
    let due = try #require(play.state.nextDue)
    #expect(due == play.time + 600_000)
    #expect(throws: Refusal.self) { try play.act(.tick, by: .clock) }
    play.time = due
    try play.act(.tick, by: .clock)
    #expect(play.state.status == .running)
    #expect(play.state.clock.deadline == play.time + left)
    #expect(play.state.clock.resumesAt == nil)
  }

  @Test("a pause without a longest time waits for the facilitator")
  func open() throws {
    var play = try FirstAccordPlay(format: "class", seats: ["aster.head"])
    try play.act(.pause(why: ""), by: .facilitator("test"))
    #expect(play.state.nextDue == nil)
    #expect(throws: Refusal.self) {
      try play.act(.pause(why: "", seconds: 0), by: .facilitator("test"))
    }
  }
}
