import EntenteModel
import EntenteSession

// A format may be played with some of the states and programmes of its exercise. Everything is
// checked against all of them, and then what speaks of the others is left out.
extension Assembly {
  /// True if nothing in `text` is left out of this format.
  func isHere(_ text: DealText) -> Bool {
    let states = text.parties.map(\.text)
    let programmes = text.clauses.compactMap { $0.programme?.text }
    return states.allSatisfy(stateNames.contains) && programmes.allSatisfy(programmeNames.contains)
  }

  /// True if `effect` changes something that is here.
  func isHere(_ effect: InjectEffect) -> Bool {
    let object = effect.object
    switch effect.path {
    case .lineOutput:
      return stateNames.contains { state in
        programmeNames.contains { "\(state)-\($0)" == object }
      }
    default:
      return !(allStates.contains(object) && !stateNames.contains(object))
        && !(allProgrammes.contains(object) && !programmeNames.contains(object))
    }
  }

  /// What is left of `test` where figures of what is not here are 0; nil if nothing is.
  func here(_ test: CardCondition.Test) -> CardCondition.Test? {
    if case .test(let test) = fold(test) { return test }
    return nil
  }

  private enum Folded {
    case constant(Bool)
    case test(CardCondition.Test)
  }

  private func fold(_ test: CardCondition.Test) -> Folded {
    switch test {
    case .compare(let metric, let comparison, let threshold):
      guard metric.arguments.contains(where: isAbsent) else { return .test(test) }
      switch comparison {
      case .atLeast: return .constant(0 >= threshold)
      case .atMost: return .constant(0 <= threshold)
      case .equal: return .constant(0 == threshold)
      }
    case .not(let inner):
      switch fold(inner) {
      case .constant(let value): return .constant(!value)
      case .test(let left): return .test(.not(left))
      }
    case .all(let tests): return fold(tests, breaking: false) { .all($0) }
    case .any(let tests): return fold(tests, breaking: true) { .any($0) }
    }
  }

  /// One constant `breaking` decides the whole; the other constants say nothing.
  private func fold(
    _ tests: [CardCondition.Test], breaking: Bool,
    joined: ([CardCondition.Test]) -> CardCondition.Test
  ) -> Folded {
    var left: [CardCondition.Test] = []
    for test in tests {
      switch fold(test) {
      case .constant(breaking): return .constant(breaking)
      case .constant: continue
      case .test(let test): left.append(test)
      }
    }
    if left.isEmpty { return .constant(!breaking) }
    return .test(left.count == 1 ? left[0] : joined(left))
  }

  private func isAbsent(_ name: String) -> Bool {
    (allStates.contains(name) && !stateNames.contains(name))
      || (allProgrammes.contains(name) && !programmeNames.contains(name))
  }

  // MARK: teams

  /// The states people play, a team each; those that are in none are bots.
  mutating func teams() -> [[StateID]] {
    var teams: [[StateID]] = []
    var seen: Set<String> = []
    for member in format.list("teams") {
      let names: [String]
      if case .list(let states) = member.value {
        names = states.compactMap(\.text)
      } else {
        names = member.text.map { [$0] } ?? []
      }
      for name in names {
        if !stateNames.contains(name) {
          report(
            PackageFile.exercise, member, "state-not-here",
            "\"\(name)\" is not among the states of the format \"\(formatName)\".")
        }
        if !seen.insert(name).inserted {
          report(
            PackageFile.exercise, member, "duplicate-id", "\"\(name)\" is in two teams.")
        }
      }
      teams.append(names.sorted().map { StateID($0) })
    }
    return teams.isEmpty ? stateNames.map { [StateID($0)] } : teams
  }

  /// Somebody must be able to play, with the seat a single person takes.
  mutating func checkSeat(_ teams: [[StateID]]) {
    guard let field = format["seat"], let name = field.text else { return }
    if !teams.joined().contains(StateID(name)) {
      report(
        PackageFile.exercise, field, "state-not-here",
        "\"\(name)\" is not among the states people play in the format \"\(formatName)\".")
    }
  }
}
