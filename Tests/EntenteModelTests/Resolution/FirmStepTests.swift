import EntenteModel
import Testing

/// EQ17 in play.
struct FirmStepTests {
  private typealias Stage = OrderStage

  private func stage(_ rules: [SmallRule] = []) -> OrderStage {
    var stage = OrderStage()
    stage.parameters.off = [.inputs]
    stage.parameters.smallRules = rules
    stage.states[Stage.aster].firms = 52
    return stage
  }

  private func aster(_ stage: OrderStage, turns: Int = 1) -> StateStanding {
    stage.played(Array(repeating: [:], count: turns)).states[Stage.aster]
  }

  @Test("firms leave where barriers eat their margin, and those that stay add to readiness")
  func leave() {
    // EB 5500: mg = 1500 - 1650 = -150; POOL = 10 x (40 + 65) / 2 = 525; fdiv(525 x -150, 40000)
    // = -2. Bonus min(300, 5 x 50) = 250, times CONN 3000 = 75, in AUT, where CT leads by 2000.
    var off = stage()
    off.parameters.off = [.inputs, .firms]
    let (with, without) = (aster(stage()), aster(off))
    #expect(with.firms == 50 && without.firms == 52)
    #expect(with.technology[Domain.aut.index] - without.technology[Domain.aut.index] == 75)
    #expect(with.technology[Domain.sen.index] == without.technology[Domain.sen.index])
    #expect(aster(stage(), turns: 2).firmLossTurns == 2 && without.firmLossTurns == 0)
  }

  @Test("lower barriers bring firms in, never more than there are")
  func enter() {
    var stage = stage()
    stage.states[Stage.aster].barriers = Array(repeating: 3_000, count: 6)
    // mg 600: fdiv(525 x 600, 40000) = 7.
    #expect(aster(stage).firms == 59 && aster(stage).firmLossTurns == 0)
    stage.states[Stage.aster].firms = 524
    #expect(aster(stage).firms == 525)
  }

  @Test("state-owned industry keeps firms out (SR4)")
  func stateOwned() {
    // EB 5500 + mb(3000, 1000) = 5800: mg = 1500 - 1740 = -240; fdiv(525 x -240, 40000) = -4.
    #expect(aster(stage([.stateOwned])).firms == 48)
  }

  @Test("without barriers the margin is whole")
  func noBarriers() {
    var stage = stage()
    stage.parameters.theory = [.noBarriers]
    // mg 1500: fdiv(525 x 1500, 40000) = 19.
    #expect(aster(stage).firms == 71)
  }
}
