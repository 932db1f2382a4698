/// Objects of effects that are found when the event comes: the largest supplier, the theatre that
/// presses most, the programme that leaked.
struct EffectObjects {
  /// The domain in which civil technology leads most.
  static let widest = "widest"
  /// States of strict human control.
  static let strict = "strict"
  /// States whose questions about passing on wait.
  static let askers = "askers"
  /// The programme, or its domains, of the last leak.
  static let leaked = "leaked"
  /// The supplier, line or offer that counts most.
  static let largest = "largest"
  /// The supplier each addressed state depends on most.
  static let ownLargest = "own-largest"
  /// The theatre that presses an addressed state most.
  static let mostExposed = "most-exposed"
  /// All theatres.
  static let all = "all"
  /// The first theatre of the exercise.
  static let first = "first"
  /// Before a type: the first theatre where none is of it.
  static let firstUnless = "first-unless-"

  let world: World
  let scenario: Scenario

  /// The effect with the objects it stands for, and whom each is about.
  func resolved(_ effect: InjectEffect, of states: [Int]) -> [(InjectEffect, [Int])] {
    var plain = effect
    plain.after = nil
    plain.condition = nil
    func each(_ objects: [String]) -> [(InjectEffect, [Int])] {
      objects.map { object in
        var named = plain
        named.object = object
        return (named, states)
      }
    }
    switch effect.path {
    case .threat: return threats(plain, states)
    case .theatreSwap: return each(swapped(effect.object))
    case .lineOutput where effect.object == Self.largest: return each(largestLine())
    case .supplierStatus where effect.object == Self.largest: return suppliers(plain, states)
    case .supplierStatus where effect.object == Self.ownLargest: return ownSuppliers(plain, states)
    case .leakMeter where effect.object == Self.leaked:
      return each(world.lastLeak.map { [scenario.programmes[$0.programme].id.text] } ?? [])
    case .transferGain where effect.object == Self.leaked:
      let domains = world.lastLeak.map { scenario.programmes[$0.programme].domains } ?? []
      return each(domains.map(\.rawValue))
    case .dealPace, .freeExit:
      let deal = ClauseKind(rawValue: effect.object).flatMap {
        world.dealInDispute(over: $0, scenario: scenario)
      }
      return each(deal.map { [$0.id.text] } ?? [])
    default: return [(plain, states)]
    }
  }

  // MARK: Theatres

  private func threats(_ effect: InjectEffect, _ states: [Int]) -> [(InjectEffect, [Int])] {
    theatres(effect.object, states).map { theatre in
      var named = effect
      named.object = scenario.theatres[theatre].id.text
      return (named, states)
    }
  }

  /// The theatres a word stands for, in the order of the package; an id goes before a type.
  func theatres(_ word: String, _ states: [Int]) -> [Int] {
    let all = Array(scenario.theatres.indices)
    if let named = scenario.index(of: TheatreID(word)) { return [named] }
    if word.isEmpty || word == Self.all { return all }
    if word == Self.first { return Array(all.prefix(1)) }
    if word == Self.mostExposed {
      let found = states.compactMap { world.mostExposedTheatre(of: $0, scenario: scenario) }
      return Set(found).sorted()
    }
    let isFallback = word.hasPrefix(Self.firstUnless)
    let type = ThreatType(
      rawValue: isFallback ? String(word.dropFirst(Self.firstUnless.count)) : word)
    let typed = all.filter { scenario.theatres[$0].type == type }
    if isFallback { return typed.isEmpty ? Array(all.prefix(1)) : [] }
    return typed
  }

  /// Theatres of AIR and HYB, which change into one another.
  private func swapped(_ word: String) -> [String] {
    theatres(word, []).map { scenario.theatres[$0] }
      .filter { $0.type == .air || $0.type == .hyb }.map(\.id.text)
  }

  // MARK: Supply

  /// The line with the most capacity, the first of equals.
  private func largestLine() -> [String] {
    var best: Int?
    for line in world.lines.indices where world.lines[line].status == .open {
      if best.map({ world.lines[line].capacity > world.lines[$0].capacity }) ?? true {
        best = line
      }
    }
    return best.map { line in
      [
        "\(scenario.states[world.lines[line].state].id)-"
          + scenario.programmes[world.lines[line].programme].id.text
      ]
    } ?? []
  }

  /// The largest supplier of the input that is most concentrated. Where no input is scarce, the
  /// largest line stands still by as much, for one turn.
  private func suppliers(_ effect: InjectEffect, _ states: [Int]) -> [(InjectEffect, [Int])] {
    let nodes = Input.allCases.compactMap { scenario.node($0) }
    let levels = nodes.map { node in
      scenario.states.indices.map {
        world.concentration(of: $0, in: node.input, scenario: scenario).value
      }.max() ?? 0
    }
    guard let most = levels.max(), let place = levels.firstIndex(of: most),
      let supplier = Self.largestPlace(nodes[place].shares)
    else {
      return largestLine().map { line in
        (
          InjectEffect(
            path: .lineOutput, object: line, operation: .multiply, amount: effect.amount, turns: 1),
          states
        )
      }
    }
    var named = effect
    named.object = "\(nodes[place].input.rawValue):\(scenario.supplierName(supplier))"
    return [(named, states)]
  }

  /// For each state every input that comes from the supplier it depends on most.
  private func ownSuppliers(
    _ effect: InjectEffect, _ states: [Int]
  ) -> [(InjectEffect, [Int])] {
    states.flatMap { state -> [(InjectEffect, [Int])] in
      guard let supplier = world.mainSupplier(of: state, scenario: scenario)?.supplier else {
        return []
      }
      return Input.allCases.filter { input in
        scenario.contractShares(of: input, to: state).indices.contains(supplier)
          && scenario.contractShares(of: input, to: state)[supplier] > 0
      }.map { input in
        var named = effect
        named.object = "\(input.rawValue):\(scenario.supplierName(supplier))"
        return (named, [state])
      }
    }
  }

  private static func largestPlace(_ shares: [BasisPoints]) -> Int? {
    shares.max().flatMap { most in most > 0 ? shares.firstIndex(of: most) : nil }
  }
}

extension World {
  /// The supplier a state depends on most, the first of equals, how much, and the second most; bp.
  func mainSupplier(
    of state: Int, scenario: Scenario
  ) -> (supplier: Int, share: Int, second: Int)? {
    var best: (supplier: Int, share: Int, second: Int)?
    for supplier in 0..<scenario.supplierCount where supplier != state {
      let share = dependence(of: state, on: supplier, scenario: scenario).value
      if share > best?.share ?? 0 {
        best = (supplier, share, best?.share ?? 0)
      } else if let leader = best, share > leader.second {
        best?.second = share
      }
    }
    return best
  }
}
