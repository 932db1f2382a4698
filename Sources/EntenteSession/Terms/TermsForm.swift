package import EntenteModel

/// The rules of form: what is refused when a text is tabled, whatever the state of the world.
package enum TermsForm {
  /// Everything in `text` that bars its tabling, in the order of the codes. `small` are the parties
  /// whose mean industry is below the parties' median: the floor of `gov` protects them.
  package static func check(
    _ text: DealText, vocabulary: Vocabulary, small: [StateID] = []
  ) -> [TermsRefusal] {
    shares(text, small) + durations(text, vocabulary) + counts(text)
      + references(text, vocabulary) + duplicates(text) + parties(text) + directions(text)
      + offsets(text) + governance(text) + pools(text) + menu(text, vocabulary)
  }

  // MARK: E101

  private static func shares(_ text: DealText, _ small: [StateID]) -> [TermsRefusal] {
    text.clauses.flatMap { clause in
      clause.kind.entry.parameters.filter { $0.type == .shares }.flatMap { spec in
        let shares = clause.amounts(spec.name)
        let sum = shares.total
        let whole: [TermsRefusal] =
          sum == 10_000
          ? [] : [.sharesNotWhole(clause: clause.id, sum: sum, need: 10_000, state: nil)]
        return spec.name == "workshare"
          ? whole + floors(clause, shares, text.governance.floor, small) : whole
      }
    }
  }

  private static func floors(
    _ clause: ClauseText, _ shares: [StateAmount], _ floor: BasisPoints, _ small: [StateID]
  ) -> [TermsRefusal] {
    clause.boundStates.filter { small.contains($0) && shares.value(of: $0) < floor.value }.map {
      .sharesNotWhole(
        clause: clause.id, sum: shares.value(of: $0), need: floor.value, state: $0)
    }
  }

  // MARK: E102

  private static func durations(_ text: DealText, _ vocabulary: Vocabulary) -> [TermsRefusal] {
    let term = text.term
    var found: [TermsRefusal] = []
    let test = { (field: String, value: Int, range: ClosedRange<Int>) in
      if !range.contains(value) {
        found.append(
          .badDuration(field: field, value: value, min: range.lowerBound, max: range.upperBound))
      }
    }
    if !term.isEvergreen { test("duration", term.duration, DealTerm.durations) }
    test("notice", term.notice, DealTerm.notices)
    // A duration that was just refused is no end to count from.
    if let review = term.review, !term.isEvergreen, DealTerm.durations.contains(term.duration) {
      // The turn of effect is not known yet: the deal may run from this turn or from the next.
      let first = vocabulary.turn + 1
      test("review", review, first...(vocabulary.turn + term.duration))
    }
    return found
  }

  // MARK: E103

  private static func counts(_ text: DealText) -> [TermsRefusal] {
    var found: [TermsRefusal] = []
    let count = text.clauses.count
    if count > DealText.clauseLimit {
      found.append(.tooManyClauses(clause: nil, count: count, limit: DealText.clauseLimit))
    }
    for pilot in text.clauses where pilot.wraps.count > DealText.pilotLimit {
      found.append(
        .tooManyClauses(clause: pilot.id, count: pilot.wraps.count, limit: DealText.pilotLimit))
    }
    return found
  }

  // MARK: E104

  private static func references(_ text: DealText, _ vocabulary: Vocabulary) -> [TermsRefusal] {
    let ids = text.clauses.map(\.id)
    let pilots = Set(text.clauses.filter { $0.kind == .pilot }.map(\.id))
    let known = Set(ids)
    var found: [TermsRefusal] = []
    for clause in text.clauses where clause.kind == .pilot {
      // A pilot cannot try out a pilot, least of all itself.
      for id in clause.wraps where !known.contains(id) || pilots.contains(id) {
        found.append(.unknownID(clause: clause.id, id: id.text, near: nil))
      }
    }
    for id in text.term.survive where !known.contains(id) {
      found.append(.unknownID(clause: nil, id: id.text, near: nil))
    }
    guard let developable = vocabulary.developable else { return found }
    for clause in text.clauses where clause.kind == .codev {
      guard let programme = clause.programme, !developable.contains(programme) else { continue }
      let near = NearestWord.find(programme.text, among: developable.map(\.text))
      found.append(.unknownID(clause: clause.id, id: programme.text, near: near))
    }
    return found
  }

  // MARK: E235, E237

  private static func offsets(_ text: DealText) -> [TermsRefusal] {
    let sales = text.clauses.filter { $0.kind == .offtake }
    return text.clauses.filter { $0.kind == .offset }.flatMap { offset in
      offset.from.flatMap { seller in
        offset.to.compactMap { buyer -> TermsRefusal? in
          let isSold = sales.contains { $0.from.contains(seller) && $0.to.contains(buyer) }
          if isSold || seller == buyer { return nil }
          return .offsetWithoutSale(clause: offset.id, seller: seller, buyer: buyer)
        }
      }
    }
  }

  private static func governance(_ text: DealText) -> [TermsRefusal] {
    let governance = text.governance
    let isWritten = governance.mode != .auto || governance.floor != 0 || governance.juste
    let joint: [ClauseKind] = [.codev, .coprod, .licprod, .jointfund]
    let isJoint = text.clauses.contains { joint.contains($0.kind) }
    return isWritten && !isJoint ? [.governanceWithoutProgramme] : []
  }

  // MARK: E302, E331

  /// The least a turn that a standard's fund needs of each bound state, and an accelerator in all.
  private static let leastFund = 3000
  private static let leastPool = 4000

  private static func pools(_ text: DealText) -> [TermsRefusal] {
    text.clauses.compactMap { clause in
      let have: Int
      let need: Int
      switch clause.kind {
      case .standard:
        have = clause.amounts("fund").total
        need = leastFund * clause.boundStates.count
      case .accel:
        have = clause.integer("pool") ?? 0
        need = leastPool
      default: return nil
      }
      return have < need
        ? .poolTooSmall(clause: clause.id, have: Money(have), need: Money(need)) : nil
    }
  }

  private static func menu(_ text: DealText, _ vocabulary: Vocabulary) -> [TermsRefusal] {
    text.clauses.filter { !vocabulary.allows($0.kind) }
      .map { .clauseNotHere(clause: $0.id, kind: $0.kind) }
  }
}
