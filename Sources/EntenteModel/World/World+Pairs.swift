extension World {
  /// Position of the trust of `observer` in `subject` in `trust`.
  package func trustIndex(_ observer: Int, _ subject: Int) -> Int {
    observer * states.count + subject
  }

  /// Trust of `observer` in `subject`; bp.
  package func trust(of observer: Int, in subject: Int) -> BasisPoints {
    trust[observer * states.count + subject]
  }

  /// Position of a pair of different states in `pairs`.
  package func pairIndex(_ one: Int, _ other: Int) -> Int {
    Scenario.pairIndex(one, other, of: states.count)
  }

  /// REP: mean of the others' trust in `state`; bp.
  package func reputation(of state: Int) -> BasisPoints {
    guard states.count > 1 else { return 0 }
    var sum = 0
    for observer in states.indices where observer != state {
      sum += trust(of: observer, in: state).value
    }
    return BasisPoints(rdiv(sum, states.count - 1))
  }

  /// Mean PROC over all pairs of `state`; bp.
  package func meanProcedural(of state: Int) -> BasisPoints {
    guard states.count > 1 else { return 0 }
    var sum = 0
    for other in states.indices where other != state {
      sum += pairs[pairIndex(state, other)].layers[Layer.proc.index].value
    }
    return BasisPoints(rdiv(sum, states.count - 1))
  }

  /// Position of the line of `state` for `programme`, if there is one.
  package func lineIndex(_ state: Int, _ programme: Int) -> Int? {
    lines.firstIndex { $0.state == state && $0.programme == programme }
  }
}
