import EntenteModel
import Testing

@Suite("Forces, information and consent: what agreements give")
struct AgreementEffectTests {
  private typealias X0 = FirstAccord

  @Test("a guest's posture counts for the host and is paid; not paid, it is not there")
  func basing() {
    let clause = DealWriter.clause(
      .basing, ["cael"], ["dorn"], ["posture": .integer(4_000)])
    var with = JointPlay([clause])
    var without = JointPlay([DealWriter.clause(.rdp, ["aster", "borea"])])
    with.turn()
    without.turn()
    let report = with.turn()
    without.turn()
    // mb(mb(360000, 4000), 1000) = 14400 a turn.
    #expect(report.duties.filter { $0.kind == .basing }.map(\.done) == [14_400])
    let support = [with, without].map { $0.world.states[X0.cael].outcome.support.value }
    #expect(support[0] > 4 * support[1])
    let order = [X0.dorn: [JointPlay.withhold("D-1.c1.dorn")]]
    let late = with.turn(order)
    #expect(late.statuses(of: X0.dorn, .basing) == [.late])
    without.turn()
    let after = [with, without].map { $0.world.states[X0.cael].outcome.support.value }
    #expect(abs(after[0] - after[1]) < 60)
    #expect(with.turn(order).statuses(of: X0.dorn, .basing) == [.breach])
  }

  @Test("sharing lifts the data layer above what protection alone does, with trust on both sides")
  func infoshare() {
    let gsoia = DealWriter.gsoia(["aster", "dorn"])
    let share = DealWriter.clause(.infoshare, ["aster", "dorn"])
    func data(_ clauses: [ClauseText], trust: Int) -> Int {
      var play = JointPlay(clauses) { world in
        let pair = world.pairIndex(X0.aster, X0.dorn)
        world.pairs[pair].layers[Layer.tech.index] = 9_500
        world.pairs[pair].layers[Layer.data.index] = 5_900
      }
      play.turn()
      play.world.trust[play.world.trustIndex(X0.aster, X0.dorn)] = BasisPoints(trust)
      play.world.trust[play.world.trustIndex(X0.dorn, X0.aster)] = 9_000
      let pair = play.world.pairIndex(X0.aster, X0.dorn)
      play.world.pairs[pair].layers[Layer.data.index] = 5_900
      play.turn()
      return play.world.pairs[pair].layers[Layer.data.index].value
    }
    // TECH stays above 8000, so the caps are 6000 and 9000: 5900 + mb(100, 1500) = 5915 and
    // 5900 + mb(3100, 1500) = 6365.
    #expect(data([gsoia], trust: 9_000) == 5_915)
    #expect(data([gsoia, share], trust: 9_000) == 6_365)
    #expect(data([gsoia, share], trust: 6_400) == 5_915)
  }

  @Test("maintenance is work of the hub: its fee counts as work at home")
  func sustain() {
    let clause = DealWriter.clause(
      .sustain, ["aster", "dorn"], [], ["programme": .word("canopy"), "hub": .word("dorn")])
    var with = JointPlay([clause])
    var without = JointPlay([DealWriter.clause(.rdp, ["aster", "borea"])])
    with.turn()
    without.turn()
    let stock = with.world.states[X0.aster].stock[X0.canopy].value
    with.turn()
    without.turn()
    let fee = mb(rdiv(stock * 4_000, 1_000), 100)
    let jobs = [with, without].map { $0.world.states[X0.dorn].ledger.jobs.value }
    #expect(fee == 1_176)
    // Stock that ages half as fast needs fewer new lots: what is left of the difference is the fee.
    let built = [with, without].map { play in
      play.world.lines.filter { $0.state == X0.dorn }
        .reduce(0) { $0 + rdiv($1.output.value * $1.unitCost.value, 1_000) }
    }
    #expect(jobs[0] - built[0] - (jobs[1] - built[1]) == fee)
  }

  @Test("lots go on to states that a reexport names, to others only in defiance")
  func reexport() {
    let clause = DealWriter.clause(
      .reexport, ["dorn"], ["aster"], ["programme": .word("canopy"), "consent": .words(["cael"])])
    func aid(_ to: String, defy: Bool = false) -> [Order] {
      [
        Order(
          .aid,
          [
            Parameter("programme", .word("canopy")), Parameter("lots", .integer(1_000)),
            Parameter("to", .word(to)), Parameter("defy", .flag(defy)),
          ])
      ]
    }
    var play = JointPlay([clause])
    #expect(play.turn([X0.aster: aid("cael")]).orders[X0.aster].map(\.outcome) == [.done])
    guard
      case .dropped(let refusal)? = play.turn([X0.aster: aid("borea")])
        .orders[X0.aster].first?.outcome
    else {
      Issue.record("the gift to Borea goes through")
      return
    }
    #expect(refusal.name == .noReexportConsent)
    let report = play.turn([X0.aster: aid("borea", defy: true)])
    #expect(report.statuses(of: X0.aster, .reexport) == [.breach])
    #expect(report.deliveries.contains { $0.to == X0.borea && $0.way == .aid })
  }

  @Test("a licence delivers where its territory reaches", arguments: ["own", "parties", "any"])
  func territory(_ territory: String) {
    // Cael is a party, Borea is not.
    let licence = DealWriter.clause(
      .licprod, ["dorn"], ["aster"],
      ["programme": .word("canopy"), "territory": .word(territory)])
    var play = JointPlay([licence, DealWriter.clause(.dialogue, ["aster", "cael", "dorn"])])
    play.turn()
    func allowed(_ to: String) -> Bool {
      var copy = play
      let order = Order(
        .aid,
        [
          Parameter("programme", .word("canopy")), Parameter("lots", .integer(1_000)),
          Parameter("to", .word(to)),
        ])
      return copy.turn([X0.aster: [order]]).orders[X0.aster].map(\.outcome) == [.done]
    }
    #expect(allowed("cael") == (territory != "own"))
    #expect(allowed("borea") == (territory == "any"))
  }

  @Test("a royalty on a design developed together goes by the shares of the design")
  func royaltyShares() {
    let licence = DealWriter.clause(
      .licprod, ["borea", "dorn"], ["aster"],
      ["programme": .word("lantern"), "royalty": .integer(1_000)])
    var play = JointPlay([licence]) { world in
      world.programmes[X0.lantern].shares = [0, 7_500, 0, 2_500]
      world.states[X0.aster].requirement[X0.lantern] = 500_000
    }
    play.play(to: 4)
    let report = play.turn()
    let royalties = report.duties.filter { $0.kind == .licprod }.map(\.due)
    #expect(royalties.count == 2 && royalties[0] > 0)
    #expect(abs(royalties[0] - 3 * royalties[1]) <= 2)
  }

  @Test("know-how of others is passed on only with their consent: E214")
  func passingOn() {
    let first = DealWriter.clause(.transfer, ["dorn"], ["aster"], ["domain": .word("sen")])
    var play = JointPlay([first])
    play.play(to: 2)
    let onward = DealWriter.clause(.transfer, ["aster"], ["borea"], ["domain": .word("sen")])
    func refusals(_ clauses: [ClauseText]) -> [String] {
      DealRules.signing(
        DealWriter.deal(clauses), signer: nil, in: play.world, scenario: play.scenario
      ).filter { $0.name == .noIPConsent }.map(\.line)
    }
    #expect(refusals([onward]) == ["programme=sen owner=dorn"])
    #expect(
      refusals([DealWriter.clause(.transfer, ["aster"], ["borea"], ["domain": .word("aut")])])
        .isEmpty)
    // With the giver as a party nothing stands against it.
    #expect(refusals([onward, DealWriter.clause(.dialogue, ["aster", "dorn"])]).isEmpty)
    // Nor with its consent that names the receiver.
    play.world.conclude(
      DealWriter.deal([
        DealWriter.clause(
          .reexport, ["dorn"], ["aster"],
          ["programme": .word("canopy"), "consent": .words(["borea"])])
      ]), id: "D-2", scenario: play.scenario)
    play.turn()
    #expect(refusals([onward]).isEmpty)
  }

  @Test("a preview of a licensed line with rate 0 is made and shows no cost of it")
  func rateZero() {
    let licence = DealWriter.clause(
      .licprod, ["dorn"], ["aster"], ["programme": .word("canopy"), "rate": .integer(0)])
    let play = JointPlay([DealWriter.clause(.dialogue, ["aster", "dorn"])])
    let result = Preview.of(
      DealWriter.deal([licence]), reader: nil,
      orders: play.scenario.states.map { _ in [] }, in: play.world, scenario: play.scenario)
    #expect(result.gates.map(\.state) == [X0.aster])
    #expect(result.costs.map(\.state) == [X0.dorn])
    #expect(result.parties.map(\.state) == [X0.aster, X0.dorn])
  }

  @Test("evergreen clauses count whole in ties, others by the turns that are left")
  func term() {
    // gsoia 700: evergreen 700, of four turns left mb(700, 5000) = 350.
    func depth(_ duration: Int) -> Int {
      var play = JointPlay(
        [DealWriter.gsoia(["aster", "dorn"])], term: DealTerm(duration: duration))
      play.play(to: 2)
      return play.world.pairs[play.world.pairIndex(X0.aster, X0.dorn)].depth.value
    }
    #expect(depth(0) == 700 && depth(4) == 350)
  }
}
