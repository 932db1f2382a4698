import EntenteModel
import EntenteSession
import Testing

@testable import EntenteBots

struct OrderDeskTests {
  private func orders(_ bench: Bench, _ state: StateID, _ kind: Doctrine.Kind) throws -> [String] {
    var desk = OrderDesk(try bench.view(state), doctrine: Doctrine.of(kind))
    desk.fill()
    return desk.orders.map(OrderLanguage.print)
  }

  @Test(
    "The habit row is ordered as far as the menu of the exercise has it",
    arguments: [
      (
        StateID("dorn"), Doctrine.Kind.hegemonGatekeeper,
        [
          "fund-rd domain=aut money=63m", "fund-rd domain=sen money=63m",
          "invest sector=uas money=36m",
        ]
      ),
      ("aster", .industrialHub, ["invest sector=uas money=12m", "fund-rd domain=sen money=18m"]),
      ("borea", .nicheInnovator, ["fund-rd domain=aut money=22.5m"]),
      ("borea", .freeRider, ["readiness money=4.5m", "fund-rd domain=aut money=4.5m"]),
      (
        "cael", .threatenedFrontline,
        ["invest sector=uas money=21m", "asym money=7m", "security-upgrade"]
      ),
    ])
  func habits(state: StateID, kind: Doctrine.Kind, lines: [String]) throws {
    #expect(try orders(try Bench(), state, kind) == lines)
  }

  @Test(
    "Orders come in the phase of orders where there is one, once", arguments: ["solo", "class"])
  func phase(format: String) throws {
    var game = try Rehearsal(try FirstAccord.exercise(format))
    while game.state.phase != .orders {
      game.runBots()
      #expect(game.state.desks.allSatisfy { $0.orders.isEmpty })
      try game.act(.advance, by: .facilitator("f"))
    }
    game.runBots()
    #expect(game.state.desks.allSatisfy { !$0.orders.isEmpty })
    let given = game.state.desks.map(\.ordersEntered)
    game.runBots()
    #expect(game.state.desks.map(\.ordersEntered) == given)
  }

  @Test("What does not fit into the money is left out")
  func money() throws {
    let bench = try Bench()
    var state = bench.game.state
    let cael = try #require(state.scenario.index(of: StateID("cael")))
    state = state.with { $0.states[cael].budget = 0 }
    var desk = OrderDesk(state.view(for: cael), doctrine: Doctrine.of(.threatenedFrontline))
    desk.fill()
    #expect(desk.orders.isEmpty)
  }
}
