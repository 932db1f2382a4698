import EntenteModel

/// Who plays in one game of a rehearsal. The bots follow rules, so that the same cast always plays
/// the same game: what differs from game to game is the cast.
struct RehearsalCast: Sendable {
  /// One bot in as many plays by another doctrine than its card says.
  static let strangers = 5
  /// What the draws of a cast are for, in the key of a draw.
  private static let stream = 77

  /// By state index.
  var players: [BotPlayer]
  /// By how many places the order in which bots are asked is turned.
  var turned: Int

  /// The cast of game `number`, from 1. The first plays as the cards say, all bots patient; in the
  /// others patience, doctrine and order are drawn from the seed.
  init(doctrines: [String], seed: UInt64, number: Int) {
    func draw(_ state: Int, _ purpose: Int, _ sides: Int) -> Int {
      KeyedDraw.draw(
        seed: seed, turn: number, stream: Self.stream, entity: state * 65_536 + purpose,
        sides: sides)
    }
    let kinds = Doctrine.Kind.allCases
    players = doctrines.enumerated().map { state, doctrine in
      guard number > 1 else { return BotPlayer(doctrine: doctrine) }
      let patience = Patience.allCases[draw(state, 0, Patience.allCases.count)]
      let isStranger = draw(state, 1, Self.strangers) == 0
      let kind = isStranger ? kinds[draw(state, 2, kinds.count)].rawValue : doctrine
      return BotPlayer(doctrine: kind, patience: patience)
    }
    turned = number > 1 ? draw(0, 3, max(1, doctrines.count)) : 0
  }
}
