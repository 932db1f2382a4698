import EntenteModel
import Testing

@Suite("exempt and ntib: fewer papers, a common base")
struct ExemptionTests {
  private typealias X0 = FirstAccord
  /// Turns of half a year, so that papers take more than one.
  private static let slow = JointPlay.changed(parameters: { $0.turnDays = 180 })

  private func licensed(exempt: Bool) -> JointPlay {
    var play = JointPlay([DealWriter.licprod("dorn", "aster", "canopy")], in: Self.slow) {
      $0.states[X0.aster].exportStrictness = 9_000
    }
    if exempt {
      play.world.conclude(
        DealWriter.deal([DealWriter.clause(.exempt, ["aster", "dorn"])]), id: "D-2",
        scenario: Self.slow)
    }
    return play
  }

  private func gates(_ play: JointPlay) -> [String] {
    let line = play.world.lines.first { $0.state == X0.aster }
    return (line?.gates ?? []).map { "\($0.kind.rawValue) \($0.done)/\($0.days)" }
  }

  @Test("papers under way are shortened from the turn after the exemption began")
  func openGates() {
    // 180 days and two partners under a lead: cr = mb(180, 9900) = 178. TSFD 60 x 2 = 120 days at
    // XC 10000, of which 88 are done after turn 2.
    var (with, without) = (licensed(exempt: true), licensed(exempt: false))
    with.play(to: 2)
    without.play(to: 2)
    let before = ["ratification 90/90", "disclosure 88/120", "licence 0/120"]
    #expect(gates(with).prefix(3) == before[...])
    #expect(gates(without).prefix(3) == before[...])
    with.turn()
    without.turn()
    // A quarter of 120 is 30, but 88 are done; the licence falls away, so 178 days go to the
    // contract. Without it 32 + 120 go to papers and 26 to the contract.
    #expect(
      gates(with).prefix(4)
        == ["ratification 90/90", "disclosure 88/88", "licence 0/0", "contracting 178/180"][...])
    #expect(gates(without)[3] == "contracting 26/180")
  }

  @Test("deliveries under way are shortened too")
  func deliveries() {
    func days(_ exempt: Bool) -> [Int] {
      var play = JointPlay(
        [DealWriter.offtake("dorn", ["aster"], "canopy", lots: 5)], in: Self.slow
      ) { $0.states[X0.aster].exportStrictness = 9_000 }
      if exempt {
        play.world.conclude(
          DealWriter.deal([DealWriter.clause(.exempt, ["aster", "dorn"])]), id: "D-2",
          scenario: Self.slow)
      }
      // Nothing of the papers was done by turn 3.
      play.play(to: 2)
      for place in play.world.deals.indices where play.world.deals[place].id == "D-1" {
        for gate in play.world.deals[place].clauses[0].gates[0].indices {
          play.world.deals[place].clauses[0].gates[0][gate].done = 0
        }
        play.world.deals[place].clauses[0].closedTurn = [nil]
      }
      play.turn()
      return play.deal.clauses[0].gates[0].map(\.days.value)
    }
    #expect(days(false) == [45, 120, 30])
    #expect(days(true) == [45, 30, 0])
  }

  @Test("the clause sleeps while export controls are more than 2000 apart")
  func sleep() {
    var play = JointPlay([DealWriter.clause(.exempt, ["aster", "dorn"])]) {
      $0.states[X0.aster].exportStrictness = 8_000
    }
    play.play(to: 2)
    #expect(!play.deal.clauses[0].isSuspended)
    play.world.states[X0.aster].exportStrictness = 7_999
    play.turn()
    #expect(play.deal.clauses[0].isSuspended && play.deal.status == .suspended)
    play.world.states[X0.aster].exportStrictness = 8_000
    play.turn()
    #expect(!play.deal.clauses[0].isSuspended && play.deal.status == .inForce)
  }

  // MARK: ntib

  private func base(_ sectors: [String]) -> JointPlay {
    var play = JointPlay([
      DealWriter.clause(.ntib, ["aster", "dorn"], [], ["sectors": .words(sectors)])
    ])
    play.turn()
    return play
  }

  private func invest(_ sector: String) -> [Order] {
    [
      Order(
        .invest,
        [
          Parameter("sector", .word(sector)), Parameter("money", .integer(9_000)),
          Parameter("at", .word("aster")),
        ])
    ]
  }

  @Test("a state may invest in its partner's industry in the sectors named")
  func invest() {
    var play = base(["uas"])
    let report = play.turn([X0.dorn: invest("uas")])
    #expect(report.orders[X0.dorn].map(\.outcome) == [.done])
    // 9000 $k at 1500 a thousand are 6000 cu, below a fifth of Aster's.
    #expect(play.world.states[X0.aster].growing.map(\.amount) == [6_000])
    let refused = play.turn([X0.dorn: invest("amd")]).orders[X0.dorn].first
    guard case .dropped(let refusal)? = refused?.outcome else {
      Issue.record("the investment is made")
      return
    }
    #expect(refusal.name == .prerequisiteMissing)
    #expect(refusal.fields == ["a=dorn", "b=aster", "need=ntib"])
  }

  @Test("national preference is waived in the sectors named, and everywhere by rdp")
  func preference() {
    // Dorn, content rule 65%, penalty 5000, builds canopy itself. Aster offers it at 2600: judged
    // mb(2600, 15000) = 3900 it is still below Dorn's own 4000 and more; at 2900 it is not.
    func capitalPaid(_ clauses: [ClauseText]) -> Int {
      var play = JointPlay(clauses) { world in
        var line = world.lines[1]
        line.state = X0.aster
        line.capacity = 20_000
        world.place(line)
      }
      let offer = Order(
        .sell,
        [
          Parameter("programme", .word("canopy")), Parameter("lots", .integer(5_000)),
          Parameter("price", .integer(2_900)), Parameter("to", .words(["dorn"])),
        ])
      play.turn([X0.aster: [offer]])
      let order = Order(
        .procure,
        [
          Parameter("programme", .word("canopy")), Parameter("lots", .integer(1_000)),
          Parameter("from", .word("aster")),
        ])
      var still = play
      still.turn()
      play.turn([X0.dorn: [order]])
      return still.world.states[X0.dorn].politicalCapital.value
        - play.world.states[X0.dorn].politicalCapital.value
    }
    func ntib(_ sector: String) -> ClauseText {
      DealWriter.clause(.ntib, ["aster", "dorn"], [], ["sectors": .words([sector])])
    }
    #expect(capitalPaid([DealWriter.clause(.dialogue, ["aster", "dorn"])]) == 400)
    #expect(capitalPaid([ntib("uas")]) == 400)
    #expect(capitalPaid([ntib("amd")]) == 0)
    #expect(capitalPaid([DealWriter.clause(.rdp, ["aster", "dorn"])]) == 0)
  }
}
