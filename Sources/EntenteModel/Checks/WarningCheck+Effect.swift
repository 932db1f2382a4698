// W19 and W20: deals that end before they deliver, and clauses that can change nothing now.
extension WarningCheck {
  /// W19: the deal runs out, or the game, before the first lot.
  func expiry(_ clause: ClauseText) -> [DealWarning] {
    let last = min(scenario.parameters.turns, lastTurn)
    let what = lastTurn < scenario.parameters.turns ? "deal" : "exercise"
    return PreviewGates.of(draft, in: world, scenario: scenario)
      .filter { $0.clause == clause.id && $0.firstTurn > last }
      .map { gates in
        DealWarning(
          .expiresBeforeDelivery, clause: clause.id,
          "\(gates.title(in: scenario)) begins in turn \(gates.firstTurn), and the "
            + "\(what) ends with turn \(last).")
      }
  }

  /// The last turn of effect of the deal.
  private var lastTurn: Int {
    guard !text.term.isEvergreen, let first = draft.deal.activeFrom else { return .max }
    return first + text.term.duration - 1
  }

  /// W20.
  func noEffect(_ clause: ClauseText) -> [DealWarning] {
    let sentence: String? =
      switch clause.kind {
      case .transfer: idleTransfer(clause)
      case .standard, .acsa, .dialogue, .rdp:
        isCovered(clause) { _ in true }
          ? "All of you are bound by \(clause.kind.rawValue) already; a second one adds nothing."
          : nil
      case .gsoia:
        isCovered(clause) { ($0.integer("level") ?? 1) >= (clause.integer("level") ?? 1) }
          ? "A gsoia of this level joins all of you already." : nil
      case .exercise:
        isCovered(clause) { ($0.integer("intensity") ?? 1) >= (clause.integer("intensity") ?? 1) }
          ? "All of you exercise together at this intensity already." : nil
      case .sosa:
        scenario.parameters.off.contains(.inputs)
          ? "Inputs are not scarce in this exercise, so nobody is served first." : nil
      default: idleTrack(clause)
      }
    return sentence.map { [DealWarning(.noEffect, clause: clause.id, $0)] } ?? []
  }

  /// A transfer from somebody who is not further.
  private func idleTransfer(_ clause: ClauseText) -> String? {
    guard let domain = clause.word("domain").flatMap({ Domain(rawValue: $0) }) else { return nil }
    for giver in indices(clause.from) {
      for receiver in indices(clause.to)
      where world.states[giver].technology[domain.index]
        <= world.states[receiver].technology[domain.index]
      {
        return "\(id(giver)) is not further than \(id(receiver)) in \(domain.rawValue), so nothing "
          + "flows."
      }
    }
    return nil
  }

  /// An expedited track where an exemption needs no licence at all.
  private func idleTrack(_ clause: ClauseText) -> String? {
    guard clause.word("licence") == "expedited",
      let programme = clause.programme.flatMap(scenario.index(of:)),
      scenario.programmes[programme].sensitivity <= 3,
      let owner = world.programmes[programme].owner
    else { return nil }
    let receivers = indices(clause.boundStates).filter { $0 != owner }
    guard !receivers.isEmpty,
      receivers.allSatisfy({ inForce.has(.exempt, between: owner, $0) })
    else { return nil }
    return "exempt is in force, so no licence is needed; licence=expedited only costs capital."
  }

  /// True if every pair the clause binds has one of its kind in force that is good enough.
  private func isCovered(_ clause: ClauseText, by isEnough: (ClauseText) -> Bool) -> Bool {
    let pairs = pairs(clause.boundStates)
    guard !pairs.isEmpty else { return false }
    return pairs.allSatisfy { one, other in
      inForce.of(clause.kind).contains { $0.joins(one, other) && isEnough($0.clause) }
    }
  }
}
