import EntenteBots
import EntenteSession
import Testing

@testable import EntenteModel

struct NonInterferenceTests {
  /// A session in its first negotiation, after so many rounds of moves; the first round tables the
  /// openings.
  private func negotiating(rounds: Int = 1) throws -> SessionState {
    var game = try Rehearsal(try FirstAccord.exercise())
    game.runBots(rounds: rounds)
    return game.state
  }

  /// A session in its second turn, with deals and lines on their way, when orders are given.
  private func ordering() throws -> SessionState {
    var game = try Rehearsal(try FirstAccord.exercise("class"))
    while game.state.turn < 2 || game.state.phase != .orders {
      if game.state.turn == 1 || game.state.phase == .negotiate { game.runBots() }
      try game.act(.advance, by: .facilitator("f"))
    }
    return game.state
  }

  private func moves(_ state: SessionState, _ index: Int) throws -> [BotMove] {
    let doctrine = try #require(state.doctrine(of: state.scenario.states[index].id))
    return BotPlayer(doctrine: doctrine).moves(state.view(for: index))
  }

  /// The session with everything changed that a state may not see.
  private func disguised(_ state: SessionState, from index: Int) -> SessionState {
    let others = state.scenario.states.indices.filter { $0 != index }
    let changed = state.with { world in
      for other in others {
        world.states[other].treasury = 999_999
        world.states[other].lastBudgetOrders = [Order(.asym, [Parameter("money", .integer(1))])]
        world.states[other].leverUsed = [LeverUse(keyword: .relaxExport, object: nil, turn: 1)]
        for third in others where third != other {
          world.trust[world.trustIndex(other, third)] = 100
        }
      }
    }
    return changed.withDesks { desks in
      for other in others {
        desks[other].spokenToBy = []
        desks[other].offersThisTurn = 3
        desks[other].orders = desks[index].orders
      }
    }
  }

  @Test("What a state may not see changes none of its bot's answers and offers", arguments: 0..<4)
  func hiddenWhileNegotiating(index: Int) throws {
    // After the third round dorn, too, has an answer to give.
    let state = try negotiating(rounds: index == 3 ? 3 : 1)
    let plain = try moves(state, index)
    #expect(!plain.isEmpty)
    #expect(try moves(disguised(state, from: index), index) == plain)
  }

  @Test("What a state may not see changes none of its bot's orders")
  func hiddenWhileOrdering() throws {
    let state = try ordering()
    for index in state.scenario.states.indices {
      let plain = try moves(state, index)
      #expect(!plain.isEmpty)
      #expect(try moves(disguised(state, from: index), index) == plain)
    }
  }

  @Test("What it may see does change them")
  func seen() throws {
    let state = try negotiating()
    let aster = 0
    let poor = state.with { $0.states[aster].politicalCapital = 0 }
    #expect(try moves(poor, aster) != moves(state, aster))
  }
}
