import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

/// The figures of the introductory exercise, table by table.
struct FirstAccordWorldTests {
  private func scenario(_ format: String = "class") throws -> Scenario {
    try FirstAccord.loaded(format).exercise.scenario
  }

  @Test("The parameters are those of the first table")
  func parameters() throws {
    let parameters = try scenario().parameters
    #expect(parameters.turns == 4)
    #expect(parameters.turnDays == 360)
    #expect(parameters.investLag == 1)
    #expect(parameters.theta == 1000)
    #expect(parameters.quadrantCapacity == 5000)
    #expect(parameters.quadrantInteroperability == 3500)
    #expect(parameters.capacityReference == 40_000)
    #expect(parameters.capacityCost[Sector.amd.index] == 5000)
    #expect(parameters.capacityCost[Sector.uas.index] == 1500)
    #expect(parameters.latentWeights == [0, 5000, 0, 0, 0, 0, 0, 5000])
    #expect(parameters.domains == [.aut, .sen])
    #expect(parameters.licenceBase == 3500)
    #expect(parameters.actions == 6 && parameters.proposals == 3)
    #expect(parameters.fog == .none && parameters.openAfter == .all)
  }

  @Test("The switches are those of the first table")
  func switches() throws {
    let parameters = try scenario().parameters
    #expect(!parameters.twoKeys && !parameters.countPreSigned && !parameters.parallelGates)
    #expect(!parameters.agencyOpen)
    #expect(parameters.off == [.inputs, .firms, .platform])
    #expect(
      parameters.smallRules == [.upgrade, .learningByDoing, .duplication, .participation])
    #expect(parameters.nationalWeights == [30, 20, 15, 10, 10, 15])
    #expect(parameters.grading.national == 4000)
    #expect(parameters.grading.collective == 2000)
    #expect(parameters.grading.learning == 4000)
  }

  @Test("The gates are short on purpose")
  func gates() throws {
    let gates = try scenario().parameters.gateDays
    #expect(gates.ratification(.a) == 0)
    #expect(gates.ratification(.b) == 45)
    #expect(gates.ratification(.c) == 90)
    #expect(gates.disclosurePerLevel == 60)
    #expect(gates.licence(.agreement) == 120)
    #expect(gates.licence(.expedited) == 45)
    #expect(gates.licence(.standard) == 30)
    #expect(
      [gates.contractingFar, gates.contractingAgency, gates.contractingOTA] == [180, 180, 180])
    #expect(gates.test(recognised: false) == 90)
    #expect(gates.test(recognised: true) == 45)
  }

  @Test("States stand in the order of their handles with their doctrines")
  func states() throws {
    let states = try scenario().states
    #expect(states.map(\.id.text) == ["aster", "borea", "cael", "dorn"])
    #expect(
      states.map(\.doctrine) == [
        "industrial-hub", "niche-innovator", "threatened-frontline", "hegemon-gatekeeper",
      ])
    #expect(states.map(\.budget.value) == [180_000, 90_000, 140_000, 360_000])
    #expect(states.allSatisfy { $0.treasury == 0 && $0.economyReference == $0.budget })
  }

  @Test("Capacity, technology and organisation are those of the cards")
  func means() throws {
    let states = try scenario().states
    #expect(states.map { $0.capacity[Sector.amd.index].value } == [24_000, 0, 0, 40_000])
    #expect(states.map { $0.capacity[Sector.uas.index].value } == [40_000, 30_000, 10_000, 60_000])
    #expect(states.map { $0.technology[Domain.sen.index].value } == [5500, 4500, 3000, 8500])
    #expect(states.map { $0.technology[Domain.aut.index].value } == [4500, 7000, 3500, 6500])
    #expect(states.map { $0.civil[Domain.sen.index].value } == [4000, 4000, 2500, 6000])
    #expect(states.map { $0.civil[Domain.aut.index].value } == [6500, 8500, 4500, 8000])
    #expect(states.map(\.organisation.value) == [6500, 7000, 4500, 7500])
    #expect(states.map(\.security.value) == [7000, 6000, 5000, 8500])
    #expect(
      states.map(\.barriers) == [5500, 3500, 6000, 6500].map { Array(repeating: $0, count: 6) })
    #expect(states.map(\.connections.value) == [3000, 6000, 2000, 5000])
    #expect(states.allSatisfy { $0.plugAndPlay == 1000 && $0.workforce == 10_000 })
  }

  @Test("Politics and exposure are those of the cards")
  func politics() throws {
    let states = try scenario().states
    #expect(states.map(\.exportStrictness.value) == [5000, 5000, 5000, 10_000])
    #expect(states.map(\.contentThreshold.value) == [0, 0, 0, 6500])
    #expect(states.allSatisfy { $0.contentPenalty == 5000 && $0.politicalCapital == 5500 })
    #expect(states.map(\.posture) == [.cimic, .mcf, .cimic, .cimic])
    #expect(states.map(\.maturity.value) == [0, 3000, 0, 0])
    #expect(states.map(\.exposure) == [[4000], [6000], [9500], [3000]])
    #expect(states.allSatisfy { $0.fatigue == 0 && $0.ethics == 0 && $0.asymmetric == 0 })
  }

  @Test("Requirements and stocks are those of the cards, in thousandths of a lot")
  func needs() throws {
    let states = try scenario().states
    #expect(
      states.map(\.requirement) == [
        [90_000, 80_000], [40_000, 80_000], [80_000, 200_000], [200_000, 150_000],
      ])
    #expect(states.map(\.stock) == [[30_000, 0], [0, 40_000], [15_000, 0], [120_000, 0]])
  }

  @Test("Default orders are read in the order written")
  func defaultOrders() throws {
    let states = try scenario().states
    #expect(
      states.map { $0.defaultOrders.map(\.keyword) } == [
        [.fundRD, .fundRD, .invest], [.fundRD, .invest], [.fundRD, .fundRD, .invest],
        [.fundRD, .fundRD, .invest],
      ])
    #expect(
      states.map { $0.defaultOrders.compactMap { $0["money"] } }
        == [
          [9000, 9000, 27_000], [9000, 13_500], [7000, 7000, 21_000], [18_000, 18_000, 54_000],
        ].map { $0.map { .integer($0) } })
    #expect(states[0].defaultOrders[2]["sector"] == .word("amd"))
    #expect(states[1].defaultOrders[0]["domain"] == .word("aut"))
  }

  @Test("Each state has four cards worth 800, 600, 400 and 200")
  func cards() throws {
    let states = try scenario().states
    #expect(states.allSatisfy { $0.cards.map(\.points) == [800, 600, 400, 200] })
    #expect(
      states.map { $0.cards.map(\.condition.moment) } == [
        [.end, .keep, .end, .keep], [.end, .always, .keep, .end], [.end, .end, .end, .keep],
        [.keep, .always, .end, .always],
      ])
    #expect(
      states[2].cards[0].condition.test
        == .compare(
          metric: CardMetric(name: "gap", arguments: ["cael"]), comparison: .atMost, threshold: 4000
        ))
    #expect(states[1].cards[1].source == "always leak(lantern) <= 800")
  }

  @Test("All pairs are alike at the start and no deal stands")
  func pairs() throws {
    let scenario = try scenario()
    #expect(scenario.pairs.count == 6)
    #expect(
      scenario.pairs.allSatisfy {
        $0.interoperability == [3000, 3000, 2000, 1500] && $0.affinity == 7000
          && $0.trust == 5500 && $0.trustBack == 5500 && !$0.formalTreaty
      })
    #expect(scenario.preSigned.isEmpty)
  }

  @Test("The marches press by air, more every turn")
  func theatre() throws {
    let marches = try #require(try scenario().theatres.first)
    #expect(marches.id == "marches" && marches.type == .air)
    #expect(marches.weights == [0, 6000, 0, 4000, 0, 0] && marches.cyberWeight == 0)
    #expect((1...6).map { marches.path(at: $0).value } == [6000, 6300, 6600, 7000, 7400, 7800])
  }

  @Test("The challenger starts at its table")
  func challenger() throws {
    let parameters = try scenario().parameters
    #expect(parameters.adversary[Domain.sen.index] == 6000)
    #expect(parameters.adversary[Domain.aut.index] == 5500)
    #expect(parameters.cohesion == 3000)
  }

  @Test("Canopy is as in the catalogue")
  func canopy() throws {
    let canopy = try scenario().programmes[0]
    #expect(canopy.id == "canopy" && canopy.sector == .amd && canopy.domains == [.sen])
    #expect(canopy.sensitivity == 3 && canopy.owner == 3 && canopy.consentHolders.isEmpty)
    #expect(canopy.listCost == 4000 && canopy.listQuantity == 200)
    #expect(canopy.slope == 9000 && canopy.fixedShare == 3000)
    #expect(canopy.load == 1000 && canopy.minimumQuantity == 60 && canopy.toolingDays == 180)
    #expect(canopy.minimumOrganisation == 4000 && canopy.minimumCapacity == 5000)
    #expect(canopy.civilShare == 0 && !canopy.highAutonomy && canopy.isDeveloped)
  }

  @Test("Lantern is as in the catalogue")
  func lantern() throws {
    let lantern = try scenario().programmes[1]
    #expect(lantern.id == "lantern" && lantern.sector == .uas && lantern.domains == [.aut])
    #expect(lantern.sensitivity == 1 && lantern.owner == 1)
    #expect(lantern.listCost == 600 && lantern.listQuantity == 200)
    #expect(lantern.slope == 8500 && lantern.fixedShare == 1500)
    #expect(lantern.load == 1000 && lantern.minimumQuantity == 5 && lantern.toolingDays == 180)
    #expect(lantern.minimumOrganisation == 3000 && lantern.minimumCapacity == 5000)
    #expect(lantern.civilShare == 5000 && lantern.isDeveloped)
  }

  @Test("Borea's lantern line and Dorn's canopy line stand open")
  func lines() throws {
    let lines = try scenario().lines
    #expect(
      lines == [
        LineStart(state: 1, programme: 1, capacity: 30_000, cumulativeUnits: 200, nominal: 30_000),
        LineStart(state: 3, programme: 0, capacity: 40_000, cumulativeUnits: 200, nominal: 40_000),
      ])
  }
}
