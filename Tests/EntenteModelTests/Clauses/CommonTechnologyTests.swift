import EntenteModel
import Testing

@Suite("accel and dualuse: technology funded and adapted together")
struct CommonTechnologyTests {
  private typealias X0 = FirstAccord

  private func accel(pool: Int, domains: [String] = ["aut", "sen"]) -> ClauseText {
    DealWriter.clause(
      .accel, ["aster", "cael"], [],
      ["domains": .words(domains), "pool": .integer(pool)])
  }

  private func technology(_ play: JointPlay, _ state: Int, _ domain: Domain) -> Int {
    play.world.states[state].technology[domain.index].value
  }

  @Test("40000 carry 100 teams and 20 wins; gains are split over the domains")
  func accelerator() throws {
    // EQ18: effort min(600, 25 x 20) = 500. Aster in SEN: mb(mb(500, 10000 - 5500), 6500) = 146,
    // over two domains 73. Cael: mb(mb(500, 7000), 4500) = mb(350, 4500) = 158, half of it 79.
    var play = JointPlay([accel(pool: 40_000)])
    play.turn()
    let before = (technology(play, X0.aster, .sen), technology(play, X0.cael, .sen))
    #expect(before == (5_500, 3_000))
    let report = play.turn()
    #expect(report.duties.map(\.done) == [20_000, 20_000])
    #expect(technology(play, X0.aster, .sen) == 5_573)
    #expect(technology(play, X0.cael, .sen) == 3_079)
    // Four times five wins: EB1 and EB2 fall by 120, and four tokens go to each in turn.
    #expect(play.world.states[X0.aster].barriers.map(\.value).prefix(3) == [5_380, 5_380, 5_500])
    #expect(play.world.states[X0.aster].tokens == 2 && play.world.states[X0.cael].tokens == 2)
    let wins = try Figures.value(
      "wins:accel", for: nil, in: play.world, scenario: play.scenario)
    #expect(wins == 20)
    #expect(play.world.states[X0.aster].ledger.poolsPaid == 20_000)
    // What members gain together stays inside.
    #expect(play.world.tally.confinedGain >= 73 + 79)
  }

  @Test("tokens go round from turn to turn, and stay when the fund ends")
  func tokens() {
    // 10000 carry 25 teams and 5 wins: one token a turn.
    var play = JointPlay([accel(pool: 10_000)], term: DealTerm(duration: 3))
    play.turn()
    var held: [[Int]] = []
    for _ in 0..<4 {
      play.turn()
      held.append([play.world.states[X0.aster].tokens, play.world.states[X0.cael].tokens])
    }
    #expect(held == [[1, 0], [1, 1], [2, 1], [2, 1]])
  }

  @Test("only what is paid carries teams; who does not pay is late, then breaks its word")
  func unpaid() {
    var play = JointPlay([accel(pool: 40_000)])
    play.turn()
    play.world.states[X0.cael].treasury = 0
    play.world.states[X0.cael].budget = 0
    let report = play.turn()
    #expect(report.statuses(of: X0.cael, .accel) == [.late])
    // 20000 carry 50 teams and 10 wins: effort 250; Aster mb(mb(250, 4500), 6500) = 73 (112.5
    // rounds to 113, 73.45 to 73), over two domains rdiv(73, 2) = 37.
    #expect(technology(play, X0.aster, .sen) == 5_537)
    #expect(play.turn().statuses(of: X0.cael, .accel) == [.breach])
  }

  // MARK: dualuse

  private func dualuse(talent: Bool = false) -> ClauseText {
    DealWriter.clause(
      .dualuse, ["aster", "borea"], [],
      ["domains": .words(["aut"]), "talent": .flag(talent)])
  }

  private func dual(talent: Bool = false, borea: Int = 7_000) -> (JointPlay, JointPlay) {
    let scenario = JointPlay.changed(parameters: { $0.smallRules.append(.talent) })
    func play(_ clause: ClauseText) -> JointPlay {
      var play = JointPlay([clause], in: scenario) { world in
        world.states[X0.borea].technology[Domain.aut.index] = BasisPoints(borea)
        for state in world.states.indices { world.states[state].frameworkFrom = 1 }
      }
      play.turn()
      return play
    }
    return (play(dualuse(talent: talent)), play(DealWriter.clause(.rdp, ["aster", "borea"])))
  }

  @Test("dual use adds 80 to readiness and 60 to the civil level a turn")
  func dualUse() {
    var (with, without) = dual()
    with.turn()
    without.turn()
    for state in [X0.aster, X0.borea] {
      #expect(technology(with, state, .aut) - technology(without, state, .aut) == 80)
      let civil = [with, without].map { $0.world.states[state].civil[Domain.aut.index].value }
      #expect(civil[0] - civil[1] == 60)
    }
    // Nothing in a domain it does not name.
    #expect(technology(with, X0.aster, .sen) == technology(without, X0.aster, .sen))
  }

  @Test("readiness does not rise above the best civil level of the parties")
  func bestCivil() {
    // Borea leads in civil autonomy with 8500; at 8480 only 20 are left.
    var (with, without) = dual(borea: 8_480)
    let start = technology(with, X0.borea, .aut)
    with.turn()
    without.turn()
    let gain = technology(with, X0.borea, .aut) - technology(without, X0.borea, .aut)
    #expect(gain == max(0, min(80, 8_500 - start)))
    #expect(gain < 80)
  }

  @Test("SR3: people who move help research, and carry 60 a turn to the leak meters")
  func talent() {
    var (with, without) = dual(talent: true)
    let order = [X0.aster: [X0.research("aut", 9_000)]]
    let start = technology(with, X0.aster, .aut)
    with.turn(order)
    without.turn(order)
    // EQ14: g = 20 x isqrt(90) = 180; mb(180, 10000 - TR) times 8500 instead of 8250.
    let reach = mb(180, 10_000 - start)
    let more = mb(reach, 8_500) - mb(reach, 8_250)
    let gain = technology(with, X0.aster, .aut) - technology(without, X0.aster, .aut)
    #expect(gain == 80 + more && more > 0)
    let leaks = [with, without].map { $0.world.programmes[X0.lantern].leak.value }
    #expect(leaks[0] - leaks[1] == 60)
    let canopy = [with, without].map { $0.world.programmes[X0.canopy].leak.value }
    #expect(canopy[0] == canopy[1])
  }
}
