import EntenteModel
package import EntenteSession

/// A command a bot gives, and the line a person would type for it.
package struct BotMove: Hashable, Sendable {
  package var command: Command
  /// What the journal keeps as the request: `SIGN D-7Q4K`.
  package var words: String
  /// It explains the move before it and is said only if that one was taken.
  package var isRemark: Bool

  /// A move as given.
  package init(_ command: Command, words: String, isRemark: Bool = false) {
    self.command = command
    self.words = words
    self.isRemark = isRemark
  }
}

extension BotMove {
  static func propose(_ text: DealText, to: [StateID]) -> BotMove {
    let names = to.map(\.text).joined(separator: ",")
    return BotMove(.propose(text: text), words: "PROPOSE \(names) : \(TermsPrinter.print(text))")
  }

  static func counter(_ deal: DealID, _ text: DealText) -> BotMove {
    BotMove(
      .counter(deal: deal, text: text), words: "COUNTER \(deal) : \(TermsPrinter.print(text))")
  }

  static func sign(_ deal: DealID, revision: Int) -> BotMove {
    BotMove(.sign(deal: deal, revision: revision), words: "SIGN \(deal)")
  }

  static func reject(_ deal: DealID, why: String) -> BotMove {
    BotMove(.reject(deal: deal, why: why), words: "REJECT \(deal) :\(why)")
  }

  static func ratify(_ deal: DealID) -> BotMove {
    BotMove(.ratify(deal: deal), words: "RATIFY \(deal)")
  }

  static func order(_ order: Order) -> BotMove {
    BotMove(.order(order), words: "ORDER \(OrderLanguage.print(order))")
  }

  /// A sentence to some states.
  static func say(_ text: String, to: [StateID]) -> BotMove {
    let names = to.map(\.text)
    return BotMove(
      .say(to: names, issue: nil, text: text),
      words: "SAY \(names.joined(separator: ",")) :\(text)")
  }

  /// The reason for the move before it, tagged with the deal.
  static func remark(_ text: String, to: [StateID], about deal: DealID) -> BotMove {
    let names = to.map(\.text)
    return BotMove(
      .say(to: names, issue: deal.text, text: text),
      words: "SAY \(names.joined(separator: ",")) #\(deal) :\(text)", isRemark: true)
  }
}
