/// EQ26 for the turn that is played, from what is known before it: the path, running events, the
/// adversary's technology, and the groups of last turn.
struct ThreatOutlook {
  let world: World
  let scenario: Scenario

  /// TH of a theatre in this turn's R14; bp.
  func threat(_ theatre: Int, trace: inout some Trace) -> BasisPoints {
    ThreatPressure.evaluate(input(theatre), trace: &trace)
  }

  /// What EQ26 reads.
  func input(_ theatre: Int) -> ThreatPressure.Input {
    ThreatPressure.Input(
      path: scenario.theatres[theatre].path(
        at: scenario.parameters.theory.contains(.flatThreat) ? 1 : world.turn),
      inject: BasisPoints(inject(theatre) + spill(to: theatre)), adversary: meanAdversary(),
      salience: salience(theatre))
  }

  /// Sum of running events on the theatre; bp.
  func inject(_ theatre: Int) -> Int {
    let name = scenario.theatres[theatre].id.text
    var sum = 0
    for active in world.effects where active.effect.path == .threat {
      guard active.effect.object == name || active.effect.object.isEmpty else { continue }
      guard active.fromTurn <= world.turn, world.turn <= active.lastTurn ?? .max else { continue }
      if active.effect.operation == .add { sum += active.effect.amount }
    }
    return sum
  }

  /// SR1: a tenth of what events add to the threat of a theatre next door; bp.
  func spill(to theatre: Int) -> Int {
    guard scenario.parameters.has(.theatreSpill) else { return 0 }
    return scenario.adjacent.reduce(0) { sum, pair in
      guard pair.count == 2, pair.contains(theatre),
        let other = pair.first(where: { $0 != theatre })
      else { return sum }
      return sum + mb(max(0, inject(other)), 1_000)
    }
  }

  /// Mean ADV over the domains of the exercise's programmes; bp.
  func meanAdversary() -> BasisPoints {
    var used = [Bool](repeating: false, count: Domain.count)
    for programme in scenario.programmes {
      for domain in programme.domains { used[domain.index] = true }
    }
    var sum = 0
    var count = 0
    for index in used.indices where used[index] {
      sum += world.adversary[index].value
      count += 1
    }
    return count == 0 ? 0 : BasisPoints(rdiv(sum, count))
  }

  /// Highest salience of last turn's groups whose theatre this is; bp.
  func salience(_ theatre: Int) -> BasisPoints {
    var highest: BasisPoints = 0
    for group in world.groups where Self.theatre(of: group.members, scenario: scenario) == theatre {
      highest = max(highest, group.salience)
    }
    return highest
  }

  /// The theatre where the members' summed exposure is highest; the first listed of equals.
  static func theatre(of members: [Int], scenario: Scenario) -> Int {
    var best = (theatre: 0, sum: -1)
    for theatre in scenario.theatres.indices {
      let sum = members.reduce(0) { $0 + scenario.states[$1].exposure[theatre].value }
      if sum > best.sum { best = (theatre, sum) }
    }
    return best.theatre
  }

  /// The threat in the theatre that presses `state` most rises by 1000 bp or more this turn.
  func isCrisis(for state: Int) -> Bool {
    scenario.theatres.indices.contains { theatre in
      guard scenario.states[state].exposure[theatre] > 0 else { return false }
      var trace = NoTrace()
      return threat(theatre, trace: &trace).value - world.threat[theatre].value >= 1_000
    }
  }
}

extension World {
  /// The row of the threat matrix a theatre has in this turn: its own, unless an event makes air
  /// threats hybrid ones or the other way round.
  func threatRow(
    of theatre: Int, scenario: Scenario
  ) -> (sectors: [BasisPoints], cyber: BasisPoints) {
    let card = scenario.theatres[theatre]
    let isSwapped = effects.contains {
      $0.effect.path == .theatreSwap && $0.effect.object == card.id.text && $0.works(in: turn)
    }
    guard isSwapped else { return (card.weights, card.cyberWeight) }
    return Theatre.matrix(card.type == .air ? .hyb : .air)
  }
}
