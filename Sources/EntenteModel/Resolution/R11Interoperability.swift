// R11: the four layers of every pair (EQ19) and their composite (EQ20).

extension Resolver {
  /// Moves all pairs from the figures of the start of the step.
  mutating func raiseInteroperability() {
    holdOrderedExercises()
    sleepUnpaidStandards()
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) { raisePair(one, other) }
    }
  }

  /// Orders `exercise`: held if both order it with each other, at the lower intensity.
  private mutating func holdOrderedExercises() {
    for state in 0..<count {
      for order in accepted[state] {
        guard case .exercise(let partner, let wanted) = order.bound else { continue }
        let answer = accepted[partner].lazy.compactMap { order -> Int? in
          if case .exercise(state, let intensity) = order.bound { intensity } else { nil }
        }.first
        guard let answer else {
          spend(order, of: state, 0)
          continue
        }
        let intensity = min(wanted, answer)
        spend(order, of: state, exerciseCost(intensity))
        let pair = world.pairIndex(state, partner)
        scratch.exercised[pair] = max(scratch.exercised[pair], intensity)
      }
    }
  }

  /// A standard sleeps this turn for states that paid less than their part when the fund is short.
  private mutating func sleepUnpaidStandards() {
    for clause in all(.standard) where clauses[clause].isActive {
      var paid = 0
      for duty in obligations where duty.clause == clause { paid += min(duty.done, duty.due) }
      guard paid < 3_000 * clauses[clause].bound.count else { continue }
      for duty in obligations where duty.clause == clause && duty.done < duty.total {
        scratch.unpaid[clause].insert(duty.debtor)
      }
    }
  }

  /// What clauses in effect give a pair.
  private struct PairTerms {
    var standard: Int?
    var logistic = LogisticAgreement.none
    var gsoia: Int?
    var shares = false
  }

  private func terms(_ one: Int, _ other: Int) -> PairTerms {
    var found = PairTerms()
    for index in all(.standard) where binds(index, one, other) {
      let asleep = scratch.unpaid[index]
      if !asleep.contains(one) && !asleep.contains(other) { found.standard = index }
    }
    if all(.sustain).contains(where: { binds($0, one, other) }) {
      found.logistic = .sustain
    } else if all(.acsa).contains(where: { binds($0, one, other) }) {
      found.logistic = .acsa
    }
    found.gsoia = all(.gsoia).last { binds($0, one, other) }
    found.shares = all(.infoshare).contains { binds($0, one, other) }
    return found
  }

  /// A mutual clause in effect binds both.
  private func binds(_ index: Int, _ one: Int, _ other: Int) -> Bool {
    clauses[index].isActive && clauses[index].bound.contains(one)
      && clauses[index].bound.contains(other)
  }

  private mutating func raisePair(_ one: Int, _ other: Int) {
    let pair = world.pairIndex(one, other)
    let terms = terms(one, other)
    let before = world.pairs[pair].layers
    record.open(.interoperability(one, other), "EQ19", "interoperability-technical")
    let technical = technical(one, other, before[Layer.tech.index], terms)
    let procedural = procedural(pair, one, other, before[Layer.proc.index])
    let logistic = LogisticInteroperability.evaluate(
      LogisticInteroperability.Input(
        value: before[Layer.log.index], technical: technical, agreement: terms.logistic),
      trace: &record)
    let data = DataInteroperability.evaluate(
      DataInteroperability.Input(
        value: before[Layer.data.index], technical: technical,
        securityAgreement: terms.gsoia != nil, sharing: terms.shares,
        trust: world.trust(of: one, in: other), trustBack: world.trust(of: other, in: one)),
      trace: &record)
    world.pairs[pair].layers = [technical, procedural, logistic, data]
    let composite = CompositeInteroperability.evaluate(
      CompositeInteroperability.Input(
        technical: technical, procedural: procedural, logistic: logistic, data: data),
      trace: &record
    ).composite
    world.pairs[pair].composite = composite
    record.close(composite.value)
  }

  private mutating func technical(
    _ one: Int, _ other: Int, _ value: BasisPoints, _ terms: PairTerms
  ) -> BasisPoints {
    let common = commonShare(one, other)
    record.input("value", value.value)
    record.input("commonEquipment", common)
    let after = TechnicalInteroperability.evaluate(
      TechnicalInteroperability.Input(
        value: value, standard: terms.standard != nil, commonEquipment: BasisPoints(common),
        rate: technicalRate(one, other, terms.standard)),
      trace: &record)
    if let standard = terms.standard {
      blame(standard, after.value - value.value)
    }
    return after
  }

  /// SR5: a standard that does not fit one of the two at home works at half the rate in its first
  /// two turns.
  private func technicalRate(_ one: Int, _ other: Int, _ standard: Int?) -> BasisPoints {
    guard let standard, scenario.parameters.has(.localFit) else {
      return TechnicalInteroperability.nominalRate
    }
    let clause = clauses[standard]
    let from = world.deals[clause.deal].clauses[clause.index].activeFrom ?? turn
    guard turn < from + 2, !fits(one, clause) || !fits(other, clause) else {
      return TechnicalInteroperability.nominalRate
    }
    return 1_000
  }

  private func fits(_ state: Int, _ clause: BoundClause) -> Bool {
    let others = clause.bound.members.filter { $0 != state }
    let affinities = others.map { world.pairs[world.pairIndex(state, $0)].affinity.value }
    return mean(affinities) >= 5_000 && world.states[state].organisation >= 4_000
  }

  private mutating func procedural(
    _ pair: Int, _ one: Int, _ other: Int, _ value: BasisPoints
  ) -> BasisPoints {
    record.input("intensity", scratch.exercised[pair])
    let after = ProceduralInteroperability.evaluate(
      ProceduralInteroperability.Input(value: value, intensity: scratch.exercised[pair]),
      trace: &record)
    if Record.isOn {
      for index in all(.exercise) where clauses[index].isActive {
        if clauses[index].joins(one, other) {
          blame(index, after.value - value.value)
        }
      }
    }
    let practised = scratch.practised[one] + scratch.practised[other]
    return min(10_000, after + BasisPoints(practised))
  }

  /// Common equipment of a pair: of what both require, the part both hold in common configuration.
  private func commonShare(_ one: Int, _ other: Int) -> Int {
    var held = 0
    var required = 0
    for programme in scenario.programmes.indices {
      let cost = scenario.programmes[programme].listCost.value
      held +=
        min(
          world.states[one].commonStock[programme].value,
          world.states[other].commonStock[programme].value) * cost
      required +=
        min(
          world.states[one].requirement[programme].value,
          world.states[other].requirement[programme].value) * cost
    }
    return required == 0 ? 0 : min(10_000, rdiv(10_000 * held, required))
  }
}
