import EntenteModel
import Testing

struct FiguresTests {
  private func value(_ text: String, _ bench: Bench) throws -> Int? {
    try Figures.value(text, for: nil, in: bench.world, scenario: bench.scenario)
  }

  @Test(
    "figures of First accord at the start",
    arguments: [
      ("pc:cael", 5_500), ("org:cael", 4_500), ("sec:dorn", 8_500), ("eth:borea", 0),
      ("eb:cael", 6_000), ("xc:dorn", 10_000), ("bn:dorn", 6_500), ("bn:cael", 0),
      ("budget:cael", 140_000), ("treasury:cael", 0), ("rep:aster", 5_500),
      ("ic:aster:amd", 24_000), ("tr:dorn:sen", 8_500), ("ct:borea:aut", 8_500),
      ("stock:aster:canopy", 3_333), ("stock:cael:lantern", 0), ("delivered:cael:canopy", 0),
      ("workshare:aster:canopy", 0), ("lines:dorn:*", 1), ("lines:aster:*", 0),
      ("openlines:dorn:canopy", 1), ("adopters:lantern:borea", 0),
      ("adopters:canopy:dorn", 2), ("suppliers:cael", 0), ("breaches:aster", 0),
      ("leak:canopy", 0), ("dep:cael", 0), ("consented:dorn:canopy", 1), ("ingroup:dorn", 0),
      ("deals:cael:exercise", 0), ("unit-cost:canopy", 4_000), ("unit-cost:dorn-canopy", 4_000),
      ("exports:aster", 0), ("spent:cael:pools", 0), ("dev:canopy", 10_000), ("led:dorn", 0),
      ("tokens:dorn", 0), ("tokens:*", 0), ("wins:accel", 0), ("trust:aster:dorn", 5_500),
      ("val:aster:dorn", 7_000), ("interop:aster:dorn", 1_938), ("tie:aster:dorn", 0),
      ("adv:sen", 6_000), ("groups", 0), ("turn", 1), ("output:dorn-canopy", 0),
      ("gates:dorn-canopy", 0), ("conduct:cael", 0), ("nf:cael", 0),
      ("domestic:dorn:canopy", 0),
    ])
  func start(name: String, expected: Int) throws {
    #expect(try value(name, Bench()) == expected)
  }

  @Test("gap, readiness and the terms stand from the start")
  func outcome() throws {
    let bench = Bench()
    let cael = bench.world.states[Bench.cael].outcome
    #expect(try value("gap:cael", bench) == cael.gap.value)
    #expect(cael.gap > 0)
    #expect(try value("rdy:cael", bench) == cael.readiness.value)
    #expect(try value("lat:cael", bench) == cael.latent.value)
    #expect(try value("nat:cael", bench) == cael.national.value)
    #expect(try value("score:cael:lat", bench) == cael.terms[1].value)
    #expect(try value("th:marches", bench) == bench.world.threat[0].value)
    #expect(try value("col", bench) == bench.world.collective.value)
  }

  @Test("there is nothing to count of a line that is not there, a group that is gone, of oneself")
  func nothing() throws {
    let bench = Bench()
    #expect(try value("unit-cost:aster-canopy", bench) == nil)
    #expect(try value("gates:aster-canopy", bench) == nil)
    #expect(try value("salience:G1", bench) == nil)
    #expect(try value("trust:aster:aster", bench) == nil)
    #expect(try value("fairness:aster", bench) == nil)
  }

  @Test("deals, workshare, leadership and lines are counted from deals in force")
  func deals() throws {
    var bench = Bench()
    bench.conclude(
      Texts.text([
        Texts.mutual(
          ["aster", "dorn"], .coprod,
          [
            "programme": .word("canopy"), "lines": .words(["aster", "dorn"]),
            "workshare": Texts.shares(["aster": 4_000, "dorn": 6_000]),
          ])
      ]))
    // Concluded, not yet in force.
    #expect(try value("workshare:aster:canopy", bench) == 0)
    #expect(try value("lines:aster:canopy", bench) == 1)
    #expect(try value("openlines:aster:canopy", bench) == 0)
    #expect(try value("gates:aster-canopy", bench) == 767)
    bench.resolve()
    bench.resolve()
    #expect(try value("workshare:aster:canopy", bench) == 4_000)
    #expect(try value("led:dorn", bench) == 1)
    #expect(try value("led:aster", bench) == 0)
    #expect(try value("deals:aster:coprod", bench) == 1)
    #expect(try value("deals:cael:coprod", bench) == 0)
    #expect(try value("consented:dorn:canopy", bench) == 1)
  }

  @Test("deliveries make adopters, suppliers, dependence and exports")
  func deliveries() throws {
    var bench = Bench()
    bench.conclude(Texts.boreaToCael)
    bench.resolve()
    bench.resolve()
    #expect(try value("adopters:lantern:borea", bench) == 1)
    #expect(try value("suppliers:cael", bench) == 1)
    #expect(try value("delivered:cael:lantern", bench) == 9)
    #expect(try #require(try value("dep:cael", bench)) > 0)
    #expect(try #require(try value("exports:borea", bench)) > 0)
    #expect(try value("domestic:borea:lantern", bench) == 10_000)
  }

  @Test("the unit cost of a programme is that of its cheapest line")
  func cheapest() throws {
    var bench = Bench()
    bench.conclude(Texts.dornToAster)
    let aster = try #require(bench.world.lineIndex(Bench.aster, Bench.canopy))
    bench.world.lines[aster].unitCost = 3_900
    #expect(try value("unit-cost:canopy", bench) == 3_900)
  }

  @Test("who sees a figure exactly, by the exercise's fog")
  func sight() throws {
    func sight(_ text: String, _ reader: Int?, _ bench: Bench) throws -> FigureSight {
      Figures.sight(
        of: try FigureName(text, reader: nil, in: bench.scenario), for: reader,
        in: bench.world, scenario: bench.scenario)
    }
    let clear = Bench()
    let bands = Bench.changed { $0.fog = .bands }
    let strict = Bench.changed { $0.fog = .strict }
    #expect(try sight("gap:cael", Bench.dorn, clear) == .exact)
    #expect(try sight("gap:cael", Bench.dorn, bands) == .band)
    #expect(try sight("gap:cael", Bench.dorn, strict) == .hidden)
    #expect(try sight("gap:cael", Bench.cael, strict) == .exact)
    #expect(try sight("output:dorn-canopy", Bench.cael, bands) == .hidden)
    #expect(try sight("treasury:cael", Bench.dorn, clear) == .hidden)
    #expect(try sight("treasury:cael", nil, strict) == .exact)
    #expect(try sight("pc:cael", Bench.dorn, strict) == .exact)
    #expect(try sight("trust:aster:cael", Bench.dorn, clear) == .hidden)
    #expect(try sight("trust:aster:cael", Bench.cael, clear) == .exact)
    #expect(try sight("nat:cael", Bench.dorn, clear) == .hidden)
    #expect(try sight("nat:cael", Bench.cael, clear) == .exact)
    #expect(try sight("col", Bench.dorn, strict) == .exact)
    #expect(try sight("formation:G1", Bench.dorn, strict) == .hidden)
    #expect(try sight("formation:G1", Bench.dorn, bands) == .exact)
    var over = clear
    over.world.turn = 5
    #expect(try sight("nat:cael", Bench.dorn, over) == .exact)
  }

  @Test("a shared programme and a deep infoshare lift the fog, a secret deal hides a tie")
  func dealSight() throws {
    func isVisible(_ text: String, _ bench: Bench) throws -> Bool {
      Figures.isVisible(
        try FigureName(text, reader: nil, in: bench.scenario), to: Bench.cael,
        in: bench.world, scenario: bench.scenario)
    }
    var bench = Bench.changed { $0.fog = .strict }
    #expect(try !isVisible("stock:dorn:canopy", bench))
    bench.enforce(Texts.canopyForCael(1_000), id: "D-1")
    #expect(try isVisible("stock:dorn:canopy", bench))
    #expect(try isVisible("output:dorn-canopy", bench))
    #expect(try isVisible("tr:dorn:sen", bench))
    #expect(try !isVisible("stock:dorn:lantern", bench))
    #expect(try !isVisible("rdy:dorn", bench))
    let deep = Texts.text([
      Texts.mutual(["cael", "dorn"], .gsoia),
      Texts.mutual(["cael", "dorn"], .infoshare, ["deep": .flag(true)]),
    ])
    bench.enforce(deep, id: "D-2")
    #expect(try isVisible("rdy:dorn", bench))
    #expect(try isVisible("tie:aster:borea", bench))
    bench.enforce(
      Texts.text(
        [Texts.mutual(["aster", "borea"], .dialogue)], visibility: .secret(until: 3)),
      id: "D-3")
    #expect(try !isVisible("tie:aster:borea", bench))
    bench.world.turn = 3
    #expect(try isVisible("tie:aster:borea", bench))
  }

  @Test("a figure is told exactly, as a band, or not at all")
  func text() throws {
    let bands = Bench.changed { $0.fog = .bands }
    func text(_ typed: String, _ reader: Int) throws -> String? {
      Figures.text(
        of: try FigureName(typed, reader: nil, in: bands.scenario), for: reader,
        in: bands.world, scenario: bands.scenario)
    }
    #expect(try text("org:dorn", Bench.dorn) == "75")
    #expect(try text("org:dorn", Bench.cael) == "70-79")
    #expect(try text("treasury:dorn", Bench.cael) == nil)
    // Capacity in bands of the index, whose 100 is ICREF.
    #expect(try text("ic:aster:amd", Bench.cael) == "60-69")
  }
}
