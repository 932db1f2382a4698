package import EntenteModel

/// Whether teams did what an event asked of them, on the record.
package struct ExpectationCheck: Hashable, Sendable, Codable {
  package var inject: InjectID
  /// Whether the test held; with teams, for every one of them.
  package var isMet: Bool
  /// Teams that did it, and teams that did not, ascending; both empty where the test names none.
  package var met: [StateID]
  package var missed: [StateID]
}

extension Deliberation {
  /// Tests what was expected by the end of one of these phases, or of an earlier moment.
  mutating func checkExpectations(through phases: [Phase]) {
    let order = Phase.allCases
    let now = phases.compactMap(order.firstIndex(of:)).max() ?? 0
    for inject in state.scenario.injects {
      guard let test = inject.expectTest,
        !state.whiteCell.expectations.contains(where: { $0.inject == inject.id }),
        let came = state.fired.last(where: { $0.inject == inject.id })
      else { continue }
      let turn = max(inject.expectBy?.turn ?? 0, came.turn)
      let phase = inject.expectBy.flatMap { Phase(rawValue: $0.phase) } ?? .resolve
      guard turn < state.turn || (turn == state.turn && (order.firstIndex(of: phase) ?? 0) <= now)
      else { continue }
      emit(.facilitator, .desk(.expectationChecked(state.check(test, of: inject.id))))
    }
  }
}

extension SessionState {
  /// A test of what an event asked for, as things stand.
  func check(_ test: CardCondition.Test, of inject: InjectID) -> ExpectationCheck {
    guard test.asksTeam else {
      let isMet = holds(test, through: turn)
      return ExpectationCheck(inject: inject, isMet: isMet, met: [], missed: [])
    }
    // An event may come to one team after the other.
    let asked = Set(fired.filter { $0.inject == inject }.flatMap(\.to)).sorted()
    let met = asked.filter { holds(test, for: $0, through: turn) }
    let missed = asked.filter { !met.contains($0) }
    return ExpectationCheck(inject: inject, isMet: missed.isEmpty, met: met, missed: missed)
  }

  /// What was asked of teams by the events that came, and whether they did it.
  func addExpectations(to page: inout Page) {
    for inject in scenario.injects where hasFired(inject.id) {
      guard let test = inject.expectTest else { continue }
      let done = whiteCell.expectations.first { $0.inject == inject.id }
      let check = done ?? self.check(test, of: inject.id)
      page.add(
        [
          Page.Field("inject", inject.id.text), Page.Field("expected", check.isMet ? "yes" : "no"),
          Page.Field("final", done == nil ? "no" : "yes"),
        ], "\(inject.id) expects: \(inject.expect) \(check.words(isFinal: done != nil))")
    }
  }
}

extension ExpectationCheck {
  /// `Met by aster; missed by cael.`
  func words(isFinal: Bool) -> String {
    let late = isFinal ? "Missed" : "Not yet"
    guard !met.isEmpty || !missed.isEmpty else { return isMet ? "Met." : "\(late)." }
    let done = met.isEmpty ? [] : ["met by \(met.map(\.text).joined(separator: ", "))"]
    let open =
      missed.isEmpty
      ? []
      : ["\(late.lowercased()) by \(missed.map(\.text).joined(separator: ", "))"]
    let words = (done + open).joined(separator: "; ")
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  /// The line the facilitator gets.
  var line: EventLine {
    EventLine(
      "inject.checked",
      [
        Page.Field("inject", inject.text), Page.Field("expected", isMet ? "yes" : "no"),
        Page.Field("met", met.map(\.text).joined(separator: ",")),
        Page.Field("missed", missed.map(\.text).joined(separator: ",")),
      ], "What \(inject) asked for: \(words(isFinal: true))")
  }
}
