import EntenteModel
import Foundation
import Testing

struct PlayedWorldCodingTests {
  @Test("A world in which everything was played is read back as it was written", arguments: 1...6)
  func roundTrip(seed: UInt64) throws {
    let scenario = FirstAccord.everything()
    var play = RandomPlay(seed: seed, scenario: scenario)
    var world = World.start(scenario)
    for _ in 1...4 {
      play.deal(in: &world)
      play.event(in: &world)
      world.states[FirstAccord.cael].tokens += 1
      var orders = play.orders(in: world)
      orders[FirstAccord.cael] += [
        OrderStage.order(.stockpile, ["input": .word("chips"), "money": .integer(400)]),
        OrderStage.order(
          .exchange, ["domain": .word("aut"), "partner": .word("borea"), "on": .flag(true)]),
        OrderStage.order(.askReexport, ["programme": .word("canopy"), "to": .word("aster")]),
        OrderStage.order(.startDev, ["programme": .word("zenith"), "turns": .integer(12)]),
      ]
      world = Resolution.resolve(world, orders: orders, scenario: scenario).world
      let written = try JSONEncoder().encode(world)
      #expect(try JSONDecoder().decode(World.self, from: written) == world, "seed \(seed)")
    }
    #expect(world.requestsMade > 0)
    #expect(!world.states[FirstAccord.cael].exchanges.isEmpty)
    #expect(!world.states[FirstAccord.cael].supply.coming.isEmpty)
    #expect(world.states[FirstAccord.cael].seen != nil)
  }

  @Test("A game that plays none of it writes none of it, so that earlier records stand")
  func nothingNew() throws {
    let scenario = FirstAccord.scenario()
    let text = String(decoding: try JSONEncoder().encode(World.start(scenario)), as: UTF8.self)
    for name in [
      "inputs", "lossTurns", "openExchanges", "seen", "making", "budgetsReceived", "questions",
      "questionsAsked", "development", "postureChanged",
    ] {
      #expect(!text.contains("\"\(name)\":"))
    }
  }
}
