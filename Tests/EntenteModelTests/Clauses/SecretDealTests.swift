import EntenteModel
import Testing

@Suite("Secret deals and what they show")
struct SecretDealTests {
  private typealias X0 = FirstAccord
  private let scenario = JointPlay.changed(parameters: { $0.theta = 300 })

  private func ties(_ states: [StateID], until: Int?) -> DealText {
    var text = DealWriter.deal([
      DealWriter.exercise(states, intensity: 1),
      DealWriter.clause(.dialogue, states),
    ])
    if let until { text.visibility = .secret(until: until) }
    return text
  }

  private func world(_ texts: [DealText]) -> World {
    var world = World.start(scenario)
    for (place, text) in texts.enumerated() {
      world.conclude(text, id: DealID("D-\(place)"), scenario: scenario)
    }
    return resolved(world)
  }

  private func resolved(_ world: World) -> World {
    let orders = scenario.states.map { _ in FirstAccord.nothing }
    return Resolution.resolve(world, orders: orders, scenario: scenario).world
  }

  private func shown(_ world: World, _ reader: Int?) -> [[Int]] {
    world.groups(shownTo: reader, scenario: scenario).map(\.members)
  }

  private let three: [StateID] = ["aster", "cael", "dorn"]

  @Test("a group that rests on a secret deal is shown to its members alone until it is public")
  func group() {
    // Exercise 500 (family OPS) and dialogue 200 (INF) for eight turns: D 700, times about 5600 of
    // trust is 392 and above the threshold of 300.
    var world = world([ties(three, until: 4)])
    let members = [X0.aster, X0.cael, X0.dorn]
    #expect(world.groups.map(\.members) == [members])
    #expect(world.groups.map(\.isSecret) == [true])
    #expect(shown(world, nil) == [members] && shown(world, X0.cael) == [members])
    #expect(shown(world, X0.borea).isEmpty)
    #expect(world.tie(X0.aster, X0.cael, shownTo: X0.borea) == (0, 0))
    #expect(world.tie(X0.aster, X0.cael, shownTo: X0.aster).weight > 300)
    // In turn 4 it is public: the groups found at the end of turn 3 are shown in it.
    world = resolved(resolved(world))
    #expect(world.turn == 4)
    #expect(shown(world, X0.borea) == [members])
    #expect(world.tie(X0.aster, X0.cael, shownTo: X0.borea).weight > 300)
  }

  @Test("a group that stands without the secret is shown, and its ties without it")
  func openBeside() {
    let world = world([ties(three, until: nil), ties(three, until: 9)])
    #expect(world.groups.map(\.isSecret) == [nil])
    #expect(shown(world, X0.borea).count == 1)
    let open = world.tie(X0.aster, X0.cael, shownTo: X0.borea)
    #expect(open.depth == 700)
    #expect(world.tie(X0.aster, X0.cael, shownTo: X0.cael).depth == 1_400)
  }

  @Test("without secret deals everybody sees the same")
  func noSecrets() {
    let world = world([ties(three, until: nil)])
    #expect(world.pairs.allSatisfy { $0.openDepth == nil && $0.openWeight == nil })
    #expect(shown(world, X0.borea) == shown(world, nil))
  }

  @Test("what an outsider's veil reckons with does not depend on the secret")
  func veil() {
    let open = world([ties(three, until: nil)])
    let both = world([ties(three, until: nil), ties(three, until: 9)])
    let seen = [open, both].map {
      Veil(X0.borea, world: $0, scenario: scenario).veiledWorld()
        .pairs.map { [$0.depth.value] }
    }
    #expect(seen[0] == seen[1])
  }

  @Test("a leak in a programme of the deal tells of it from the next turn")
  func leak() {
    var text = DealWriter.deal([DealWriter.licprod("dorn", "aster", "canopy")])
    text.visibility = .secret(until: 9)
    var world = World.start(scenario)
    world.conclude(text, id: "D-0", scenario: scenario)
    let hidden = world.deals[0]
    #expect(world.hides(hidden, from: X0.cael, scenario: scenario))
    #expect(!world.hides(hidden, from: X0.aster, scenario: scenario))
    world = resolved(world)
    world.programmes[X0.canopy].leak = 9_990
    #expect(world.hides(world.deals[0], from: X0.cael, scenario: scenario))
    world = resolved(world)
    #expect(world.programmes[X0.canopy].leak == 2_000)
    #expect(!world.hides(world.deals[0], from: X0.cael, scenario: scenario))
  }

  @Test("deep sharing with a party tells of it from the turn after it began")
  func deep() {
    var text = ties(["aster", "dorn"], until: 9)
    text.title = "quiet"
    var world = World.start(scenario)
    world.conclude(text, id: "D-0", scenario: scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.gsoia(["cael", "dorn"]),
        DealWriter.clause(.infoshare, ["cael", "dorn"], [], ["deep": .flag(true)]),
      ]), id: "D-1", scenario: scenario)
    var hidden: [Bool] = []
    for _ in 1...3 {
      hidden.append(world.hides(world.deals[0], from: X0.cael, scenario: scenario))
      world = resolved(world)
    }
    // Class B: in effect from turn 2, told from turn 3.
    #expect(hidden == [true, true, false])
    #expect(world.hides(world.deals[0], from: X0.borea, scenario: scenario))
  }
}
