import EntenteModel

/// What the host hands in with the rules: functions the pure rooms do not have.
package struct Rules: Sendable {
  /// SHA-256 of some bytes.
  package var hash: @Sendable ([UInt8]) -> [UInt8]
  package init(hash: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.hash = hash }
}

/// A decision of several steps: every event is folded at once, so that the next step sees it.
struct Deliberation {
  private(set) var state: SessionState
  private(set) var events: [Event] = []
  let time: Int
  let rules: Rules

  init(_ state: SessionState, at time: Int, rules: Rules) {
    self.state = state
    self.time = time
    self.rules = rules
  }

  mutating func emit(_ audience: Audience, _ fact: Fact) {
    let event = Event(audience, fact)
    events.append(event)
    state.evolve(event, at: time)
  }
}
