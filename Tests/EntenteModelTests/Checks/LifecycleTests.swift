import EntenteModel
import Testing

struct LifecycleTests {
  @Test("EQ23, G19: class C at a threat of 7000 with two common partners costs 1242")
  func costGolden() {
    var bench = Bench()
    bench.world.threat[0] = 7_000
    // aster is bound with borea and with cael, and each of them with dorn, the other party.
    bench.enforce(Texts.one(.dialogue, ["aster", "borea"]), id: "D-1")
    bench.enforce(Texts.one(.dialogue, ["aster", "cael"]), id: "D-2")
    bench.enforce(Texts.one(.dialogue, ["borea", "dorn"]), id: "D-3")
    bench.enforce(Texts.one(.dialogue, ["cael", "dorn"]), id: "D-4")
    let deal = bench.signed(Texts.dornToAster)
    #expect(
      Lifecycle.commonPartners(
        of: deal, for: Bench.aster, in: bench.world, scenario: bench.scenario) == 2)
    var trace = StepTrace()
    let cost = Lifecycle.ratificationCost(
      of: deal, for: Bench.aster, in: bench.world, scenario: bench.scenario, trace: &trace)
    #expect(cost == 1_242)
    #expect(trace.steps.map(\.value) == [1_800, 6_900, 1_242])
  }

  @Test("a state bound with both parties by one deal is a common partner, and only once")
  func partnersOnce() {
    var bench = Bench()
    bench.enforce(Texts.one(.dialogue, ["aster", "borea", "dorn"]), id: "D-1")
    bench.enforce(Texts.one(.acsa, ["aster", "borea"]), id: "D-2")
    let deal = bench.signed(Texts.dornToAster)
    #expect(
      Lifecycle.commonPartners(
        of: deal, for: Bench.aster, in: bench.world, scenario: bench.scenario) == 1)
  }

  @Test("an expedited licence costs the owner of the design 100 more, and nobody else")
  func expedited() {
    let bench = Bench()
    let plain = bench.signed(Texts.dornToAster)
    let quick = bench.signed(Texts.enabledLine)
    func cost(_ deal: Deal, _ state: Int) -> Int {
      Lifecycle.ratificationCost(of: deal, for: state, in: bench.world, scenario: bench.scenario)
        .value
    }
    #expect(cost(quick, Bench.dorn) == cost(plain, Bench.dorn) + 100)
    #expect(cost(quick, Bench.aster) == cost(plain, Bench.aster))
  }

  @Test("the class of a deal is the highest among the clauses that bind a state")
  func classes() {
    let text = Texts.text([
      Texts.directed(["cael"], ["dorn"], .basing),
      Texts.mutual(["aster", "cael", "dorn"], .dialogue),
    ])
    let deal = Bench().signed(text)
    let scenario = FirstAccord.scenario()
    #expect(Lifecycle.ratificationClass(of: deal, for: Bench.cael, scenario: scenario) == .c)
    #expect(Lifecycle.ratificationClass(of: deal, for: Bench.dorn, scenario: scenario) == .b)
    #expect(Lifecycle.ratificationClass(of: deal, for: Bench.aster, scenario: scenario) == .a)
    #expect(Lifecycle.mustRatify(deal, scenario: scenario) == [Bench.cael, Bench.dorn])
    #expect(Lifecycle.committed(deal, scenario: scenario) == [Bench.aster])
  }

  @Test("a clause begins with the longest ratification of the states it binds")
  func turnsOfEffect() {
    // Half-year turns: cdiv(45, 180) = 1, cdiv(90, 180) = 1; with RAT C 200 days cdiv = 2.
    var bench = Bench.changed {
      $0.turnDays = 180
      $0.gateDays.ratificationC = 200
    }
    let text = Texts.text([
      Texts.directed(["cael"], ["dorn"], .basing),
      Texts.mutual(["aster", "dorn"], .dialogue),
      Texts.mutual(["aster", "borea"], .exercise),
    ])
    let deal = bench.conclude(text)
    // basing: cael 200 days. dialogue: dorn is of class B, 45 days. exercise: A for both.
    #expect(deal.clauses.map(\.activeFrom) == [3, 2, 1])
    #expect(deal.activeFrom == 1)
  }

  @Test("an offer lapses at the end of negotiate of the turn after its last revision")
  func offerLapse() {
    #expect(!Lifecycle.offerLapses(revisionTurn: 2, atEndOfNegotiateOf: 2))
    #expect(Lifecycle.offerLapses(revisionTurn: 2, atEndOfNegotiateOf: 3))
  }

  @Test("a signed deal lapses at the end of ratify of the second turn after")
  func dealLapse() {
    let bench = Bench()
    let deal = bench.signed(Texts.dornToAster)
    #expect(!Lifecycle.lapses(deal, atEndOfRatifyOf: 2))
    #expect(Lifecycle.lapses(deal, atEndOfRatifyOf: 3))
    let over = Lifecycle.lapsed(deal, in: bench.world)
    #expect(over.status == .ended)
    #expect(over.ending == .lapsed)
    #expect(!Lifecycle.lapses(over, atEndOfRatifyOf: 4))
  }

  @Test("entry of count=2 binds the two that ratified; the third joins when it ratifies")
  func entryOfCount() {
    var bench = Bench()
    let text = Texts.text(
      [Texts.mutual(["aster", "borea", "cael"], .acsa)], entry: .of(count: 2))
    var deal = Lifecycle.signed(
      text, id: "D-1", revision: 1, signers: [Bench.cael, Bench.aster], in: bench.world,
      scenario: bench.scenario)
    #expect(deal.signers.map(\.state) == [Bench.aster, Bench.cael])
    deal =
      Lifecycle.cosigned(
        deal, by: Bench.borea, in: bench.world, scenario: bench.scenario
      ).deal
    for state in [Bench.aster, Bench.borea] {
      let step = Lifecycle.ratified(deal, by: state, in: bench.world, scenario: bench.scenario)
      bench.world.apply(step)
      deal = step.conclusion.deal
    }
    #expect(deal.status == .concluded)
    #expect(deal.bound == [Bench.aster, Bench.borea])
    #expect(deal.clauses[0].bound == [Bench.aster, Bench.borea])
    let late = Lifecycle.ratified(
      deal, by: Bench.cael, in: bench.world, scenario: bench.scenario)
    #expect(late.conclusion.deal.bound == [Bench.aster, Bench.borea, Bench.cael])
    #expect(late.conclusion.deal.clauses[0].bound == [Bench.aster, Bench.borea, Bench.cael])
    #expect(late.conclusion.deal.clauses[0].activeFrom == 2)
  }

  @Test("entry lead needs the state named and as many others")
  func entryLead() {
    let text = Texts.text(
      [Texts.mutual(["aster", "borea", "cael"], .dialogue)],
      entry: .lead(state: "borea", plus: 1))
    let scenario = FirstAccord.scenario()
    #expect(!Lifecycle.isSigned(text, by: [Bench.aster, Bench.cael], scenario: scenario))
    #expect(!Lifecycle.isSigned(text, by: [Bench.borea], scenario: scenario))
    #expect(Lifecycle.isSigned(text, by: [Bench.borea, Bench.cael], scenario: scenario))
  }

  @Test("a clause for which too few are bound waits until enough have joined")
  func waitingClause() {
    var bench = Bench()
    let text = Texts.text(
      [
        Texts.mutual(["aster", "borea", "cael"], .dialogue),
        Texts.mutual(["borea", "cael"], .exercise),
      ], entry: .of(count: 2))
    let deal = Lifecycle.signed(
      text, id: "D-1", revision: 1, signers: [Bench.aster, Bench.cael], in: bench.world,
      scenario: bench.scenario)
    let concluded = Lifecycle.concluded(deal, in: bench.world, scenario: bench.scenario).deal
    #expect(concluded.clauses[1].bound.isEmpty)
    #expect(concluded.clauses[1].activeFrom == nil)
    bench.world.turn = 2
    let joined = Lifecycle.cosigned(
      concluded, by: Bench.borea, in: bench.world, scenario: bench.scenario
    ).deal
    #expect(joined.clauses[1].bound == [Bench.borea, Bench.cael])
    #expect(joined.clauses[1].activeFrom == 2)
    #expect(joined.clauses[0].activeFrom == 1)
  }

  @Test("a clause with a condition to activate sleeps from the start")
  func sleeping() {
    var bench = Bench()
    var draft = Texts.mutual(["aster", "cael"], .exercise)
    draft.conditions = [
      ClauseCondition(
        metric: "th:marches", comparison: .atLeast, threshold: 7_000, action: .activate)
    ]
    let deal = bench.conclude(Texts.text([draft]))
    #expect(deal.clauses[0].isSuspended)
    #expect(deal.clauses[0].conditions == [false])
  }

  @Test("who denounces a deal is bound for the notice; who leaves now is out at once")
  func withdrawal() {
    var bench = Bench()
    let deal = bench.conclude(Texts.dornToAster)
    let later = Lifecycle.denounced(deal, by: Bench.aster, now: false, in: bench.world)
    #expect(later.leaving.map(\.turn) == [3])
    #expect(later.leaving.map(\.isAbrupt) == [false])
    let now = Lifecycle.denounced(deal, by: Bench.aster, now: true, in: bench.world)
    #expect(now.leaving.map(\.turn) == [1])
    #expect(now.leaving[0].isAbrupt)
    #expect(now.leaving[0].announced == 1)
  }

  @Test("withdrawal costs trust, penalties and leaves gsoia standing")
  func withdrawalWorks() throws {
    var bench = Bench()
    var text = Texts.dornToAster
    text.term = DealTerm(duration: 8, notice: 0, penalty: 6_000)
    bench.enforce(text)
    let deal = try #require(bench.world.deal("D-OLD"))
    var calm = bench
    calm.resolve()
    bench.world.place(
      Lifecycle.denounced(deal, by: Bench.aster, now: true, in: bench.world))
    bench.resolve()
    let trust = bench.world.trust(of: Bench.dorn, in: Bench.aster).value
    let before = calm.world.trust(of: Bench.dorn, in: Bench.aster).value
    #expect(before - trust >= 1_200)
    let after = try #require(bench.world.deal("D-OLD"))
    #expect(after.clauses[0].hasEnded)
    #expect(!after.clauses[1].hasEnded)
    #expect(after.clauses[1].bound == [Bench.aster, Bench.dorn])
  }

  @Test("trust rises by 100 for signing and 150 for ratifying, at the end of the turn")
  func trust() {
    var bench = Bench()
    var calm = bench
    calm.resolve()
    bench.conclude(Texts.dornToAster)
    bench.resolve()
    let gain =
      bench.world.trust(of: Bench.dorn, in: Bench.aster).value
      - calm.world.trust(of: Bench.dorn, in: Bench.aster).value
    #expect(gain == 250)
  }
}
