import EntenteModel
import Testing

/// Orders that join civil and military work, kinds of obstacles, and what building together earns.
struct CivilWorkTests {
  private typealias Stage = OrderStage

  @Test("coordinate raises civil technology by 80 in the two domains named, and in no other")
  func coordinate() {
    let stage = OrderStage()
    let order = Stage.order(.coordinate, ["domains": .words(["ai", "dat"])])
    let before = stage.start.states[Stage.cael].civil
    let after = stage.played([[Stage.cael: [order]]]).states[Stage.cael].civil
    for domain in Domain.allCases {
      let gain = after[domain.index].value - before[domain.index].value
      #expect(gain == ([.ai, .dat].contains(domain) ? 80 : 0), "\(domain)")
    }
  }

  @Test("a bolted-on technology is bought as it is, up to readiness 50 and what civil firms have")
  func boltOn() {
    func readiness(_ money: Int, technology: BasisPoints, civil: BasisPoints) -> Int {
      var stage = OrderStage()
      stage.parameters.domains = [.dat]
      for state in stage.states.indices {
        stage.states[state].technology[Domain.dat.index] = technology
        stage.states[state].civil[Domain.dat.index] = civil
        stage.states[state].posture = .none
      }
      let order = Stage.order(
        .boltOn, ["domain": .word("dat"), "money": .integer(money)])
      return stage.played([[Stage.cael: [order]]]).states[Stage.cael]
        .technology[Domain.dat.index].value
    }
    // 5000 $k bring 200; never more than 400 a turn, than civil technology, or than 5000.
    #expect(readiness(5_000, technology: 3_000, civil: 8_000) == 3_200)
    #expect(readiness(20_000, technology: 3_000, civil: 8_000) == 3_400)
    #expect(readiness(5_000, technology: 3_000, civil: 3_100) == 3_100)
    #expect(readiness(5_000, technology: 4_950, civil: 8_000) == 5_000)
  }

  @Test("each of the six barriers stands for one of five kinds of obstacle, which reform names")
  func obstacles() {
    let kinds = OrderCatalogue.barriers.compactMap { Obstacle(barrier: $0) }
    #expect(kinds.count == 6 && Set(kinds) == Set(Obstacle.allCases))
    #expect(Obstacle(barrier: "rights") == .legal && Obstacle(barrier: "tanks") == nil)
    let help = OrderCatalogue.entry(.reform).parameters[0].summary
    for barrier in OrderCatalogue.barriers {
      #expect(help.contains("\(barrier) is \(Obstacle(barrier: barrier)?.rawValue ?? "?")"))
    }
  }

  @Test("connected things and drones are civil work in data and autonomy, and count in readiness")
  func connectedThings() {
    var stage = OrderStage()
    stage.parameters.domains = [.dat, .aut]
    for state in stage.states.indices {
      for domain in [Domain.dat, .aut] {
        stage.states[state].technology[domain.index] = 3_000
        stage.states[state].civil[domain.index] = 8_000
      }
    }
    let after = stage.played([[:]]).states[Stage.cael]
    let start = stage.start.states[Stage.cael]
    for domain in [Domain.dat, .aut] {
      #expect(after.technology[domain.index] > start.technology[domain.index], "\(domain)")
    }
    // What they are for: data feeds sensing, autonomy the uncrewed.
    #expect(Domain.dat.sector == .isr && Domain.aut.sector == .uas)
  }

  @Test("SR19: who builds together gains 40 of organisation a turn, once however many deals")
  func learningByDoing() {
    func organisation(_ rules: SmallRule..., share: Int = 2_000) -> [BasisPoints] {
      let scenario = JointPlay.changed(parameters: { $0.smallRules = rules })
      let clause = DealWriter.coprod(
        ["aster", "cael", "dorn"], "canopy", lines: ["dorn"],
        workshare: [
          StateAmount(state: "aster", value: share), StateAmount(state: "cael", value: 500),
          StateAmount(state: "dorn", value: 9_500 - share),
        ])
      var play = JointPlay([clause], in: scenario)
      play.world.conclude(DealWriter.deal([clause]), id: "D-2", scenario: scenario)
      play.play(to: 3)
      return play.world.states.map(\.organisation)
    }
    let plain = organisation()
    let rule = organisation(.learningByDoing)
    // Aster holds a share of at least a tenth, Dorn an open line, Cael neither.
    let gains = zip(rule, plain).map { $0.value - $1.value }
    #expect(gains[0] > 0 && gains[0].isMultiple(of: 40) && gains[0] == gains[3])
    #expect(gains[1] == 0 && gains[2] == 0)
    #expect(organisation(.learningByDoing, share: 900)[0] == plain[0])
  }

  @Test("SR21: participation is the share of joint work that states with less industry hold")
  func participation() {
    func collective(_ rules: SmallRule..., small: Int) -> Int {
      let scenario = JointPlay.changed(parameters: { $0.smallRules = rules })
      let clause = DealWriter.coprod(
        ["cael", "dorn"], "canopy", lines: ["dorn"],
        workshare: [
          StateAmount(state: "cael", value: small),
          StateAmount(state: "dorn", value: 10_000 - small),
        ])
      var play = JointPlay([clause], in: scenario)
      play.play(to: 3)
      return play.world.collective.value
    }
    let industry = World.start(JointPlay.scenario).states.map(\.ledger.meanCapacityAtStart)
    #expect(industry[2] < industry[3])
    // 15% of a participation of 40 and of 20 points are 6 and 3 points of the common score.
    let much = collective(.participation, small: 4_000) - collective(small: 4_000)
    let little = collective(.participation, small: 2_000) - collective(small: 2_000)
    #expect(abs(much - 600) <= 1 && abs(little - 300) <= 1)
  }
}
