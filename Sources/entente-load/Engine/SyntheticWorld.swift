import EntenteModel

/// A made-up exercise of any size, to see how the rules grow with it. By default the largest a
/// class plays: eight states, fifteen programmes, forty deals.
struct SyntheticWorld {
  var states = 8
  var programmes = 15
  var deals = 40

  private var handles: [StateID] {
    (0..<states).map { StateID("s\($0 < 10 ? "0" : "")\($0)") }
  }

  /// The exercise: two theatres, every sector and domain, a line for every owner of a design.
  var scenario: Scenario {
    var parameters = Parameters()
    parameters.turns = 12
    let designs = (0..<programmes).map { programme($0) }
    let theatres = [("air", ThreatType.air), ("hyb", .hyb)].map { id, type in
      let row = Theatre.matrix(type)
      return Theatre(
        id: TheatreID(id), label: id, type: type, weights: row.sectors, cyberWeight: row.cyber,
        path: [6_000, 6_500, 7_000])
    }
    let lines = (0..<states).flatMap { state in
      designs.indices.filter { designs[$0].owner == state }.map {
        LineStart(
          state: state, programme: $0, capacity: 5_000, cumulativeUnits: 60, nominal: 6_000)
      }
    }
    let pair = PairStart(
      interoperability: [3_000, 3_500, 2_000, 1_500], affinity: 7_000, trust: 6_000,
      trustBack: 6_000)
    return Scenario(
      parameters: parameters, states: (0..<states).map { card($0) }, programmes: designs,
      theatres: theatres, pairs: Array(repeating: pair, count: states * (states - 1) / 2),
      lines: lines, inputs: inputs)
  }

  /// The exercise in its first turn, with all deals concluded in it.
  func world(_ scenario: Scenario) -> World {
    var world = World.start(scenario)
    for number in 0..<deals {
      let text = deal(number, scenario)
      var deal = Lifecycle.signed(
        text, id: DealID("D-\(number)"), revision: 1,
        signers: text.parties.compactMap(scenario.index(of:)), in: world, scenario: scenario)
      deal.ratifiers = Lifecycle.mustRatify(deal, scenario: scenario)
        .map { Joining(state: $0, turn: world.turn) }
      world.apply(Lifecycle.concluded(deal, in: world, scenario: scenario))
    }
    return world
  }

  /// A text nobody has signed: two states exercise together.
  var offer: DealText {
    DealText(
      parties: Array(handles.prefix(2)),
      clauses: [clause(.exercise, Array(handles.prefix(2)), [:], "c1")])
  }

  /// Research and investment of every state, each turn.
  var orders: [[Order]] {
    handles.map { _ in
      [
        Order(.fundRD, [Parameter("domain", .word("ai")), Parameter("money", .integer(9_000))]),
        Order(.invest, [Parameter("sector", .word("amd")), Parameter("money", .integer(9_000))]),
      ]
    }
  }

  // MARK: Parts

  /// Chips are scarce, and come from everybody.
  private var inputs: [InputNode] {
    [
      InputNode(
        input: .chips, supply: 200_000,
        shares: lrm(10_000, handles.map { _ in 1 }).map { BasisPoints($0) })
    ]
  }

  private func card(_ place: Int) -> StateCard {
    var card = StateCard(
      id: handles[place], label: "State \(place)", doctrine: "industrial-hub",
      budget: Money(100_000 + 40_000 * (place % 8)),
      exposure: [BasisPoints(3_000 + 800 * (place % 8)), BasisPoints(8_000 - 700 * (place % 8))],
      requirement: (0..<programmes).map { Lots(1_000 * (20 + ($0 * 7 + place * 3) % 60)) },
      stock: (0..<programmes).map { Lots(1_000 * (($0 * 5 + place * 2) % 30)) },
      economyReference: 500_000)
    card.capacity = (0..<Sector.count).map { CapacityUnits(10_000 + 3_000 * (($0 + place) % 5)) }
    card.technology = (0..<Domain.count).map { BasisPoints(4_000 + 500 * (($0 + place) % 8)) }
    card.civil = (0..<Domain.count).map { BasisPoints(5_000 + 400 * (($0 * 3 + place) % 8)) }
    card.organisation = BasisPoints(5_000 + 400 * (place % 8))
    card.security = BasisPoints(6_000 + 300 * (place % 8))
    card.barriers = Array(repeating: 5_000, count: 6)
    card.firms = 50
    card.posture = place % 3 == 0 ? .mcf : .cimic
    return card
  }

  private func programme(_ place: Int) -> Programme {
    Programme(
      id: ProgrammeID("p\(place < 10 ? "0" : "")\(place)"), label: "Programme \(place)",
      sector: Sector.allCases[place % Sector.count],
      domains: [Domain.allCases[place % Domain.count]], sensitivity: place % 4,
      owner: place % 5 == 4 ? nil : place % states, listCost: Money(500 + 700 * (place % 15)),
      listQuantity: 100, slope: 9_000, fixedShare: 2_500, load: 800, minimumQuantity: 5,
      minimumOrganisation: 4_000, minimumCapacity: 3_000, toolingDays: 360, inputs: [.chips])
  }

  /// Four clauses: a sale, and three that join three states.
  private func deal(_ number: Int, _ scenario: Scenario) -> DealText {
    let seller = handles[number % states]
    let buyer = handles[(number + 1 + number / states) % states]
    let circle = [0, 1, 3].map { handles[(number + $0) % states] }.sorted()
    let design = scenario.programmes.first { $0.owner == number % states }?.id.text ?? "p00"
    let sale = sale(of: design, from: seller, to: buyer == seller ? circle[1] : buyer)
    let clauses = [
      sale, clause(.exercise, circle, ["intensity": .integer(1 + number % 3)], "c2"),
      clause(.standard, circle, ["family": .word("c2")], "c3"), clause(.gsoia, circle, [:], "c4"),
    ]
    return DealText(
      parties: Set(clauses.flatMap { $0.from + $0.to }).sorted(), clauses: clauses)
  }

  private func sale(of design: String, from seller: StateID, to buyer: StateID) -> ClauseText {
    var text = clause(
      .offtake, [seller], ["programme": .word(design), "lots": .integer(2_000)], "c1")
    text.to = [buyer]
    return text
  }

  /// A clause with what holds if nothing is written.
  private func clause(
    _ kind: ClauseKind, _ states: [StateID], _ given: [String: ParameterValue], _ id: ClauseID
  ) -> ClauseText {
    let parameters = kind.entry.parameters.map { spec in
      Parameter(spec.name, given[spec.name] ?? spec.fallback.value(bound: states) ?? .null)
    }
    return ClauseText(id: id, kind: kind, from: states, to: states, parameters: parameters)
  }
}
