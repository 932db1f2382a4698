import EntenteModel
import Testing

/// Reservations, amendments and accessions: texts that change after they were signed.
struct RevisionTests {
  @Test("a reservation frees one state from a clause and renumbers what follows if it falls away")
  func reservation() throws {
    let text = Texts.text(
      [
        Texts.mutual(["aster", "cael"], .acsa),
        Texts.mutual(["aster", "cael", "dorn"], .standard, ["family": .word("c2")]),
        Texts.mutual(["aster", "cael", "dorn"], .gsoia),
      ], term: DealTerm(survive: ["c1", "c3"]))
    let wide = try #require(text.reserving("c2", for: "cael"))
    #expect(wide.clauses[1].from == ["aster", "dorn"])
    #expect(
      wide.clauses[1].amounts("fund")
        == [StateAmount(state: "aster", value: 3_000), StateAmount(state: "dorn", value: 3_000)])
    #expect(wide.parties == text.parties)
    let narrow = try #require(text.reserving("c1", for: "cael"))
    #expect(narrow.clauses.map(\.kind) == [.standard, .gsoia])
    #expect(narrow.clauses.map(\.id) == ["c1", "c2"])
    #expect(narrow.term.survive == ["c2"])
  }

  @Test("nobody reserves himself against a clause of class C, or one that does not bind him")
  func reservationBars() {
    #expect(Texts.dornToAster.reserving("c1", for: "aster") == nil)
    #expect(Texts.asterToCael.reserving("c1", for: "dorn") == nil)
    #expect(Texts.asterToCael.reserving("c9", for: "cael") == nil)
  }

  @Test("shares of the others are made whole once more")
  func shares() throws {
    let text = Texts.one(
      .accel, ["aster", "cael", "dorn"],
      [
        "domains": .words(["aut"]), "pool": .integer(9_000),
        "shares": Texts.shares(["aster": 2_000, "cael": 5_000, "dorn": 3_000]),
      ])
    let rest = try #require(text.reserving("c1", for: "cael"))
    #expect(rest.clauses[0].amounts("shares").map(\.value) == [4_000, 6_000])
  }

  @Test("a pilot that wraps nothing any more falls away with what it wrapped")
  func pilot() throws {
    let text = Texts.text([
      Texts.mutual(["aster", "cael"], .acsa),
      Texts.mutual(
        ["aster", "cael"], .pilot, ["wraps": .words(["c1"]), "review": .integer(3)]),
      Texts.mutual(["aster", "cael"], .dialogue),
    ])
    let rest = try #require(text.reserving("c1", for: "cael"))
    #expect(rest.clauses.map(\.kind) == [.dialogue])
    #expect(rest.clauses.map(\.id) == ["c1"])
  }

  @Test("an amendment passes by the decision rule, in the review turn by a majority")
  func passing() {
    var bench = Bench()
    func passes(_ governance: DealGovernance, _ yes: [Int], review: Int? = nil) -> Bool {
      let text = Texts.text(
        [Texts.mutual(["aster", "cael", "dorn"], .dialogue)],
        term: DealTerm(review: review), governance: governance)
      let deal = bench.conclude(text)
      bench.world.deals = []
      return Lifecycle.passes(amending: deal, supporters: yes, in: 1, scenario: bench.scenario)
    }
    let two = [Bench.aster, Bench.cael]
    #expect(!passes(DealGovernance(), two))
    #expect(passes(DealGovernance(), two + [Bench.dorn]))
    #expect(passes(DealGovernance(decisions: .majority), two))
    #expect(!passes(DealGovernance(decisions: .majority), [Bench.aster]))
    #expect(passes(DealGovernance(), two, review: 1))
  }

  @Test("weighted votes go by workshare, and half of them is not enough")
  func weighted() {
    var bench = Bench()
    let deal = bench.conclude(
      Texts.text(
        [
          Texts.mutual(
            ["aster", "dorn"], .coprod,
            [
              "programme": .word("canopy"), "lines": .words(["aster"]),
              "workshare": Texts.shares(["aster": 4_000, "dorn": 6_000]),
            ])
        ], governance: DealGovernance(decisions: .weighted)))
    func passes(_ yes: [Int]) -> Bool {
      Lifecycle.passes(amending: deal, supporters: yes, in: 1, scenario: bench.scenario)
    }
    #expect(passes([Bench.dorn]))
    #expect(!passes([Bench.aster]))
  }

  @Test("only states whose class or duties rise ratify an amendment, and the rest stays as it was")
  func amendment() {
    var bench = Bench()
    let deal = bench.conclude(Texts.dornToAster)
    var text = Texts.dornToAster
    text.term.duration = 4
    #expect(
      Lifecycle.mustRatify(amending: deal, to: text, scenario: bench.scenario).isEmpty)
    let wider = Texts.text(
      [
        Texts.directed(
          ["dorn"], ["aster"], .licprod,
          ["programme": .word("canopy"), "cap": .integer(60_000)]),
        Texts.mutual(["aster", "dorn"], .acsa),
        Texts.mutual(["aster", "dorn"], .gsoia, ["level": .integer(2)]),
      ], term: Texts.dornToAster.term)
    #expect(
      Lifecycle.mustRatify(amending: deal, to: wider, scenario: bench.scenario)
        == [Bench.aster, Bench.dorn])
    bench.world.turn = 2
    let amended = Lifecycle.amended(
      deal, to: wider, revision: 2, in: bench.world, scenario: bench.scenario)
    #expect(amended.deal.clauses.map(\.activeFrom) == [2, 3, 2])
    #expect(amended.deal.clauses[2] == deal.clauses[1])
    #expect(amended.lines.isEmpty)
    #expect(amended.deal.revision == 2)
  }

  @Test("a closed deal takes nobody in; an open one asks for SEC, values and a fee")
  func accession() {
    var bench = Bench()
    func refusals(_ rule: AccessionRule) -> [String] {
      let text = Texts.text(
        [Texts.mutual(["aster", "dorn"], .standard, ["family": .word("c2")])],
        accession: rule)
      let deal = bench.conclude(text)
      bench.world.deals = []
      return DealRules.acceding(
        to: deal, by: Bench.cael, annex: nil, in: bench.world, scenario: bench.scenario
      ).map { "\($0.name.rawValue) \($0.line)" }
    }
    #expect(refusals(.closed) == ["accession-closed deal=D-TEST rule=closed"])
    #expect(refusals(.unanimity).isEmpty)
    #expect(
      refusals(.open(security: 5_001, values: 0, fee: 0))
        == ["accession-closed deal=D-TEST rule=sec"])
    #expect(
      refusals(.open(security: 0, values: 7_001, fee: 0))
        == ["accession-closed deal=D-TEST rule=val"])
    #expect(
      refusals(.open(security: 5_000, values: 7_000, fee: 1))
        == ["accession-closed deal=D-TEST rule=fee"])
    #expect(refusals(.open(security: 5_000, values: 7_000, fee: 0)).isEmpty)
  }

  @Test("a newcomer takes all mutual clauses and none of the directed ones")
  func newcomer() {
    var bench = Bench()
    let text = Texts.text(
      [
        Texts.mutual(["aster", "dorn"], .standard, ["family": .word("c2")]),
        Texts.directed(
          ["dorn"], ["aster"], .licprod, ["programme": .word("canopy")]),
        Texts.mutual(
          ["aster", "dorn"], .coprod,
          [
            "programme": .word("canopy"), "lines": .words(["aster"]),
            "workshare": Texts.shares(["aster": 4_000, "dorn": 6_000]),
          ]),
      ], governance: DealGovernance(floor: 1_000), accession: .majority)
    let deal = bench.conclude(text)
    let joined = Lifecycle.acceded(
      deal, by: Bench.cael, annex: nil, in: bench.world, scenario: bench.scenario
    ).deal
    #expect(joined.text.parties == ["aster", "cael", "dorn"])
    #expect(joined.bound == [Bench.aster, Bench.cael, Bench.dorn])
    #expect(joined.clauses.map { $0.bound.contains(Bench.cael) } == [true, false, true])
    #expect(joined.text.clauses[0].amounts("fund").map(\.value) == [3_000, 3_000, 3_000])
    // Less industry than the median party: the floor, taken from the others in proportion.
    #expect(joined.text.clauses[2].amounts("workshare").map(\.value) == [3_600, 1_000, 5_400])
    #expect(joined.benefit.count == 3)
  }

  @Test("only the clauses of an annex, where one is named")
  func annex() {
    var bench = Bench()
    var talk = Texts.mutual(["aster", "dorn"], .dialogue)
    talk.annex = "talks"
    let text = Texts.text(
      [talk, Texts.mutual(["aster", "dorn"], .acsa)], accession: .majority)
    let deal = bench.conclude(text)
    let joined = Lifecycle.acceded(
      deal, by: Bench.borea, annex: "talks", in: bench.world, scenario: bench.scenario
    ).deal
    #expect(joined.clauses.map { $0.bound.contains(Bench.borea) } == [true, false])
  }

  @Test("the fee is shared equally by those who were in before")
  func fee() {
    var bench = Bench()
    bench.world.states[Bench.cael].treasury = 5_000
    bench.world.payAccessionFee(
      3_001, by: Bench.cael, to: [Bench.aster, Bench.cael, Bench.dorn])
    #expect(bench.world.states.map(\.treasury) == [1_501, 0, 1_999, 1_500])
  }
}
