import EntenteModel
import Testing

/// Check values of First accord: days of the gates, and the turn after conclusion they end in.
struct GateScheduleOfDealTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: DealText
    var days: Int
    var turn: Int
    var leftover: Int
    var testDescription: String { name }
  }

  static let lanternForCael = Texts.directed(
    ["borea"], ["cael"], .licprod, ["programme": .word("lantern")])
  static let enabledLantern = Texts.directed(
    ["borea"], ["cael"], .licprod,
    ["programme": .word("lantern"), "licence": .word("expedited")])

  static let cases = [
    Case(name: "canopy in aster", text: Texts.dornToAster, days: 767, turn: 3, leftover: 301),
    Case(
      name: "canopy in aster, enabled", text: Texts.enabledLine, days: 647, turn: 2, leftover: 65),
    Case(
      name: "lantern in cael", text: Texts.text([lanternForCael]), days: 665, turn: 2,
      leftover: 47),
    Case(
      name: "lantern in cael, enabled",
      text: Texts.text([
        enabledLantern, Texts.mutual(["borea", "cael"], .gsoia),
        Texts.mutual(
          ["borea", "cael"], .standard, ["family": .word("c2"), "te": .flag(true)]),
      ]), days: 545, turn: 2, leftover: 167),
    Case(
      name: "canopy for cael", text: Texts.canopyForCael(20_000), days: 195, turn: 1,
      leftover: 161),
  ]

  @Test("gates of First accord take the days of the rule book", arguments: cases)
  func gates(item: Case) throws {
    let bench = Bench()
    let result = Preview.of(
      item.text, reader: nil, orders: bench.scenario.states.map { _ in [] }, in: bench.world,
      scenario: bench.scenario, horizon: 1)
    let wait = try #require(result.gates.first)
    #expect(wait.days == Days(item.days))
    #expect(wait.credit == 356)
    #expect(wait.firstTurn == bench.world.turn + item.turn)
    #expect(wait.leftover == Days(item.leftover))
  }

  @Test("each gate of a licensed canopy line has its days")
  func list() throws {
    var bench = Bench()
    bench.conclude(Texts.dornToAster)
    let index = try #require(bench.world.lineIndex(Bench.aster, Bench.canopy))
    let gates = bench.world.lines[index].gates
    #expect(
      gates.map(\.kind)
        == [.ratification, .disclosure, .licence, .contracting, .tooling, .test])
    #expect(gates.map(\.days) == [90, 120, 120, 180, 167, 90])
  }

  @Test("a line opens in the resolution of the turn its last gate closes in")
  func opens() throws {
    var bench = Bench()
    bench.conclude(Texts.enabledLine)
    bench.resolve()
    bench.resolve()
    let index = try #require(bench.world.lineIndex(Bench.aster, Bench.canopy))
    #expect(bench.world.lines[index].status == .gated)
    bench.resolve()
    #expect(bench.world.lines[index].status == .open)
    #expect(bench.world.lines[index].openedTurn == 3)
    #expect(bench.world.lines[index].leftover == 65)
  }

  @Test("the owner of the design waits for neither disclosure nor licence")
  func owner() {
    var bench = Bench()
    let text = Texts.text([
      Texts.mutual(
        ["aster", "dorn"], .coprod,
        [
          "programme": .word("canopy"), "lines": .words(["aster", "dorn"]),
          "workshare": Texts.shares(["aster": 4_000, "dorn": 6_000]),
        ])
    ])
    bench.world.lines.removeAll { $0.state == Bench.dorn }
    let deal = bench.signed(text)
    let gates = DealGates.line(
      of: deal, clause: 0, state: Bench.dorn, programme: Bench.canopy, in: bench.world,
      scenario: bench.scenario)
    #expect(gates.map(\.days.value).prefix(4) == [90, 0, 0, 180])
  }

  @Test("a line that is open already is brought along, its gates are not repeated")
  func brought() throws {
    var bench = Bench()
    bench.conclude(
      Texts.text([
        Texts.mutual(
          ["aster", "dorn"], .coprod,
          [
            "programme": .word("canopy"), "lines": .words(["aster", "dorn"]),
            "workshare": Texts.shares(["aster": 4_000, "dorn": 6_000]),
            "config": .word("national"),
          ])
      ]))
    let dorn = try #require(bench.world.lineIndex(Bench.dorn, Bench.canopy))
    #expect(bench.world.lines[dorn].status == .open)
    #expect(bench.world.lines[dorn].agreement == "D-TEST")
    #expect(bench.world.lines[dorn].configuration == "national")
    #expect(bench.world.lines[dorn].capacity == 40_000)
    let aster = try #require(bench.world.lineIndex(Bench.aster, Bench.canopy))
    #expect(bench.world.lines[aster].status == .gated)
  }

  @Test("a line that stood idle needs only the tooling of a warm restart and keeps what it learnt")
  func restart() throws {
    var bench = Bench.programmes { $0[Bench.canopy].toolingDays = 720 }
    bench.conclude(Texts.dornToAster, id: "D-ONE")
    let index = try #require(bench.world.lineIndex(Bench.aster, Bench.canopy))
    #expect(bench.world.lines[index].gates[4].days == Days(mb(720, 9_250)))
    bench.world.lines[index].status = .idle
    bench.world.lines[index].cumulative = 7_000
    bench.world.deals[0].clauses[0].hasEnded = true
    bench.conclude(Texts.dornToAster, id: "D-TWO")
    #expect(bench.world.lines[index].status == .gated)
    #expect(bench.world.lines[index].cumulative == 7_000)
    #expect(bench.world.lines[index].gates[4].days == Days(mb(180, 9_250)))
    #expect(bench.world.lines[index].licence == "D-TWO")
  }

  private func delivery(_ bench: Bench, _ text: DealText, to receiver: Int) -> [Int] {
    DealGates.delivery(
      of: bench.signed(text), clause: 0, to: receiver, in: bench.world, scenario: bench.scenario
    ).map(\.days.value)
  }

  @Test("know-how waits for ratification, disclosure and licence, by its own sensitivity")
  func knowHow() {
    func text(_ depth: String, _ licence: String) -> DealText {
      Texts.text([
        Texts.directed(
          ["dorn"], ["aster"], .transfer,
          ["domain": .word("sen"), "depth": .word(depth), "licence": .word(licence)]),
        Texts.mutual(["aster", "dorn"], .gsoia, ["level": .integer(2)]),
      ])
    }
    var bench = Bench()
    // 60 days a level above 1, XC 10000: shallow is 2, deep 3.
    #expect(delivery(bench, text("shallow", "agreement"), to: Bench.aster) == [90, 60, 120])
    #expect(delivery(bench, text("deep", "expedited"), to: Bench.aster) == [90, 120, 45])
    // A gsoia halves disclosure once the giver trusts the receiver with 65.
    bench.setTrust(of: Bench.dorn, in: Bench.aster, 6_500)
    #expect(delivery(bench, text("deep", "agreement"), to: Bench.aster) == [90, 60, 120])
  }

  @Test("an exemption takes the licence away and three quarters of disclosure")
  func exempt() {
    let bench = Bench()
    let text = Texts.text([
      Texts.directed(
        ["dorn"], ["cael"], .offtake, ["programme": .word("canopy"), "lots": .integer(1_000)]),
      Texts.mutual(["cael", "dorn"], .exempt),
    ])
    #expect(delivery(bench, text, to: Bench.cael) == [90, 30, 0])
  }

  @Test("with parallel gates disclosure and licence count once, the longer")
  func parallel() {
    let bench = Bench.changed { $0.parallelGates = true }
    #expect(delivery(bench, Texts.canopyForCael(1_000), to: Bench.cael) == [45, 120, 0])
  }

  @Test("partners of development show each other what they have, the strictest sets the days")
  func development() {
    let bench = Bench.programmes {
      $0[Bench.canopy].isDeveloped = false
      $0[Bench.canopy].owner = nil
    }
    func text(_ exportable: Bool) -> DealText {
      Texts.one(
        .codev, ["aster", "borea", "dorn"],
        [
          "programme": .word("canopy"), "exportable": .flag(exportable),
          "shares": Texts.shares(["aster": 3_000, "borea": 3_000, "dorn": 4_000]),
        ])
    }
    // To aster: dorn's XC 10000 gives 120 days, borea's 5000 gives 60; to dorn only 60.
    #expect(delivery(bench, text(false), to: Bench.aster) == [90, 120, 120])
    #expect(delivery(bench, text(false), to: Bench.dorn) == [90, 60, 120])
    #expect(delivery(bench, text(true), to: Bench.aster) == [90, 60, 120])
    #expect(DealGates.partners(of: text(false).clauses[0]) == 3)
  }
}
