import EntenteBots
import EntenteModel
import EntenteSession
import Testing

struct LabTiming {
  @Test func timing() throws {
    let clock = ContinuousClock()
    var worst = Duration.zero, all = Duration.zero, calls = 0
    var game = try Rehearsal(try FirstAccord.exercise("solo"), people: [])
    while game.state.world.turn <= 4 {
      var quiet = false
      while !quiet {
        let before = game.played.count
        for index in 0..<4 {
          let d = game.state.doctrine(of: game.state.scenario.states[index].id)!
          let view = game.state.view(for: index)
          var m: [BotMove] = []
          let t = clock.measure { m = BotPlayer(doctrine: d).moves(view) }
          worst = max(worst, t); all += t; calls += 1
          _ = m
        }
        game.runBots(rounds: 1)
        quiet = game.played.count == before
      }
      try game.act(.advance, by: .facilitator("f"))
    }
    print("TIMING calls \(calls) worst \(worst) mean \(all / calls)")
    let t = try clock.measure { for _ in 0..<10 { var g = try Rehearsal(try FirstAccord.exercise("solo")); try g.playOut() } }
    print("TIMING ten games \(t)")
  }
}
