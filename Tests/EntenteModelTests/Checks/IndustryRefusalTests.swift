import EntenteModel
import Testing

/// E221-E227: what making and buying needs.
struct IndustryRefusalTests {
  private func licence(_ rate: Int? = nil) -> DealText {
    Texts.text([
      Texts.directed(
        ["dorn"], ["aster"], .licprod,
        [
          "programme": .word("canopy"),
          "rate": rate.map { ParameterValue.integer($0) } ?? .null,
        ])
    ])
  }

  @Test("a line needs icMin in all")
  func capacity() {
    var bench = Bench()
    bench.world.states[Bench.aster].capacity[Sector.amd.index] = 4_999
    #expect(
      bench.signing(licence()).first(.capacityTooLow)?.line
        == "state=aster sector=amd have=4999 need=5000")
  }

  @Test("a line needs rate times load that no other line has")
  func freeCapacity() {
    var bench = Bench()
    #expect(bench.signing(licence(24_000)).isEmpty)
    #expect(
      bench.signing(licence(24_001)).first(.capacityTooLow)?.line
        == "state=aster sector=amd have=24000 need=24001")
    bench.conclude(Texts.dornToAster)
    // The line of that deal took 12000 cu; a line that is there is brought along.
    #expect(bench.signing(licence(24_001)).isEmpty)
  }

  @Test("two new lines of one text in one sector share its capacity")
  func sameText() {
    let bench = Bench.programmes { $0[Bench.lantern].sector = .amd }
    let text = Texts.text([
      Texts.directed(
        ["dorn"], ["aster"], .licprod,
        ["programme": .word("canopy"), "rate": .integer(20_000)]),
      Texts.directed(
        ["borea"], ["aster"], .licprod,
        ["programme": .word("lantern"), "rate": .integer(5_000)]),
    ])
    #expect(
      bench.signing(text).map { "\($0.clause?.text ?? "") \($0.line)" }
        == ["c2 state=aster sector=amd have=4000 need=5000"])
  }

  @Test("a line needs workers and organisation")
  func people() {
    var bench = Bench()
    bench.world.states[Bench.aster].workforce = 4_999
    bench.world.states[Bench.aster].organisation = 3_999
    let refusals = bench.signing(licence())
    #expect(refusals.first(.workforceTooLow)?.line == "state=aster have=4999 need=5000")
    #expect(refusals.first(.organisationTooLow)?.line == "state=aster have=3999 need=4000")
  }

  @Test("fog hides another state's industry from a signer, never one's own")
  func fog() {
    var bench = Bench.changed { $0.fog = .bands }
    bench.world.states[Bench.aster].workforce = 4_999
    #expect(bench.signing(licence(), by: Bench.dorn).isEmpty)
    #expect(bench.signing(licence(), by: Bench.aster).map(\.name) == [.workforceTooLow])
    #expect(bench.signing(licence()).map(\.name) == [.workforceTooLow])
  }

  @Test("committed quantity over four turns reaches the minimum: unmet need, offtakes")
  func quantity() {
    var bench = Bench()
    // Aster lacks 60 lots, the minimum of canopy.
    #expect(bench.signing(licence()).isEmpty)
    bench.world.states[Bench.aster].stock[Bench.canopy] = 40_000
    #expect(
      bench.signing(licence()).first(.belowMinimumQuantity)?.line == "have=50000 need=60000")
    // 2.5 lots a turn to one buyer are 10 over four turns.
    let text = Texts.text([
      Texts.directed(["dorn"], ["aster"], .licprod, ["programme": .word("canopy")]),
      Texts.directed(
        ["dorn"], ["cael"], .offtake,
        ["programme": .word("canopy"), "lots": .integer(2_500)]),
    ])
    #expect(bench.signing(text).isEmpty)
  }

  @Test("a seller has a line, or gets one by the same text")
  func seller() {
    let bench = Bench()
    let sale = Texts.directed(
      ["aster"], ["cael"], .offtake, ["programme": .word("canopy"), "lots": .integer(1_000)])
    let alone = Texts.text([sale], parties: ["dorn"])
    #expect(bench.signing(alone).map(\.line) == ["state=aster programme=canopy"])
    let both = Texts.text([
      Texts.directed(["dorn"], ["aster"], .licprod, ["programme": .word("canopy")]), sale,
    ])
    #expect(bench.signing(both).isEmpty)
  }

  @Test("a joint fund needs some line, and the minimum quantity where none is open")
  func jointFund() throws {
    var bench = Bench()
    func text(_ lots: Int) -> DealText {
      Texts.one(
        .jointfund, ["cael", "dorn"],
        [
          "programme": .word("canopy"), "lots": .integer(lots),
          "contributions": Texts.shares(["cael": 5_000, "dorn": 5_000]),
        ])
    }
    #expect(bench.signing(text(1_000)).isEmpty)
    let line = try #require(bench.world.lineIndex(Bench.dorn, Bench.canopy))
    bench.world.lines[line].status = .gated
    #expect(
      bench.signing(text(59_999)).first(.belowMinimumQuantity)?.line == "have=59999 need=60000")
    #expect(bench.signing(text(60_000)).isEmpty)
    bench.world.lines.remove(at: line)
    #expect(
      bench.signing(text(60_000)).first(.noLine)?.line == "state=dorn programme=canopy")
  }

  @Test("a hub needs industry, and a line or stock")
  func hub() {
    let bench = Bench()
    let text = Texts.one(
      .sustain, ["borea", "cael"], ["programme": .word("canopy"), "hub": .word("borea")])
    let refusals = bench.signing(text)
    #expect(
      refusals.first(.capacityTooLow)?.line == "state=borea sector=amd have=0 need=2000")
    #expect(refusals.first(.noLine)?.line == "state=borea programme=canopy")
  }

  @Test("ssa protects sensitivity 3, proxy 4")
  func subsidiary() {
    let bench = Bench.programmes { $0[Bench.lantern].sensitivity = 4 }
    func text(_ mitigation: String) -> DealText {
      Texts.text([
        Texts.directed(
          ["dorn"], ["borea"], .subsidiary,
          [
            "sector": .word("uas"), "mitigation": .word(mitigation), "invest": .integer(1_000),
          ])
      ])
    }
    #expect(bench.signing(text("ssa")).map(\.line) == ["have=3 need=4"])
    #expect(bench.signing(text("proxy")).isEmpty)
  }

  @Test("stock that is pooled has to be there, which its owner is told")
  func pool() {
    var bench = Bench()
    bench.setLayer(.tech, Bench.cael, Bench.dorn, 4_000)
    let text = Texts.one(
      .stockpool, ["cael", "dorn"],
      ["programme": .word("canopy"), "lots": Texts.shares(["cael": 15_001, "dorn": 1_000])])
    #expect(bench.signing(text).map(\.line) == ["have=15000 need=15001"])
  }

  @Test("development needs the best of the partners above the threshold")
  func technology() {
    let bench = Bench.programmes {
      $0[Bench.canopy].isDeveloped = false
      $0[Bench.canopy].owner = nil
      $0[Bench.canopy].developmentCost = 100_000
      $0[Bench.canopy].developmentThreshold = 8_501
    }
    let text = Texts.one(
      .codev, ["aster", "dorn"],
      [
        "programme": .word("canopy"),
        "shares": Texts.shares(["aster": 5_000, "dorn": 5_000]),
      ])
    #expect(
      bench.signing(text).first(.belowTechnology)?.line == "domain=sen have=8500 need=8501")
  }

  @Test("a programme that acts by itself needs AI and AUT (SR13)")
  func autonomy() {
    let bench = Bench.programmes(
      {
        $0[Bench.canopy].isDeveloped = false
        $0[Bench.canopy].owner = nil
        $0[Bench.canopy].highAutonomy = true
        $0[Bench.canopy].developmentCost = 80_000
      }, parameters: { $0.smallRules.append(.autonomyGate) })
    let text = Texts.one(
      .codev, ["aster", "dorn"],
      [
        "programme": .word("canopy"),
        "shares": Texts.shares(["aster": 5_000, "dorn": 5_000]),
      ])
    #expect(
      bench.signing(text).filter { $0.name == .belowTechnology }.map(\.line)
        == ["domain=ai have=0 need=6500"])
  }
}
