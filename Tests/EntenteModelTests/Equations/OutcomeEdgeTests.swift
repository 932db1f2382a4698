import EntenteModel
import Testing

/// Edges of the equations on trust, politics, threat, groups and scores.
struct OutcomeEdgeTests {
  @Test("EQ21: small rules add outside the guard, and 9999 does not fire")
  func leakEdges() {
    func leak(_ meter: BasisPoints, _ extra: BasisPoints) -> LeakMeter.Output {
      LeakMeter.evaluate(
        LeakMeter.Input(
          meter: meter, holders: 1, sensitivity: 4, meanSecurity: 10_000, meanMaturity: 0,
          extra: extra))
    }
    #expect(leak(9_939, 60).meter == 9_999)
    #expect(!leak(9_939, 60).fired)
    #expect(leak(9_940, 60).meter == 2_000)
    #expect(leak(9_940, 60).increment == 60)
    #expect(leak(9_940, 60).fired)
  }

  @Test("EQ21: Borea alone fills lantern's meter by 94, 119, 144, 168 as its fusion matures")
  func leakOfOneHolder() {
    let increments = [3_000, 3_800, 4_600, 5_400].map { maturity in
      LeakMeter.evaluate(
        LeakMeter.Input(
          meter: 0, holders: 1, sensitivity: 1, meanSecurity: 6_000,
          meanMaturity: BasisPoints(maturity))
      ).increment
    }
    #expect(increments == [94, 119, 144, 168])
  }

  @Test("EQ22: obligations met give at most 160, and one clamp comes last")
  func trustEdges() {
    func trust(_ start: BasisPoints, _ change: (inout TrustEvents) -> Void) -> BasisPoints {
      var events = TrustEvents()
      change(&events)
      return Trust.evaluate(Trust.Input(trust: start, affinity: 8_000, events: events))
    }
    #expect(trust(6_200) { $0.met = 4 } == 6_360)
    #expect(trust(6_200) { $0.met = 20 } == 6_360)
    #expect(trust(0) { $0.breached = 5 } == 0)
    #expect(trust(10_000) { $0.crisisAid = 5 } == 10_000)
    // Up 2000 and down 2000 in one turn: nothing is lost at the top.
    #expect(
      trust(9_000) {
        $0.crisisAid = 5
        $0.breached = 1
      } == 8_944)
    #expect(trust(6_200) { $0.other = -75 } == 6_125)
  }

  @Test("EQ22: what each event changes")
  func trustShocks() {
    func change(_ event: WritableKeyPath<TrustEvents, Int>) -> Int {
      var events = TrustEvents()
      events[keyPath: event] = 1
      return events.change
    }
    #expect(change(\.signed) == 100)
    #expect(change(\.ratified) == 150)
    #expect(change(\.met) == 40)
    #expect(change(\.late) == -120)
    #expect(change(\.partial) == -250)
    #expect(change(\.breached) == -2_000)
    #expect(change(\.observedBreach) == -500)
    #expect(change(\.withdrewWithNotice) == -400)
    #expect(change(\.withdrewWithout) == -1_200)
    #expect(change(\.crisisAid) == 400)
    #expect(change(\.refusedAid) == -600)
    #expect(change(\.refusedReexport) == -250)
    #expect(change(\.jointDelivery) == 50)
  }

  @Test("EQ23: class A costs nothing, and four common partners are worth three")
  func ratificationEdges() {
    func cost(_ level: RatificationClass, _ partners: Int) -> BasisPoints {
      RatificationCost.evaluate(
        RatificationCost.Input(
          ratificationClass: level, threat: 0, commonPartners: partners))
    }
    #expect(cost(.a, 0) == 0)
    #expect(cost(.b, 0) == 600)
    #expect(cost(.b, 3) == 510)
    #expect(cost(.b, 4) == 510)
  }

  @Test("EQ23: a turn brings 150, up to 300 for work and 200 for threat, and stays in 0...10000")
  func politicalCapital() {
    #expect(PoliticalCapital.income(domesticWork: 0, threat: 0) == 150)
    #expect(PoliticalCapital.income(domesticWork: 9_000_000, threat: 10_000) == 650)
    let input = PoliticalCapital.Input(capital: 100, domesticWork: 0, threat: 0, spent: 9_000)
    #expect(PoliticalCapital.evaluate(input) == 0)
  }

  @Test("EQ24: no requirement is adequate, partners count up to 4000, a gap is never negative")
  func gapEdges() {
    #expect(Adequacy.evaluate(Adequacy.Input(stock: 0, requirement: 0)) == 10_000)
    let output = SecurityGap.evaluate(
      SecurityGap.Input(
        threat: 10_000, exposure: 10_000, readiness: 7_000, contributed: 9_000,
        asymmetric: 1_500))
    #expect(output.support == 4_000)
    #expect(output.gap == 0)
  }

  @Test("EQ24: a hybrid threat counts cyber readiness beside the sectors")
  func hybridThreat() {
    let input = Readiness.Input(
      adequacy: [10_000, 10_000, 0, 10_000, 10_000, 10_000],
      weights: [500, 2_000, 0, 2_000, 500, 4_000], procedural: 10_000, cyber: 5_000,
      cyberWeight: 1_000)
    #expect(Readiness.evaluate(input) == 9_500)
  }

  @Test("EQ25: the lower of readiness and capacity counts, and access stops at 3000")
  func latentEdges() {
    let own = OwnLatent.evaluate(
      OwnLatent.Input(
        weights: [5_000, 5_000], readiness: [8_000, 2_000], capacity: [4_000, 9_000]))
    #expect(own == 3_000)
    let partner = LatentCapability.Partner(latent: 10_000, depth: 3_000, trust: 10_000)
    let output = LatentCapability.evaluate(
      LatentCapability.Input(own: 8_000, partners: [partner, partner]))
    #expect(output.access == 3_000)
    #expect(output.latent == 10_000)
  }

  @Test("EQ26: threat stays in 1500...10000")
  func threatEdges() {
    func threat(_ path: BasisPoints, _ inject: BasisPoints) -> BasisPoints {
      ThreatPressure.evaluate(
        ThreatPressure.Input(path: path, inject: inject, adversary: 5_750, salience: 4_385))
    }
    #expect(threat(6_300, 0) == 6_294)
    #expect(threat(0, -5_000) == 1_500)
    #expect(threat(10_000, 5_000) == 10_000)
  }

  @Test("EQ27: erosion by cause; without one it falls by 50, under strict control it stands")
  func erosion() {
    func meter(_ change: (inout GovernanceErosion.Input) -> Void) -> BasisPoints {
      var input = GovernanceErosion.Input(
        meter: 1_000, fusion: false, framework: false, looseControl: false)
      change(&input)
      return GovernanceErosion.evaluate(input)
    }
    #expect(meter { _ in } == 950)
    #expect(meter { $0.framework = true } == 950)
    #expect(meter { $0.fusion = true } == 1_150)
    #expect(
      meter {
        $0.fusion = true
        $0.framework = true
      } == 1_075)
    #expect(meter { $0.looseControl = true } == 1_100)
    #expect(meter { $0.regimeGrowth = GovernanceErosion.closedRegime } == 1_050)
    #expect(
      meter {
        $0.fusion = true
        $0.strictControl = true
      } == 1_000)
    #expect(meter { $0.meter = 20 } == 0)
  }

  @Test("EQ27: mutual dependence draws together, erosion of one side drives apart")
  func values() {
    func affinity(_ dependence: [BasisPoints], _ erosion: [BasisPoints]) -> BasisPoints {
      ValueAffinity.evaluate(
        ValueAffinity.Input(
          affinity: 7_000, dependence: dependence[0], dependenceBack: dependence[1],
          erosion: erosion[0], erosionBack: erosion[1]))
    }
    #expect(affinity([1_000, 1_000], [0, 0]) == 7_020)
    #expect(affinity([9_000, 999], [0, 0]) == 7_000)
    #expect(affinity([0, 0], [5_001, 2_999]) == 6_950)
    #expect(affinity([0, 0], [2_999, 5_001]) == 6_950)
    #expect(affinity([0, 0], [5_000, 0]) == 7_000)
    #expect(affinity([0, 0], [6_000, 3_000]) == 7_000)
  }

  @Test("EQ28: time left counts an eighth a turn; evergreen, signed and suspended")
  func ties() {
    func depth(_ remaining: Int?, _ status: TieDepth.Status) -> BasisPoints {
      TieDepth.evaluate(
        TieDepth.Input(
          clauses: [TieDepth.Clause(weight: 1_600, remaining: remaining, status: status)],
          trust: 5_000, trustBack: 5_000)
      ).depth
    }
    #expect(depth(4, .inForce) == 800)
    #expect(depth(8, .inForce) == 1_600)
    #expect(depth(20, .inForce) == 1_600)
    #expect(depth(nil, .inForce) == 1_600)
    #expect(depth(nil, .signed) == 800)
    #expect(depth(nil, .suspended) == 0)
    #expect(depth(0, .inForce) == 0)
  }

  @Test("EQ30: a value at the threshold is high; thresholds of the two axes differ")
  func quadrants() {
    let output = GroupTypology.evaluate(
      GroupTypology.Input(
        capacities: [5_000], composites: [3_500], interoperabilityThreshold: 3_500))
    #expect(output.quadrant == .integratedArsenal)
    #expect(
      GroupTypology.labels(
        hub: 7_001, lattice: 6_001, latentGain: 2, readinessGain: 1, smallMembersWorkshare: 1_500)
        == ["hub-and-spoke", "lattice", "latent", "participatory"])
    #expect(
      GroupTypology.labels(
        hub: 7_000, lattice: 6_000, latentGain: 1, readinessGain: 1, smallMembersWorkshare: 1_499)
        == ["deployed"])
  }

  @Test("EQ31: nothing bought scores 5000, twice the price 0, free 10000")
  func costScore() {
    func score(_ baseline: Money, _ actual: Money) -> BasisPoints {
      CostScore.evaluate(CostScore.Input(baseline: baseline, actual: actual))
    }
    #expect(score(0, 0) == 5_000)
    #expect(score(0, 700) == 5_000)
    #expect(score(100, 100) == 5_000)
    #expect(score(100, 200) == 0)
    #expect(score(100, 50) == 10_000)
  }

  @Test("EQ31: security is ten thousand less the mean gap of two turns, or of the first alone")
  func securityScore() {
    #expect(SecurityScore.evaluate(SecurityScore.Input(gap: 2_001, previousGap: 3_000)) == 7_499)
    #expect(SecurityScore.evaluate(SecurityScore.Input(gap: 2_001, previousGap: nil)) == 7_999)
  }

  @Test("EQ31: technology and economy around their references")
  func technologyAndEconomy() {
    let technology = TechnologyScore.Input(start: [5_000, 4_000], end: [5_300, 4_001])
    #expect(TechnologyScore.evaluate(technology) == 5_302)
    let economy = EconomyScore.Input(jobs: 100, exports: 50, spinOff: 25, reference: 400)
    #expect(EconomyScore.evaluate(economy) == 4_375)
  }

  @Test("EQ31: the collective score loses 200 for each duplicated development, never below 0")
  func collective() {
    func score(_ duplicated: Int) -> BasisPoints {
      CollectiveScore.evaluate(
        CollectiveScore.Input(
          meanSecurity: 7_000, minSecurity: 5_000, confinement: 9_000, participation: 3_000,
          lattice: 7_500, delivered: 6_000, duplicated: duplicated))
    }
    #expect(score(0) == 6_250)
    #expect(score(1) == 6_050)
    #expect(score(99) == 0)
  }

  @Test("EQ31: an exercise's own weights change the national score")
  func ownWeights() {
    let output = NationalScore.evaluate(
      NationalScore.Input(
        security: 10_000, latent: 0, cost: 0, interoperability: 0, technology: 0, economy: 0,
        privateCards: 2_000, conduct: 500, weights: [100, 0, 0, 0, 0, 0]))
    #expect(output.national == 10_000)
    #expect(output.final == 10_000)
  }

  @Test("A concession goes no lower than the reservation, and a reservation above the best is it")
  func concessionEdges() {
    #expect(ConcessionTarget.progress(round: 50, rounds: 8) == 10_000)
    let input = ConcessionTarget.Input(
      best: 4_000, reservation: 9_000, progress: 5_000, exponent: .one)
    #expect(ConcessionTarget.evaluate(input) == 4_000)
  }
}
