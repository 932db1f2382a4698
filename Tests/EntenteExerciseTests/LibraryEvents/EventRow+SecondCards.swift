import Testing

@testable import EntenteModel

// Cards I14 to I25: what each does to the world.
extension EventRow {
  static let secondCards: [EventRow] = [
    EventRow(
      "i14", turn: 3,
      prepare: { stage in
        let deu = stage.state("deu")
        var shares = [BasisPoints](repeating: 0, count: stage.scenario.supplierCount)
        shares[stage.state("usa")] = 6_000
        shares[deu] = 4_000
        stage.world.states[deu].supply.shares[Input.platform.index] = shares
      },
      check: { stage in
        let deu = stage.state("deu")
        #expect(stage.readers == ["deu"])
        let (pay, accept) = (stage.resolved("pay").world, stage.resolved("accept").world)
        let house = stage.resolved("in-house").world
        #expect(pay.states[deu].outcome.readiness > accept.states[deu].outcome.readiness)
        #expect(
          pay.tally.outflow
            == accept.tally.outflow + stage.world.states[deu].budget.scaled(by: 200))
        #expect(house.states[deu].barriers[3] == accept.states[deu].barriers[3] - 800)
        #expect(house.states[deu].politicalCapital == accept.states[deu].politicalCapital - 75)
      }),
    EventRow(
      "i15", turn: 4,
      prepare: { stage in
        for (name, barrier) in [("kor", 4_000), ("jpn", 6_000)] {
          stage.world.states[stage.state(name)].firms = 150
          stage.world.states[stage.state(name)].barriers = Array(
            repeating: BasisPoints(barrier), count: 6)
        }
      },
      check: { stage in
        let (kor, jpn) = (stage.state("kor"), stage.state("jpn"))
        #expect(stage.readers?.contains("kor") == true && stage.readers?.contains("jpn") == true)
        #expect(
          gain(\.technology, of: kor, stage) == 400 && gain(\.technology, of: jpn, stage) == 0)
        #expect(gain(\.civil, of: jpn, stage) == -100 && gain(\.civil, of: kor, stage) == 0)
        #expect(stage.fired.states[kor].tokens == 1 && stage.fired.states[jpn].tokens == 0)
      }),
    EventRow(
      "i16", turn: 3,
      prepare: { stage in
        stage.world.states[stage.state("kor")].firms = 90
        stage.world.states[stage.state("kor")].firmLossTurns = 2
      },
      check: { stage in
        let (kor, pol) = (stage.state("kor"), stage.state("pol"))
        #expect(stage.readers == ["kor"] && stage.fired.states[kor].firms == 81)
        let name = FigureName(.eb, .state(stage.state("aus")))
        func sight(_ world: World) -> FigureSight {
          Figures.sight(of: name, for: pol, in: world, scenario: stage.scenario)
        }
        #expect(sight(stage.world) != .exact && sight(stage.fired) == .exact)
        #expect(sight(stage.resolved().world) != .exact)
      }),
    EventRow("i17", turn: 3) { stage in
      let exposed = stage.scenario.states.filter { $0.exposure[1] > 0 }.map(\.id.text)
      #expect(stage.readers == exposed)
      for state in stage.scenario.states.indices where stage.scenario.states[state].exposure[1] > 0
      {
        let name = stage.scenario.states[state].id
        let loss =
          stage.world.states[state].politicalCapital - stage.fired.states[state].politicalCapital
        #expect(loss == (["kor", "pol"].contains(name) ? 100 : 200))
      }
      let calm = stage.resolved(from: stage.world).world
      #expect(stage.resolved().world.threat[1] == calm.threat[1] + 1_500)
      #expect(stage.resolved().world.threat[0] == calm.threat[0])
    },
    EventRow(
      "i18", turn: 3,
      prepare: { stage in
        stage.world.states[stage.state("kor")].ethics = 4_500
        stage.world.states[stage.state("jpn")].humanControl = "strict"
      },
      check: { stage in
        let (kor, jpn, aus) = (stage.state("kor"), stage.state("jpn"), stage.state("aus"))
        func values(_ world: World, _ other: Int) -> Int {
          world.pairs[world.pairIndex(kor, other)].affinity.value
        }
        #expect(stage.readers == ["kor"])
        #expect(
          stage.fired.states[kor].politicalCapital == stage.world.states[kor].politicalCapital - 600
        )
        #expect(values(stage.fired, jpn) == values(stage.world, jpn) - 200)
        #expect(values(stage.fired, aus) == values(stage.world, aus))
        var framed = stage
        framed.world.states[kor].frameworkFrom = 1
        #expect(framed.fired == framed.world)
      }),
    EventRow("i19", turn: 4) { stage in
      #expect(
        stage.fired.adversary[Domain.ai.index] == stage.world.adversary[Domain.ai.index] + 800)
      let now = stage.fired
      #expect(ThreatOutlook(world: now, scenario: stage.scenario).inject(0) == 0)
      let next = stage.resolved().world
      for theatre in stage.scenario.theatres.indices {
        #expect(ThreatOutlook(world: next, scenario: stage.scenario).inject(theatre) == 400)
      }
      let last = stage.resolved(from: next).world
      #expect(ThreatOutlook(world: last, scenario: stage.scenario).inject(0) == 0)
    },
    EventRow(
      "i20", turn: 4,
      prepare: { stage in stage.world.states[stage.state("pol")].asymmetric = 700 },
      check: { stage in
        let (usa, pol) = (stage.state("usa"), stage.state("pol"))
        let shield = stage.programme("p01")
        #expect(
          stage.fired.states[usa].stock[shield]
            == stage.world.states[usa].stock[shield].scaled(by: 8_500))
        #expect(stage.fired.states[pol].asymmetric == 1_400)
        #expect(stage.fired.eventFactor(.adequacy, of: usa, object: "uas") == 20_000)
        let row = stage.fired.threatRow(of: 1, scenario: stage.scenario)
        #expect(row.sectors == Theatre.matrix(.air).sectors)
        let after = stage.resolved().world
        #expect(after.states[pol].asymmetric == 700 && after.effects.isEmpty)
      }),
    EventRow("i21", turn: 2) { stage in
      #expect(stage.fired.cohesion == stage.world.cohesion + 3_000)
      #expect(stage.resolved().world.cohesion == stage.fired.cohesion)
    },
    EventRow("i22", turn: 3) { stage in
      let nor = stage.state("nor")
      let joined = stage.applying(stage.inject.effects, to: [nor])
      for other in stage.scenario.states.indices where other != nor {
        #expect(joined.pairs[joined.pairIndex(nor, other)].formalTreaty)
      }
      #expect(joined.accessionFee(5_000, for: nor) == 0)
      #expect(joined.accessionFee(5_000, for: stage.state("usa")) == 5_000)
      let theatre = try #require(joined.mostExposedTheatre(of: nor, scenario: stage.scenario))
      #expect(ThreatOutlook(world: joined, scenario: stage.scenario).inject(theatre) == 300)
    },
    EventRow("i23", turn: 5) { stage in
      let result = stage.resolved()
      #expect(result.report.crises.count == stage.scenario.states.count)
      #expect(result.world.threat[0] == 10_000)
      #expect(ThreatOutlook(world: stage.fired, scenario: stage.scenario).inject(0) == 2_500)
    },
    EventRow(
      "i24", turn: 3,
      prepare: { stage in
        stage.world.lastLeak = LeakFound(
          programme: stage.programme("p01"), blamed: stage.state("jpn"), turn: 2)
      },
      check: { stage in
        let (jpn, shield) = (stage.state("jpn"), stage.programme("p01"))
        #expect(stage.readers == ["jpn", "usa"] && stage.inject.isVote)
        let tight = stage.applying(stage.effects(of: "tighten"))
        let domain = try #require(stage.scenario.programmes[shield].domains.first).rawValue
        #expect(tight.eventFactor(.transferGain, of: jpn, object: domain) == 0)
        #expect(tight.eventFactor(.transferGain, of: jpn, object: "und") == 10_000)
        let open = stage.applying(stage.effects(of: "go-on"), to: [jpn])
        #expect(open.programmes[shield].leak == stage.world.programmes[shield].leak + 1_000)
      }),
    EventRow(
      "i25", turn: 3, prepare: { stage in win(&stage) },
      check: { stage in
        let kor = stage.state("kor")
        #expect(stage.readers == ["kor"])
        let (competed, wait) = (stage.resolved("competed").world, stage.resolved("wait").world)
        // The accelerator may hand out a further one in the same turn.
        #expect(competed.states[kor].tokens == wait.states[kor].tokens - 1)
        #expect(stage.resolved("direct").world.states[kor].tokens == wait.states[kor].tokens - 1)
        #expect(competed.tally.outflow == wait.tally.outflow + 2_000)
        let line = try #require(stage.world.lines.firstIndex { $0.status == .gated })
        #expect(
          GateClock.remaining(competed.lines[line].gates)
            == GateClock.remaining(wait.lines[line].gates) - 200)
      }),
  ]

  /// The largest change of a figure by domain.
  private static func gain(
    _ figure: KeyPath<StateStanding, [BasisPoints]>, of state: Int, _ stage: EventStage
  ) -> Int {
    let before = stage.world.states[state][keyPath: figure]
    let after = stage.fired.states[state][keyPath: figure]
    return zip(before, after).map { $1.value - $0.value }.max { abs($0) < abs($1) } ?? 0
  }

  /// Ten wins, a token in Korea, and a line there that waits for its contract.
  private static func win(_ stage: inout EventStage) {
    let (kor, deal) = (stage.state("kor"), stage.deal("Fast"))
    stage.world.deals[deal].clauses[0].built.wins = 10
    stage.world.states[kor].tokens = 1
    guard let line = stage.world.lines.firstIndex(where: { $0.state == kor }) else { return }
    stage.world.lines[line].status = .gated
    stage.world.lines[line].gatedFrom = 1
    stage.world.lines[line].gates = [
      Gate(kind: .contracting, days: 200, done: 0), Gate(kind: .tooling, days: 300, done: 0),
    ]
  }
}
