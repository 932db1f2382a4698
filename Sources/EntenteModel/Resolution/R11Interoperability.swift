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
          note(order, of: state, .dropped(DroppedOrder(notHeld(with: partner))))
          continue
        }
        let intensity = min(wanted, answer)
        spend(order, of: state, exerciseCost(intensity))
        let pair = world.pairIndex(state, partner)
        scratch.exercised[pair] = max(scratch.exercised[pair], intensity)
      }
    }
  }

  /// Why an exercise that one side ordered was not held.
  private func notHeld(with partner: Int) -> RuleRefusal {
    let name = scenario.states[partner].id.text
    return RuleRefusal(
      .prerequisiteMissing, [.init("need", "exercise"), .init("state", name)],
      "\(name) did not order it with you in the same turn, so no exercise was held and nothing "
        + "was paid.")
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
    /// The clause behind `logistic`.
    var supply: Int?
    var gsoia: Int?
    var shares: Int?
  }

  private func terms(_ one: Int, _ other: Int) -> PairTerms {
    var found = PairTerms()
    for index in all(.standard) where binds(index, one, other) {
      let asleep = scratch.unpaid[index]
      if !asleep.contains(one) && !asleep.contains(other) { found.standard = index }
    }
    if let sustain = all(.sustain).first(where: { binds($0, one, other) }) {
      (found.logistic, found.supply) = (.sustain, sustain)
    } else if let acsa = all(.acsa).first(where: { binds($0, one, other) }) {
      (found.logistic, found.supply) = (.acsa, acsa)
    }
    found.gsoia = all(.gsoia).last { binds($0, one, other) }
    found.shares = all(.infoshare).first { binds($0, one, other) }
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
    let logistic = logistic(
      LogisticInteroperability.Input(
        value: before[Layer.log.index], technical: technical, agreement: terms.logistic), terms)
    let data = data(
      DataInteroperability.Input(
        value: before[Layer.data.index], technical: technical,
        securityAgreement: terms.gsoia != nil, sharing: terms.shares != nil,
        trust: world.trust(of: one, in: other), trustBack: world.trust(of: other, in: one)), terms)
    world.pairs[pair].layers = [technical, procedural, logistic, data]
    let layers = CompositeInteroperability.Input(
      technical: technical, procedural: procedural, logistic: logistic, data: data)
    record.part(nil)
    let composite = CompositeInteroperability.evaluate(layers, trace: &record).composite
    record.formula("interoperability-composite", gives: composite.value, layers.arguments)
    world.pairs[pair].composite = composite
    record.close(composite.value)
  }

  private mutating func technical(
    _ one: Int, _ other: Int, _ value: BasisPoints, _ terms: PairTerms
  ) -> BasisPoints {
    let input = TechnicalInteroperability.Input(
      value: value, standard: terms.standard != nil,
      commonEquipment: BasisPoints(commonShare(one, other)),
      rate: technicalRate(one, other, terms.standard))
    record.part(.layer(.tech))
    record.input("before", value.value)
    record.input("commonEquipment", input.commonEquipment.value)
    let after = TechnicalInteroperability.evaluate(input, trace: &record)
    record.formula("interoperability-technical", gives: after.value, input.arguments)
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
    let input = ProceduralInteroperability.Input(
      value: value, intensity: scratch.exercised[pair])
    record.part(.layer(.proc))
    record.input("before", value.value)
    record.input("intensity", input.intensity)
    let after = ProceduralInteroperability.evaluate(input, trace: &record)
    record.formula("interoperability-procedural", gives: after.value, input.arguments)
    blameExercises(one, other, after.value - value.value)
    let practised = scratch.practised[one] + scratch.practised[other]
    if practised > 0 { record.step("practiceReform", practised) }
    return min(10_000, after + BasisPoints(practised))
  }

  /// Clauses and orders by which a pair exercised, and orders that reformed its practice.
  private mutating func blameExercises(_ one: Int, _ other: Int, _ gain: Int) {
    guard Record.isOn else { return }
    for index in all(.exercise) where clauses[index].isActive && clauses[index].joins(one, other) {
      blame(index, gain)
    }
    for (state, partner) in [(one, other), (other, one)] {
      for order in accepted[state] {
        switch order.bound {
        case .exercise(partner, _), .practiceReform:
          record.cause(.order(state: state, place: order.place), 0)
        default: break
        }
      }
    }
  }

  private mutating func logistic(
    _ input: LogisticInteroperability.Input, _ terms: PairTerms
  ) -> BasisPoints {
    record.part(.layer(.log))
    record.input("before", input.value.value)
    let after = LogisticInteroperability.evaluate(input, trace: &record)
    record.formula("interoperability-logistic", gives: after.value, input.arguments)
    if let supply = terms.supply { blame(supply, after.value - input.value.value) }
    return after
  }

  private mutating func data(
    _ input: DataInteroperability.Input, _ terms: PairTerms
  ) -> BasisPoints {
    record.part(.layer(.data))
    record.input("before", input.value.value)
    let after = DataInteroperability.evaluate(input, trace: &record)
    record.formula("interoperability-data", gives: after.value, input.arguments)
    let gain = after.value - input.value.value
    if let gsoia = terms.gsoia { blame(gsoia, terms.shares == nil ? gain : 0) }
    if let shares = terms.shares { blame(shares, gain) }
    return after
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
