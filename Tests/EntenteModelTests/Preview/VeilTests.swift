import EntenteModel
import Testing

/// "What a seat may not see changes no byte it gets."
struct VeilTests {
  private func preview(_ bench: Bench, _ text: DealText, reader: Int) -> PreviewResult {
    Preview.of(
      text, reader: reader, orders: bench.scenario.states.map { _ in [] }, in: bench.world,
      scenario: bench.scenario)
  }

  private func isSame(_ one: PreviewResult, _ other: PreviewResult) -> Bool {
    one.parties == other.parties && one.duties == other.duties && one.costs == other.costs
      && one.leaks == other.leaks && one.warnings == other.warnings
      && one.refusals == other.refusals && one.gates == other.gates
      && one.assumptions == other.assumptions
  }

  /// What a bench may look like without cael noticing, in an exercise with that fog.
  static let secrets: [(name: String, change: @Sendable (inout Bench) -> Void)] = [
    ("a treasury", { $0.world.states[Bench.dorn].treasury = 777_000 }),
    (
      "habits",
      {
        $0.world.states[Bench.borea].lastBudgetOrders = [FirstAccord.research("aut", 50_000)]
      }
    ),
    ("trust between others", { $0.setTrust(of: Bench.aster, in: Bench.dorn, 9_000) }),
    (
      "a secret deal",
      {
        let text = Texts.text(
          [Texts.mutual(["aster", "dorn"], .exercise, ["intensity": .integer(3)])],
          visibility: .secret(until: 4))
        $0.conclude(text, id: "D-SECRET")
      }
    ),
    (
      "parameters of a deal between others",
      { bench in
        for index in bench.world.deals.indices where bench.world.deals[index].id == "D-OTHERS" {
          bench.world.deals[index].text.clauses[0].parameters[0].value = .integer(3)
        }
      }
    ),
  ]

  private static let texts = [
    Texts.boreaToCael, Texts.asterToCael, Texts.canopyForCael(20_000),
  ]

  @Test("secrets of others change nothing in a preview", arguments: 0..<5)
  func secret(index: Int) {
    var bench = Bench()
    bench.conclude(Texts.one(.exercise, ["aster", "dorn"]), id: "D-OTHERS")
    var changed = bench
    Self.secrets[index].change(&changed)
    #expect(changed.world != bench.world)
    for text in Self.texts {
      #expect(
        isSame(
          preview(bench, text, reader: Bench.cael), preview(changed, text, reader: Bench.cael)))
    }
  }

  @Test("what lies ahead on the threat path changes nothing, what is known does")
  func path() {
    let old = FirstAccord.scenario()
    func bench(_ path: [BasisPoints]) -> Bench {
      var theatre = FirstAccord.marches
      theatre.path = path
      return Bench(
        Scenario(
          parameters: old.parameters, states: old.states, programmes: old.programmes,
          theatres: [theatre], pairs: old.pairs, lines: old.lines))
    }
    let calm = bench([6_000, 6_000, 6_000, 6_000])
    let storm = bench([6_000, 9_000, 9_500, 9_900])
    let peace = bench([1_000, 1_000, 1_000, 1_000])
    let text = Texts.boreaToCael
    #expect(
      isSame(preview(calm, text, reader: Bench.cael), preview(storm, text, reader: Bench.cael)))
    #expect(
      !isSame(preview(calm, text, reader: Bench.cael), preview(peace, text, reader: Bench.cael)))
  }

  @Test("cards and default orders of others change nothing")
  func cards() {
    let bench = Bench()
    let other = Bench.cards {
      $0[Bench.dorn].defaultOrders = [FirstAccord.research("sen", 99_000)]
      $0[Bench.dorn].cards = []
    }
    #expect(
      isSame(
        preview(bench, Texts.boreaToCael, reader: Bench.cael),
        preview(other, Texts.boreaToCael, reader: Bench.cael)))
  }

  /// Figures of borea that fog hides, changed inside their band.
  private func blurred(_ fog: Parameters.Fog) -> (Bench, Bench) {
    let bench = Bench.changed { $0.fog = fog }
    var other = bench
    other.world.states[Bench.dorn].technology[Domain.aut.index] += 150
    other.world.states[Bench.dorn].organisation += 200
    other.world.states[Bench.dorn].stock[Bench.canopy] += 1_000
    other.world.states[Bench.dorn].capacity[Sector.uas.index] += 0
    return (bench, other)
  }

  @Test("with bands a change inside the band is not felt, with none it is")
  func bands() {
    let text = Texts.asterToCael
    let (one, other) = blurred(.bands)
    #expect(
      isSame(preview(one, text, reader: Bench.cael), preview(other, text, reader: Bench.cael)))
    #expect(preview(one, text, reader: Bench.cael).assumptions.count == 4)
    let (clear, changed) = blurred(.none)
    let before = Veil(Bench.cael, world: clear.world, scenario: clear.scenario).veiledWorld()
    let after = Veil(Bench.cael, world: changed.world, scenario: changed.scenario).veiledWorld()
    #expect(before.states[Bench.dorn] != after.states[Bench.dorn])
    #expect(preview(clear, text, reader: Bench.cael).assumptions.count == 3)
  }

  @Test("with strict fog an index is 50 whatever it is")
  func strict() {
    let (one, _) = blurred(.strict)
    let seen = Veil(Bench.cael, world: one.world, scenario: one.scenario).veiledWorld()
    #expect(seen.states[Bench.dorn].organisation == 5_000)
    #expect(seen.states[Bench.dorn].technology[Domain.sen.index] == 5_000)
    #expect(seen.states[Bench.cael] == one.world.states[Bench.cael])
    // Public law and politics stay exact.
    #expect(seen.states[Bench.dorn].security == 8_500)
    #expect(seen.states[Bench.dorn].exportStrictness == 10_000)
  }

  @Test("partners of a programme see each other's stock and readiness in it exactly")
  func shared() {
    var bench = Bench.changed { $0.fog = .strict }
    bench.enforce(Texts.canopyForCael(5_000))
    let seen = Veil(Bench.cael, world: bench.world, scenario: bench.scenario).veiledWorld()
    #expect(seen.states[Bench.dorn].stock[Bench.canopy] == 120_000)
    #expect(seen.states[Bench.dorn].technology[Domain.sen.index] == 8_500)
    #expect(seen.states[Bench.dorn].technology[Domain.aut.index] == 5_000)
    #expect(seen.states[Bench.dorn].stock[Bench.lantern] == 75_000)
  }

  @Test("infoshare deep lifts the fog between two states, and topics=threat shows a turn ahead")
  func infoshare() {
    var bench = Bench.changed { $0.fog = .strict }
    let text = Texts.text([
      Texts.mutual(["cael", "dorn"], .gsoia),
      Texts.mutual(["cael", "dorn"], .infoshare, ["deep": .flag(true)]),
    ])
    bench.enforce(text)
    let seen = Veil(Bench.cael, world: bench.world, scenario: bench.scenario)
    #expect(seen.veiledWorld().states[Bench.dorn].organisation == 7_500)
    #expect(seen.veiledWorld().states[Bench.aster].organisation == 5_000)
    #expect(seen.veiledScenario().theatres[0].path == [6_000, 6_300])
    let alone = Veil(Bench.aster, world: bench.world, scenario: bench.scenario)
    #expect(alone.veiledScenario().theatres[0].path == [6_000])
  }

  @Test("a veil over a veil changes nothing more", arguments: Parameters.Fog.allCases)
  func twice(fog: Parameters.Fog) {
    var bench = Bench.changed { $0.fog = fog }
    bench.conclude(Texts.dornToAster, id: "D-1")
    bench.resolve()
    let once = Veil(Bench.cael, world: bench.world, scenario: bench.scenario).veiledWorld()
    let twice = Veil(Bench.cael, world: once, scenario: bench.scenario).veiledWorld()
    #expect(once == twice)
  }
}
