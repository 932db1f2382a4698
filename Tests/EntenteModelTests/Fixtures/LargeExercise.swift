import EntenteModel

/// The largest size the rules are made for: eight states, fifteen programmes, two theatres, forty
/// deals.
enum LargeExercise {
  static let stateCount = 8
  static let programmeCount = 15

  static func scenario() -> Scenario {
    var parameters = Parameters()
    parameters.turns = 10
    parameters.off = [.inputs, .firms, .platform]
    return Scenario(
      parameters: parameters, states: states, programmes: programmes, theatres: theatres,
      pairs: pairs, lines: lines)
  }

  static var handles: [StateID] { (0..<stateCount).map { StateID("s\($0)") } }

  static var theatres: [Theatre] {
    [("air", ThreatType.air), ("hyb", .hyb)].map { id, type in
      let row = Theatre.matrix(type)
      return Theatre(
        id: TheatreID(id), label: id, type: type, weights: row.sectors, cyberWeight: row.cyber,
        path: [6_000, 6_500, 7_000])
    }
  }

  static var states: [StateCard] {
    handles.enumerated().map { place, id in
      var card = StateCard(
        id: id, label: id.text, doctrine: "industrial-hub",
        budget: Money(100_000 + 40_000 * place),
        exposure: [BasisPoints(3_000 + 800 * place), BasisPoints(8_000 - 700 * place)],
        requirement: (0..<programmeCount).map { Lots(1_000 * (20 + ($0 * 7 + place * 3) % 60)) },
        stock: (0..<programmeCount).map { Lots(1_000 * (($0 * 5 + place * 2) % 30)) },
        economyReference: 500_000)
      card.capacity = (0..<Sector.count).map {
        CapacityUnits(10_000 + 3_000 * (($0 + place) % 5))
      }
      card.technology = (0..<Domain.count).map { BasisPoints(4_000 + 500 * (($0 + place) % 8)) }
      card.civil = (0..<Domain.count).map { BasisPoints(5_000 + 400 * (($0 * 3 + place) % 8)) }
      card.organisation = BasisPoints(5_000 + 400 * place)
      card.security = BasisPoints(6_000 + 300 * place)
      card.barriers = Array(repeating: 5_000, count: 6)
      card.posture = place % 3 == 0 ? .mcf : .cimic
      return card
    }
  }

  static var programmes: [Programme] {
    (0..<programmeCount).map { place in
      Programme(
        id: ProgrammeID("p\(place < 10 ? "0" : "")\(place)"), label: "Programme \(place)",
        sector: Sector.allCases[place % Sector.count],
        domains: [Domain.allCases[place % Domain.count]], sensitivity: place % 4,
        owner: place % 5 == 4 ? nil : place % stateCount, listCost: Money(500 + 700 * place),
        listQuantity: 100, slope: 9_000, fixedShare: 2_500, load: 800, minimumQuantity: 5,
        minimumOrganisation: 4_000, minimumCapacity: 3_000, toolingDays: 360)
    }
  }

  static var pairs: [PairStart] {
    (0..<stateCount * (stateCount - 1) / 2).map { place in
      PairStart(
        interoperability: [3_000, 3_500, 2_000, 1_500],
        affinity: BasisPoints(6_000 + 100 * (place % 20)), trust: BasisPoints(5_000 + 90 * place),
        trustBack: BasisPoints(6_500 - 60 * place))
    }
  }

  static var lines: [LineStart] {
    (0..<stateCount).flatMap { state in
      (0..<programmeCount).filter { programmes[$0].owner == state }.map { programme in
        LineStart(
          state: state, programme: programme, capacity: 5_000, cumulativeUnits: 60,
          nominal: 6_000)
      }
    }
  }

  /// Three states that exercise together.
  private static func circle(_ number: Int) -> [StateID] {
    [0, 1, 3].map { handles[(number + $0) % stateCount] }
  }

  /// Forty deals of four clauses each, concluded in the turn of the world.
  static func sign(in world: inout World, scenario: Scenario) {
    for number in 0..<40 {
      let one = handles[number % stateCount]
      let other = handles[(number * 3 + 1) % stateCount]
      let partner = one == other ? handles[(number + 1) % stateCount] : other
      let programme = scenario.programmes.first {
        $0.owner.map { handles[$0] == one } ?? false
      }
      world.conclude(
        DealWriter.deal([
          DealWriter.offtake(one, [partner], programme?.id.text ?? "p00", lots: 2),
          DealWriter.exercise(circle(number), intensity: 1 + number % 3),
          DealWriter.standard(circle(number)), DealWriter.gsoia(circle(number)),
        ]), id: DealID("D-\(number)"), scenario: scenario)
    }
  }
}
