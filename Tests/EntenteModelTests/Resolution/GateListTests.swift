import EntenteModel
import Testing

@Suite("Gates of lines and deliveries in first-accord")
struct GateListTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario()
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func world(_ clauses: [ClauseText]) -> World {
    var world = World.start(scenario)
    world.conclude(DealWriter.deal(clauses), id: "D-1", scenario: scenario)
    return world
  }

  private func days(_ gates: [Gate]) -> [Int] { gates.map(\.days.value) }

  @Test("tooling takes 167 days at Aster and 185 at Cael")
  func tooling() {
    let list = GateList(world: World.start(scenario), scenario: scenario)
    #expect(days(list.ownLine(state: X0.aster, programme: X0.canopy)) == [180, 167, 90])
    #expect(days(list.ownLine(state: X0.cael, programme: X0.lantern)) == [180, 185, 90])
  }

  @Test("a licence line in Aster waits 767 days and opens in turn 4 with 301 left")
  func licenceWithoutEnablers() throws {
    var world = world([DealWriter.licprod("dorn", "aster", "canopy")])
    let index = try #require(world.lineIndex(X0.aster, X0.canopy))
    #expect(days(world.lines[index].gates) == [90, 120, 120, 180, 167, 90])
    #expect(world.lines[index].credit == 356)
    world = world.played(to: 3, scenario: scenario) { _ in idle }
    #expect(world.lines[index].status == .gated)
    world = world.played(to: 4, scenario: scenario) { _ in idle }
    #expect(world.lines[index].status == .open)
    #expect(world.lines[index].openedTurn == 4)
    #expect(world.lines[index].leftover == 301)
    // Half the sector is 12000 cu, less what an unused sector lost by turn 4, for 301 of 356 days.
    let capacity = rdiv(world.lines[index].capacity.value * 1_000, 1_000)
    #expect(world.lines[index].output.value == rdiv(capacity * 301, 356))
  }

  @Test("expedited with recognised tests it waits 647 days and opens in turn 3 with 65 left")
  func licenceWithEnablers() throws {
    let world = world([
      DealWriter.licprod("dorn", "aster", "canopy", licence: "expedited"),
      DealWriter.gsoia(["aster", "dorn"], level: 2),
      DealWriter.standard(["aster", "dorn"], te: true),
    ])
    let index = try #require(world.lineIndex(X0.aster, X0.canopy))
    #expect(days(world.lines[index].gates).reduce(0, +) == 647)
    let later = world.played(to: 3, scenario: scenario) { _ in idle }
    #expect(later.lines[index].openedTurn == 3)
    #expect(later.lines[index].leftover == 65)
  }

  @Test(
    "a lantern line in Cael waits 665 days, 545 with enablers, and opens in turn 3",
    arguments: [(false, 665, 47), (true, 545, 167)])
  func lanternLine(enabled: Bool, total: Int, left: Int) throws {
    var clauses = [
      DealWriter.licprod(
        "borea", "cael", "lantern", licence: enabled ? "expedited" : "agreement")
    ]
    if enabled {
      clauses.append(DealWriter.gsoia(["borea", "cael"]))
      clauses.append(DealWriter.standard(["borea", "cael"], te: true))
    }
    let world = world(clauses)
    let index = try #require(world.lineIndex(X0.cael, X0.lantern))
    #expect(days(world.lines[index].gates).reduce(0, +) == total)
    let later = world.played(to: 3, scenario: scenario) { _ in idle }
    #expect(later.lines[index].openedTurn == 3)
    #expect(later.lines[index].leftover.value == left)
  }

  @Test("an off-take of canopy waits 195 days and delivers a part in the next turn")
  func offtake() {
    let start = world([DealWriter.offtake("dorn", ["cael"], "canopy", lots: 20)])
    #expect(days(start.deals[0].clauses[0].gates[0]) == [45, 120, 30])
    let first = Resolution.resolve(start, orders: idle, scenario: scenario)
    #expect(first.report.deliveries.allSatisfy { $0.to != X0.cael })
    let second = Resolution.resolve(first.world, orders: idle, scenario: scenario)
    let delivered = second.report.deliveries.filter { $0.to == X0.cael }.map(\.lots.value)
    #expect(delivered == [rdiv(20_000 * (356 - 195), 356)])
    let third = Resolution.resolve(second.world, orders: idle, scenario: scenario)
    #expect(third.report.deliveries.filter { $0.to == X0.cael }.map(\.lots) == [20_000])
  }

  @Test("a test gate that has not begun is shortened by a standard that comes later")
  func laterRecognition() throws {
    var world = world([DealWriter.licprod("dorn", "aster", "canopy")])
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    world.conclude(
      DealWriter.deal([DealWriter.standard(["aster", "dorn"], te: true)]), id: "D-2",
      scenario: scenario)
    world = world.played(to: 4, scenario: scenario) { _ in idle }
    let index = try #require(world.lineIndex(X0.aster, X0.canopy))
    // 45 of the 90 days fall away: 301 + 45 are left in turn 4.
    #expect(world.lines[index].leftover == 346)
  }

  @Test("a chain of gates that ends exactly with a turn opens the line in the next one, whole")
  func exactEnd() throws {
    var world = world([DealWriter.licprod("dorn", "aster", "canopy")])
    let index = try #require(world.lineIndex(X0.aster, X0.canopy))
    world.lines[index].gates = [Gate(kind: .tooling, days: 356, done: 0)]
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    #expect(world.lines[index].status == .gated)
    world = world.played(to: 3, scenario: scenario) { _ in idle }
    #expect(world.lines[index].leftover == 356)
  }

  @Test("an event adds days to licence gates that are still open")
  func longerLicence() throws {
    var world = world([DealWriter.licprod("dorn", "aster", "canopy")])
    let effect = InjectEffect(
      path: .licenceGates, object: "dorn", operation: .add, amount: 60, turns: 1)
    world.apply([effect], of: "x0-assembly", to: [X0.dorn], scenario: scenario)
    let index = try #require(world.lineIndex(X0.aster, X0.canopy))
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    #expect(days(world.lines[index].gates) == [90, 120, 180, 180, 167, 90])
  }
}
