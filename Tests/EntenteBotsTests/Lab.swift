import EntenteModel
import EntenteSession
import Testing

@testable import EntenteBots

struct LabTests {
  @Test func lab() throws {
    for people in [[], [StateID("cael")], [StateID("borea")]] {
      var game = try Rehearsal(try FirstAccord.exercise("solo"), people: people)
      let clock = ContinuousClock()
      if people == ["cael"] {
        game.runBots()
        for n in game.state.negotiations where n.parties.contains("cael") {
          try game.person("cael", .sign(deal: n.id, revision: n.current.revision))
          if game.state.world.deal(n.id).map({ Lifecycle.mustRatify($0, scenario: game.state.scenario).contains(2)}) == true {
          try game.person("cael", .ratify(deal: n.id)) }
          game.runBots()
        }
        try game.person("cael", .say(to: ["dorn"], issue: nil, text: "hello"))
      }
      let t = try clock.measure { try game.playOut() }
      print("=== people \(people) time \(t)")
      for p in game.played { print(p.turn, p.state, p.move.words) }
      for r in game.refused.prefix(20) { print("REFUSED", r.state, r.move.words, r.refusal) }
      for n in game.state.negotiations { print(n.id, n.status, n.signed, n.ratified, game.state.world.deal(n.id)?.status as Any, TermsPrinter.print(n.text)) }
      for s in game.state.world.states { print(s.outcome.national, s.outcome.terms, s.outcome.gap, s.outcome.privateCards, s.outcome.cards, s.treasury) }
      print(game.state.world.groups.map { ($0.name, $0.members, $0.quadrant) }, game.state.world.collective)
    }
  }
}
