package import EntenteModel

/// A seat: a role of a state (`aster.head`), or the facilitator's.
package struct SeatID: Name {
  /// The seat as people type it.
  package let text: String
  /// The state it belongs to; nil for the facilitator's.
  package let state: StateID?

  /// The seat that people type so, whether or not a session has it.
  package init(_ text: String) {
    self.text = text
    state = text.utf8.firstIndex(of: UInt8(ascii: ".")).map { StateID(String(text[..<$0])) }
  }

  /// The seat of a role in a delegation.
  package init(state: StateID, role: String) {
    text = "\(state.text).\(role)"
    self.state = state
  }

  /// The facilitator's seat, which sees everything.
  package static let facilitator = SeatID("facilitator")

  /// The role's name; empty for the facilitator's.
  package var role: String {
    text.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(text[text.index(after: $0)...]) } ?? ""
  }
  package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A person in a seat: `borea.head.1`.
package struct MemberID: Name {
  /// The member as the journal names it.
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// Who gave a command.
package enum Actor: Hashable, Sendable {
  /// A person in a seat of a state.
  case member(MemberID)
  /// The bot that plays a state.
  case bot(StateID)
  /// Time itself.
  case clock
  /// The facilitator; the name is that of the account.
  case facilitator(String)
  /// Somebody who holds a code for the seat and is no member yet.
  case newcomer(SeatID)

  /// The text in the journal: the member, `bot:STATE`, `clock`, `facilitator:NAME`, the seat.
  package var text: String {
    switch self {
    case .member(let member): member.text
    case .bot(let state): "bot:\(state.text)"
    case .clock: "clock"
    case .facilitator(let name): "facilitator:\(name)"
    case .newcomer(let seat): seat.text
    }
  }
}
