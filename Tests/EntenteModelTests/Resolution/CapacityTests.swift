import EntenteModel
import Testing

@Suite("Capacity: growth, decay and moves")
struct CapacityTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  @Test("investment arrives a turn later, goes to the lines, and the rest comes back")
  func investment() {
    var orders = idle
    orders[X0.dorn] = [FirstAccord.invest("amd", 100_000)]
    let first = Resolution.resolve(World.start(scenario), orders: orders, scenario: scenario)
    // A fifth of 40000 cu is 8000, at 5000 $k a thousand.
    #expect(first.report.orders[X0.dorn].map(\.outcome) == [.partial(40_000)])
    #expect(first.world.states[X0.dorn].capacity[Sector.amd.index] == 40_000)
    #expect(first.world.states[X0.dorn].growing.map(\.amount) == [8_000])
    #expect(first.world.states[X0.dorn].growing.map(\.turn) == [2])
    let second = Resolution.resolve(first.world, orders: idle, scenario: scenario).world
    #expect(second.states[X0.dorn].capacity[Sector.amd.index] == 48_000)
    #expect(second.lines[1].capacity == 48_000)
    #expect(second.states[X0.dorn].growing.isEmpty)
  }

  @Test("a sector used below 40% loses 3% from the next turn on")
  func decay() {
    var world = World.start(scenario)
    world = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(world.states[X0.aster].capacity[Sector.uas.index] == 40_000)
    world = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(world.states[X0.aster].capacity[Sector.uas.index] == 38_800)
    #expect(world.states[X0.dorn].capacity[Sector.amd.index] == 40_000, "it is in use")
  }

  @Test("a small sector without a line does not decay")
  func smallSector() {
    let scenario = FirstAccord.scenario(turns: 8) { _ in
    } states: {
      $0[X0.cael].capacity[Sector.uas.index] = 2_000
    }
    let world = World.start(scenario).played(to: 3, scenario: scenario) { _ in idle }
    #expect(world.states[X0.cael].capacity[Sector.uas.index] == 2_000)
  }

  @Test("set-capacity takes effect in the turn it is given, within the sector")
  func setCapacity() {
    func order(_ rate: Int) -> Order {
      Order(
        .setCapacity,
        [Parameter("line", .word("dorn-canopy")), Parameter("rate", .integer(rate * 1_000))])
    }
    let world = World.start(scenario)
    let refusal = OrderRules.check(
      order(41), by: X0.dorn, pending: [], in: world, scenario: scenario)
    #expect(refusal?.name == .capacityTooLow)
    var orders = idle
    orders[X0.dorn] = [order(25)]
    let next = Resolution.resolve(world, orders: orders, scenario: scenario).world
    #expect(next.lines[1].capacity == 25_000)
    #expect(next.lines[1].output == 25_000)
  }

  @Test("an own line opens after contracting, tooling and test, and not in a sector that is full")
  func ownLine() throws {
    let scenario = FirstAccord.scenario(turns: 8) { _ in
    } states: {
      $0[X0.dorn].capacity[Sector.amd.index] = 60_000
    }
    let lineless = Scenario(
      parameters: scenario.parameters, states: scenario.states, programmes: scenario.programmes,
      theatres: scenario.theatres, pairs: scenario.pairs, lines: [FirstAccord.lines[0]])
    let order = Order(
      .openLine,
      [Parameter("programme", .word("canopy")), Parameter("rate", .integer(20_000))])
    var orders = idle
    orders[X0.dorn] = [order]
    var world = World.start(lineless)
    #expect(
      OrderRules.check(order, by: X0.cael, pending: [], in: world, scenario: lineless)?.name
        == .noIPConsent)
    world = Resolution.resolve(world, orders: orders, scenario: lineless).world
    let index = try #require(world.lineIndex(X0.dorn, X0.canopy))
    #expect(world.lines[index].gates.map(\.days.value) == [180, 158, 90])
    #expect(world.lines[index].gatedFrom == 2)
    #expect(world.lines[index].capacity == 20_000)
    world = world.played(to: 3, scenario: lineless) { _ in idle }
    #expect(world.lines[index].status == .open)
    #expect(world.lines[index].leftover.value == 720 - 428)
  }
}
