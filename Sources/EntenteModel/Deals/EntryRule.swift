/// Who must sign, and ratify, before a deal is concluded.
package enum EntryRule: Hashable, Sendable, Codable {
  case all
  /// Any `count` parties, 2 or more.
  case of(count: Int)
  /// `state`, and at least `plus` others.
  case lead(state: StateID, plus: Int)

  /// True if `signers`, each named once, are enough of `parties`.
  package func isMet(by signers: [StateID], of parties: [StateID]) -> Bool {
    switch self {
    case .all: parties.allSatisfy(signers.contains)
    case .of(let count): signers.count >= count
    case .lead(let state, let plus): signers.contains(state) && signers.count > plus
    }
  }
}
