import EntenteJSON
import EntenteModel
import Testing

@Suite("The world in the record")
struct WorldCodingTests {
  /// Three states, one developed programme of the first and one that nobody has developed.
  private static let scenario: Scenario = {
    var parameters = Parameters()
    parameters.turns = 6
    parameters.theta = 100
    let states = ["ash", "birch", "cedar"].map { id in
      var card = StateCard(
        id: StateID(id), label: id, doctrine: "industrial-hub", budget: 100_000,
        exposure: [5_000], requirement: [50_000, 0], stock: [20_000, 0],
        economyReference: 100_000)
      card.capacity[Sector.uas.index] = 40_000
      card.organisation = 6_000
      card.security = 8_000
      return card
    }
    let programmes = [("kite", true), ("lark", false)].map { id, isDeveloped in
      Programme(
        id: ProgrammeID(id), label: id, sector: .uas, domains: [.aut], sensitivity: 1,
        owner: isDeveloped ? 0 : nil, listCost: 500, listQuantity: 100, slope: 8_500,
        fixedShare: 1_500, load: 1_000, developmentCost: isDeveloped ? 0 : 60_000,
        isDeveloped: isDeveloped, minimumQuantity: 5, minimumOrganisation: 3_000,
        minimumCapacity: 5_000, toolingDays: 180)
    }
    let pair = PairStart(
      interoperability: [4_000, 4_000, 2_000, 2_000], affinity: 7_000, trust: 6_000,
      trustBack: 6_000)
    return Scenario(
      parameters: parameters, states: states, programmes: programmes,
      theatres: [
        Theatre(
          id: "coast", label: "Coast", type: .air, weights: [0, 0, 0, 10_000, 0, 0],
          path: [6_000])
      ], pairs: [pair, pair, pair],
      lines: [
        LineStart(
          state: 0, programme: 0, capacity: 20_000, cumulativeUnits: 100, nominal: 20_000)
      ])
  }()

  private static let all: [StateID] = ["ash", "birch", "cedar"]

  private static func clause(
    _ id: String, _ kind: ClauseKind, _ values: [String: ParameterValue],
    from: [StateID] = all, to: [StateID] = all
  ) -> ClauseText {
    let bound = Set(from + to).sorted()
    return ClauseText(
      id: ClauseID(id), kind: kind, from: from, to: to,
      parameters: kind.entry.parameters.map { spec in
        Parameter(spec.name, values[spec.name] ?? spec.fallback.value(bound: bound) ?? .null)
      })
  }

  /// A secret deal with a development, an accelerator, an offset, a plant, a pool and shared work.
  private static let text: DealText = {
    let shares = ParameterValue.amounts(StateAmount.equalShares(all))
    let lots = ParameterValue.amounts(all.map { StateAmount(state: $0, value: 4_000) })
    return DealText(
      parties: all,
      clauses: [
        clause("c1", .codev, ["programme": .word("lark"), "shares": shares]),
        clause(
          "c2", .accel, ["domains": .words(["aut"]), "pool": .integer(30_000), "shares": shares]),
        clause(
          "c3", .offtake, ["programme": .word("kite"), "lots": .integer(3_000)], from: ["ash"],
          to: ["birch"]),
        clause("c4", .offset, [:], from: ["ash"], to: ["birch"]),
        clause(
          "c5", .subsidiary, ["sector": .word("uas"), "invest": .integer(9_000)], from: ["ash"],
          to: ["cedar"]),
        clause(
          "c6", .stockpool,
          ["programme": .word("kite"), "lots": lots, "call": .word("any")]),
        clause(
          "c7", .coprod,
          ["programme": .word("kite"), "lines": .words(["ash"]), "workshare": shares]),
      ], visibility: .secret(until: 6))
  }()

  @Test("what joint clauses build up comes back from the record as it went in")
  func roundTrip() throws {
    let scenario = Self.scenario
    var world = World.start(scenario)
    var deal = Lifecycle.signed(
      Self.text, id: "D-1", revision: 1, signers: [0, 1, 2], in: world, scenario: scenario)
    deal.ratifiers = Lifecycle.mustRatify(deal, scenario: scenario)
      .map { Joining(state: $0, turn: 1) }
    world.apply(Lifecycle.concluded(deal, in: world, scenario: scenario))
    try check(world)
    for turn in 1...4 {
      if turn == 4 {
        let leaving = try #require(world.deal("D-1"))
        world.place(Lifecycle.denounced(leaving, by: 2, now: true, in: world))
      }
      let draw = Order(
        .draw, [Parameter("deal", .word("D-1")), Parameter("lots", .integer(2_000))])
      world =
        Resolution.resolve(
          world, orders: scenario.states.map { _ in turn == 3 ? [draw] : [] }, scenario: scenario
        ).world
      try check(world)
    }
    let clauses = try #require(world.deal("D-1")).clauses
    #expect(clauses.prefix(6).filter { $0.work != nil }.count == 5)
    #expect(world.removals?.count == 1)
    #expect(world.pairs.contains { $0.openWeight != nil })
  }

  private func check(_ world: World) throws {
    let bytes = try CanonicalEncoder().encode(world)
    let back = try CanonicalDecoder().decode(World.self, from: bytes)
    #expect(back == world)
    #expect(try CanonicalEncoder().encode(back) == bytes)
  }

  @Test("a world recorded before joint clauses built anything up is read as it was")
  func older() throws {
    // What nothing was built up in writes no new member, so that old records and hashes stand.
    let bytes = try CanonicalEncoder().encode(World.start(Self.scenario))
    let text = String(decoding: bytes, as: UTF8.self)
    for name in ["work", "removals", "openWeight", "revealedFrom", "returning"] {
      #expect(!text.contains("\"\(name)\":"))
    }
  }
}
