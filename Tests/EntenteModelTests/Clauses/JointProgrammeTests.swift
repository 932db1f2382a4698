import EntenteModel
import Testing

@Suite("coprod and gov: promises of a line, work that follows money, states that leave")
struct JointProgrammeTests {
  private typealias X0 = FirstAccord

  private func coprod(aster: Int = 3_000) -> ClauseText {
    DealWriter.coprod(
      ["aster", "dorn"], "canopy", lines: ["dorn"],
      workshare: [
        StateAmount(state: "aster", value: aster),
        StateAmount(state: "dorn", value: 10_000 - aster),
      ])
  }

  private let sale = DealWriter.offtake("dorn", ["cael"], "canopy", lots: 10)

  private func cut(_ lots: Int) -> [Order] {
    [
      Order(
        .setCapacity,
        [
          Parameter("line", .word("dorn-canopy")), Parameter("rate", .integer(lots * 1_000)),
        ])
    ]
  }

  @Test("a line that builds what is ordered keeps its promise to its partners")
  func kept() {
    var play = JointPlay([coprod(), sale])
    play.play(to: 2)
    let duties = play.turn().duties.filter { $0.kind == .coprod }
    #expect(duties.map(\.status) == [.met])
    #expect(duties.map(\.due) == [10_000] && duties.map(\.debtor) == [X0.dorn])
  }

  @Test("cutting the line's capacity with orders open is a breach of the partnership")
  func broken() {
    var play = JointPlay([coprod(), sale])
    play.play(to: 2)
    let trust = play.world.trust(of: X0.aster, in: X0.dorn).value
    let duties = play.turn([X0.dorn: cut(4)]).duties.filter { $0.kind == .coprod }
    #expect(duties.map(\.status) == [.breach] && duties.map(\.done) == [4_000])
    #expect(play.world.trust(of: X0.aster, in: X0.dorn).value < trust - 1_900)
    // A cut that leaves room for what is ordered harms nobody.
    var roomy = JointPlay([coprod(), sale])
    roomy.play(to: 2)
    #expect(roomy.turn([X0.dorn: cut(20)]).statuses(of: X0.dorn, .coprod) == [.met])
  }

  @Test("a shortfall the state did not make is excused")
  func excused() {
    var play = JointPlay([coprod(), sale])
    play.play(to: 2)
    play.world.states[X0.dorn].capacity[Sector.amd.index] = 4_000
    #expect(play.turn().statuses(of: X0.dorn, .coprod) == [.excused])
  }

  @Test("with juste, work follows the money paid so far, under unanimity")
  func juste() {
    // Aster has paid 30000 and Dorn 10000 by side payments when turn 2 builds: w = 7500/2500.
    let clauses = [
      coprod(aster: 5_000),
      DealWriter.clause(.sidepay, ["aster"], ["dorn"], ["amount": .integer(30_000)]),
      DealWriter.clause(.sidepay, ["dorn"], ["aster"], ["amount": .integer(10_000)]),
    ]
    func work(_ juste: Bool) -> (aster: Int, dorn: Int) {
      var play = JointPlay(clauses, governance: DealGovernance(juste: juste))
      play.turn()
      let before = play.world.states.map { $0.ledger.workByProgramme[X0.canopy].value }
      play.turn()
      let after = play.world.states.map { $0.ledger.workByProgramme[X0.canopy].value }
      return (after[X0.aster] - before[X0.aster], after[X0.dorn] - before[X0.dorn])
    }
    let agreed = work(false)
    #expect(abs(agreed.aster - agreed.dorn) <= 1 && agreed.aster > 0)
    let paid = work(true)
    #expect(abs(paid.aster - 3 * paid.dorn) <= 3)
  }

  @Test("85 units' list price times the share is what it costs to move the work")
  func calibration() {
    #expect(WorkshareRemoval.cost(listCost: 90_000, share: 650) == 497_250)
  }

  @Test("who leaves costs the others its share of 85 units, and output for two turns")
  func removal() {
    // mb(85 x 4000, 3000) = 102000, all of it Dorn's. The line makes mb(40000, 7000) = 28 lots.
    var play = JointPlay([coprod()], term: DealTerm(notice: 0)) {
      $0.states[X0.dorn].requirement[X0.canopy] = 900_000
    }
    play.play(to: 2)
    #expect(play.world.lines.last?.output == 40_000)
    play.world.place(
      Lifecycle.denounced(play.deal, by: X0.aster, now: true, in: play.world))
    let report = play.turn()
    #expect(report.money.contains { $0.state == X0.dorn && $0.amount == -102_000 })
    #expect(play.world.lines.last?.output == 28_000)
    #expect(play.turn().money.allSatisfy { $0.amount != -102_000 })
    #expect(play.world.lines.last?.output == 28_000)
    play.turn()
    #expect(play.world.lines.last?.output == 40_000)
    #expect(play.world.removals == nil)
  }

  @Test("with notice the others pay in the turn after the last one together")
  func notice() {
    var play = JointPlay([coprod()], term: DealTerm(notice: 1))
    play.play(to: 2)
    play.world.place(
      Lifecycle.denounced(play.deal, by: X0.aster, now: false, in: play.world))
    let amounts = (0..<3).map { _ in
      play.turn().money.contains { $0.state == X0.dorn && $0.amount == -102_000 }
    }
    #expect(amounts == [false, false, true])
  }

  @Test("the rest pays by its share of the rest, and its shares are whole again")
  func shares() {
    let three = DealWriter.coprod(
      ["aster", "cael", "dorn"], "canopy", lines: ["dorn"],
      workshare: [
        StateAmount(state: "aster", value: 2_000), StateAmount(state: "cael", value: 2_000),
        StateAmount(state: "dorn", value: 6_000),
      ])
    var play = JointPlay([three])
    play.play(to: 2)
    play.world.place(
      Lifecycle.denounced(play.deal, by: X0.aster, now: true, in: play.world))
    let before = play.world.states[X0.cael].ledger.workByProgramme[X0.canopy].value
    let dorn = play.world.states[X0.dorn].ledger.workByProgramme[X0.canopy].value
    let report = play.turn()
    // mb(340000, 2000) = 68000: a quarter is Cael's, three quarters Dorn's.
    #expect(report.money.contains { $0.state == X0.cael && $0.amount == -17_000 })
    #expect(report.money.contains { $0.state == X0.dorn && $0.amount == -51_000 })
    let cael = play.world.states[X0.cael].ledger.workByProgramme[X0.canopy].value - before
    let own = play.world.states[X0.dorn].ledger.workByProgramme[X0.canopy].value - dorn
    #expect(cael > 0 && abs(own - 3 * cael) <= 3)
  }

  @Test("a state taken out leaves every deal without trust or penalty, and owes nothing")
  func takenOut() {
    var play = JointPlay(
      [DealWriter.standard(["aster", "cael", "dorn"])],
      term: DealTerm(notice: 2, penalty: 50_000))
    play.turn()
    play.world.states[X0.cael].treasury = 0
    play.world.states[X0.cael].budget = 0
    #expect(play.turn().statuses(of: X0.cael, .standard) == [.late])
    let trust = play.world.trust(of: X0.aster, in: X0.cael).value
    let affinity = play.world.pairs[play.world.pairIndex(X0.aster, X0.cael)].affinity.value
    play.world.takeOut(X0.cael)
    let report = play.turn()
    #expect(play.deal.bound == [X0.aster, X0.dorn])
    #expect(report.money.allSatisfy { $0.purpose != .penalty })
    #expect(report.duties.allSatisfy { $0.debtor != X0.cael })
    // Drift alone: mb(3000 + mb(4000, VAL) - TRU, 200).
    #expect(
      play.world.trust(of: X0.aster, in: X0.cael).value
        == trust + mb(3_000 + mb(4_000, affinity) - trust, 200))
    #expect(report.statuses(of: X0.aster, .standard) == [.met])
  }

  @Test("a deal that waits for ratification ends when a signer it needs is taken out")
  func takenOutEarly() {
    let scenario = JointPlay.scenario
    var world = World.start(scenario)
    world.place(
      Lifecycle.signed(
        DealWriter.deal([DealWriter.clause(.acsa, ["aster", "cael"])]), id: "D-1", revision: 1,
        signers: [X0.aster, X0.cael], in: world, scenario: scenario))
    world.takeOut(X0.cael)
    let after = Resolution.resolve(
      world, orders: scenario.states.map { _ in FirstAccord.nothing }, scenario: scenario
    ).world
    #expect(after.deals.map(\.status) == [.ended])
  }

  @Test("lots of a pool that an amendment drops go back to who put them in")
  func droppedPool() {
    let pool = DealWriter.clause(
      .stockpool, ["cael", "dorn"], [],
      [
        "programme": .word("canopy"),
        "lots": .amounts([
          StateAmount(state: "cael", value: 4_000), StateAmount(state: "dorn", value: 10_000),
        ]),
      ])
    let talks = DealWriter.clause(.dialogue, ["cael", "dorn"])
    var play = JointPlay([pool, talks])
    play.play(to: 2)
    let stock = play.world.states[X0.cael].stock[X0.canopy].value
    let next = Lifecycle.amended(
      play.deal, to: DealWriter.deal([talks]), revision: 2, in: play.world,
      scenario: play.scenario)
    play.world.apply(next)
    play.turn()
    let back = stock + 4_000
    #expect(play.world.states[X0.cael].stock[X0.canopy].value == back - mb(back, 200))
    #expect(play.deal.returning == nil)
  }

  @Test("what was drawn from a pool is back after four turns, a quarter each")
  func quarters() {
    let pool = DealWriter.clause(
      .stockpool, ["cael", "dorn"], [],
      [
        "programme": .word("canopy"), "call": .word("any"),
        "lots": .amounts([
          StateAmount(state: "cael", value: 0), StateAmount(state: "dorn", value: 10_000),
        ]),
      ])
    var play = JointPlay([pool])
    play.play(to: 2)
    play.turn([
      X0.cael: [
        Order(.draw, [Parameter("deal", .word("D-1")), Parameter("lots", .integer(8_000))])
      ]
    ])
    let left = (0..<5).map { _ in
      play.turn()
      return play.deal.clauses[0].drawn[X0.cael].value
    }
    #expect(left == [6_000, 4_000, 2_000, 0, 0])
    #expect(play.deal.clauses[0].pooled.map(\.value).reduce(0, +) == 10_000)
  }
}
