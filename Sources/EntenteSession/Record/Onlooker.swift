package import EntenteModel

/// A seat outside the teams: who looks on, whose eyes it has, and how late it sees. All of it
/// stands in the seat's name, so that the rule of what it sees needs nothing but the name:
/// `observer`, `observer:borea`, `observer+1`, `observer:borea+close`, `evaluator`, `projector`.
package struct Onlooker: Hashable, Sendable {
  /// What it is there for.
  package enum Kind: String, CaseIterable, Sendable {
    /// Sees what the teams see, all of them or one.
    case observer
    /// Sees what the facilitator sees, rates and takes notes.
    case evaluator
    /// Sees what everybody sees: a screen for the whole room.
    case projector
  }

  /// How late it sees.
  package enum Delay: Hashable, Sendable {
    /// What is older than so many turns, from 1.
    case turns(Int)
    /// Everything, once the session is closed.
    case untilClose
  }

  package let kind: Kind
  /// The team it looks on with; nil for all of them.
  package let team: StateID?
  package let delay: Delay?

  /// The most turns of delay: the longest exercise.
  package static let delayMax = 40

  /// What a seat's name says; nil where it is no such seat.
  package init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = Kind(rawValue: String(names[0])) else { return nil }
    if kind != .observer, parts.count + names.count > 2 { return nil }
    self.kind = kind
    team = names.count > 1 ? StateID(String(names[1])) : nil
    guard parts.count > 1 else {
      delay = nil
      return
    }
    if parts[1] == "close" {
      delay = .untilClose
    } else if let turns = Int(parts[1]), (1...Self.delayMax).contains(turns),
      String(turns) == parts[1]
    {
      delay = .turns(turns)
    } else {
      return nil
    }
  }
}

extension SeatID {
  /// What the seat's holder looks on as; nil for seats of states and the facilitator's.
  package var onlooker: Onlooker? {
    state == nil && self != .facilitator ? Onlooker(text) : nil
  }

  /// Whether its holder belongs to the white cell: the facilitator, and who evaluates with them.
  package var isOfWhiteCell: Bool {
    self == .facilitator || text == Onlooker.Kind.evaluator.rawValue
  }
}
