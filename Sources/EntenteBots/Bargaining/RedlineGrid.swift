import EntenteModel
import EntenteSession

/// Every text one redline away from the one on the table, on the grids of the doctrine: shares,
/// royalties, lots, prices, tracks, postures, duration, a clause less or a wished one more.
struct RedlineGrid {
  /// The most texts a bot looks at for one answer, nearest first: keeps an answer fast.
  static let candidatesMax = 40
  private static let royalties = stride(from: 0, through: 1_000, by: 200)
  private static let shareStep = 500
  private static let postureStep = 500
  private static let durations = [4, 6, 8]

  let text: DealText
  let own: StateID
  /// Clauses the doctrine likes to add, already read.
  let wishes: [ClauseText]

  /// The candidates, nearest first, in one order.
  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for index in text.clauses.indices { found += changes(at: index) }
    found += durations()
    if text.clauses.count > 1 { found += text.clauses.indices.map(dropping) }
    found += wishes.filter { !isThere($0) }.map(adding)
    let order = found.indices.sorted { (found[$0].steps, $0) < (found[$1].steps, $1) }
    return order.prefix(Self.candidatesMax).map { found[$0] }
  }

  // MARK: clauses less and more

  private func dropping(_ index: Int) -> Candidate {
    Candidate(
      text: text.dropping(index), steps: Candidate.clauseSteps,
      change: "\(text.clauses[index].kind.rawValue) left out")
  }

  private func adding(_ clause: ClauseText) -> Candidate {
    Candidate(
      text: text.adding(clause), steps: Candidate.clauseSteps,
      change: "\(clause.kind.rawValue) added")
  }

  private func isThere(_ wish: ClauseText) -> Bool {
    text.clauses.contains { $0.kind == wish.kind && $0.programme == wish.programme }
  }

  private func durations() -> [Candidate] {
    guard !text.term.isEvergreen else { return [] }
    return Self.durations.filter { $0 != text.term.duration }.map { duration in
      Candidate(
        text: text.lasting(duration), steps: max(1, rdiv(abs(duration - text.term.duration), 2)),
        change: "duration=\(duration)")
    }
  }

  // MARK: parameters

  private func changes(at index: Int) -> [Candidate] {
    text.clauses[index].parameters.flatMap { parameter -> [Candidate] in
      switch (parameter.name, parameter.value) {
      case ("lots", .integer(let value)): lots(value, index)
      case ("price", .word(let word)): words(["cost", "list"], word, "price", index)
      case ("licence", .word(let word)): words(["agreement", "expedited"], word, "licence", index)
      case ("depth", .word(let word)): words(["shallow", "deep"], word, "depth", index)
      case ("royalty", .integer(let value)): royalties(value, index)
      case ("posture", .integer(let value)): postures(value, index)
      case ("intensity", .integer(let value)): intensities(value, index)
      case ("workshare", .amounts(let shares)): workshares(shares, index)
      default: []
      }
    }
  }

  private func candidate(
    _ name: String, _ value: ParameterValue, _ index: Int, steps: Int, shown: String
  ) -> Candidate {
    Candidate(
      text: text.setting(name, to: value, at: index), steps: steps, change: "\(name)=\(shown)")
  }

  /// Half, three quarters, five quarters and one and a half; whole lots where there are some.
  private func lots(_ value: Int, _ index: Int) -> [Candidate] {
    var seen = [value]
    return [3, 5, 2, 6].compactMap { quarters in
      let exact = rdiv(value * quarters, 4)
      let lots = value >= 4_000 ? rdiv(exact, 1_000) * 1_000 : exact
      guard lots > 0, !seen.contains(lots) else { return nil }
      seen.append(lots)
      return candidate(
        "lots", .integer(lots), index, steps: abs(quarters - 4),
        shown: TypedNumber.printed(lots: lots))
    }
  }

  private func words(
    _ all: [String], _ word: String, _ name: String, _ index: Int
  ) -> [Candidate] {
    all.filter { $0 != word }.map { candidate(name, .word($0), index, steps: 1, shown: $0) }
  }

  private func royalties(_ value: Int, _ index: Int) -> [Candidate] {
    Self.royalties.filter { $0 != value }.map { royalty in
      candidate(
        "royalty", .integer(royalty), index, steps: max(1, rdiv(abs(royalty - value), 200)),
        shown: TypedNumber.printed(pct: royalty))
    }
  }

  private func postures(_ value: Int, _ index: Int) -> [Candidate] {
    let range = text.clauses[index].kind.entry.parameter("posture")?.type.range ?? value...value
    return [-2, -1, 1, 2].map { value + $0 * Self.postureStep }.filter(range.contains).map {
      candidate(
        "posture", .integer($0), index, steps: rdiv(abs($0 - value), Self.postureStep),
        shown: TypedNumber.printed(pct: $0))
    }
  }

  private func intensities(_ value: Int, _ index: Int) -> [Candidate] {
    (1...3).filter { $0 != value }.map {
      candidate("intensity", .integer($0), index, steps: abs($0 - value), shown: "\($0)")
    }
  }

  /// Moves work between oneself and the largest other holder.
  private func workshares(_ shares: [StateAmount], _ index: Int) -> [Candidate] {
    guard let mine = shares.firstIndex(where: { $0.state == own }),
      let other = shares.indices.filter({ $0 != mine })
        .max(by: { (shares[$0].value, $1) < (shares[$1].value, $0) })
    else { return [] }
    return [-2, -1, 1, 2].compactMap { steps in
      var moved = shares
      moved[mine].value += steps * Self.shareStep
      moved[other].value -= steps * Self.shareStep
      guard moved[mine].value >= 0, moved[other].value >= 0 else { return nil }
      return candidate(
        "workshare", .amounts(moved), index, steps: 2 * abs(steps),
        shown: "\(own):\(TypedNumber.printed(pct: moved[mine].value))")
    }
  }
}
