import Testing

@testable import EntenteModel

// Cards I01 to I13: what each does to the world.
extension EventRow {
  static let firstCards: [EventRow] = [
    EventRow("i01", turn: 2) { stage in
      let (shells, land) = (stage.programme("p05"), 0)
      for state in stage.scenario.states.indices {
        let before = stage.world.states[state].requirement[shells]
        #expect(stage.fired.states[state].requirement[shells] == before + before)
      }
      let calm = stage.resolved(from: stage.world).world
      let stormy = stage.resolved().world
      #expect(stormy.threat[land] == calm.threat[land] + 800)
      #expect(stormy.threat[1] == calm.threat[1])
    },
    EventRow(
      "i02", turn: 3, prepare: { stage in distrust(&stage) },
      check: { stage in
        #expect(stage.readers == [])
        let effect = stage.fired.effects.last
        #expect(effect?.effect.object == "seeker:usa" && effect?.effect.amount == 5_000)
        #expect(output("p01", stage.resolved()) < output("p01", stage.resolved(from: stage.world)))
      }),
    EventRow(
      "i03", turn: 3,
      prepare: { stage in
        let aus = stage.state("aus")
        stage.world.states[aus].supply.requested[Input.materials.index] = 1_000
        stage.world.states[aus].supply.reserves[Input.materials.index] = 5_000
      },
      check: { stage in
        let supply = stage.fired.effects.map { ($0.effect.amount, $0.addressed.count) }
        #expect(supply.count == 2)
        #expect(supply[0] == (6_000, stage.scenario.states.count - 1))
        #expect(supply[1] == (9_000, 1))
        #expect(stage.fired.effects[1].addressed == [stage.state("aus")])
      }),
    EventRow(
      "i04", turn: 3, prepare: { stage in queue(&stage) },
      check: { stage in
        #expect(stage.readers == ["usa"])
        let line = try #require(stage.world.lines.firstIndex { $0.status == .gated })
        let late = stage.resolved().world.lines[line].gates[0].days
        #expect(late == stage.resolved(from: stage.world).world.lines[line].gates[0].days + 60)
        #expect(stage.inject.recurrence.allows(6, after: [3]))
        #expect(!stage.inject.recurrence.allows(5, after: [3]))
      }),
    EventRow("i05", turn: 3) { stage in
      let (pol, keep) = (stage.state("pol"), stage.resolved("keep").world)
      #expect(stage.readers == ["pol", "usa"])
      #expect(keep.states[pol].contentThreshold == 6_500)
      let waive = stage.resolved("waive").world
      #expect(waive.states[pol].contentThreshold == stage.world.states[pol].contentThreshold)
      #expect(keep.states[pol].politicalCapital == waive.states[pol].politicalCapital + 500)
      var second = stage
      second.world.turn = 5
      #expect(second.resolved("keep").world.states[pol].contentThreshold == 7_500)
      #expect(stage.inject.recurrence.allows(5, after: [3]))
      #expect(!stage.inject.recurrence.allows(7, after: [3, 5]))
    },
    EventRow("i06", turn: 2) { stage in
      let usa = stage.state("usa")
      let once = stage.world.states[usa].budget.scaled(by: 12_000)
      #expect(stage.fired.states[usa].budget == once)
      #expect(stage.resolved().world.states[usa].budget == once.scaled(by: 12_000))
      #expect(stage.fired.eventSum(.workshareFloor, of: usa) == 2_000)
    },
    EventRow(
      "i07", turn: 2,
      prepare: { stage in
        stage.world.states[stage.state("usa")].offers = [offer("p02", stage), offer("p01", stage)]
      },
      check: { stage in
        let (jpn, usa) = (stage.state("jpn"), stage.state("usa"))
        #expect(stage.readers?.contains("jpn") == true && stage.readers?.contains("kor") == false)
        let (hold, reform) = (stage.resolved("hold").world, stage.resolved("reform").world)
        let left = stage.applying(stage.effects(of: "hold"), to: [usa]).states[usa].offers
        #expect(left.map(\.programme) == [stage.programme("p02")])
        #expect(
          hold.states[jpn].exportStrictness.value - reform.states[jpn].exportStrictness.value
            == 1_600)
        #expect(hold.states[jpn].politicalCapital == reform.states[jpn].politicalCapital + 300)
      }),
    EventRow(
      "i08", turn: 2,
      prepare: { stage in
        stage.world.states[stage.state("kor")].security = 5_500
        stage.world.states[stage.state("jpn")].security = 5_600
      },
      check: { stage in
        let kor = stage.state("kor")
        #expect(stage.readers == ["kor"])
        let (upgrade, pause) = (stage.resolved("upgrade").world, stage.resolved("pause").world)
        #expect(upgrade.states[kor].security == pause.states[kor].security + 800)
        #expect(upgrade.tally.outflow == pause.tally.outflow + 6_000)
        let paused = stage.applying(stage.effects(of: "pause"))
        #expect(paused.eventFactor(.transferGain, of: kor, object: "sen") == 0)
      }),
    EventRow("i09", turn: 4) { stage in
      let usa = stage.state("usa")
      #expect(stage.readers == ["usa"])
      #expect(
        stage.fired.states[usa].politicalCapital == stage.world.states[usa].politicalCapital - 800)
      let deal = stage.world.deals[stage.deal("Shared")]
      func price(_ world: World) -> Int {
        Lifecycle.ratificationCost(of: deal, for: usa, in: world, scenario: stage.scenario).value
      }
      #expect(price(stage.fired) == mb(price(stage.world), 15_000))
      var busy = stage
      busy.world.states[usa].ledger.workPaid = 100
      busy.world.states[usa].ledger.domesticWork = 80
      #expect(price(busy.fired) == mb(price(stage.world), 12_500))
    },
    EventRow(
      "i10", turn: 3, prepare: { stage in ask(&stage) },
      check: { stage in
        let (kor, usa) = (stage.state("kor"), stage.state("usa"))
        #expect(stage.readers == ["usa"])
        let (consent, refuse) = (stage.resolved("consent").world, stage.resolved("refuse").world)
        #expect(consent.requests.first?.isGranted == true && refuse.requests.isEmpty)
        #expect(consent.trust(of: kor, in: usa) == refuse.trust(of: kor, in: usa) + 250)
        let closed = stage.applying(stage.effects(of: "refuse"))
        #expect(closed.eventFactor(.openOffers, of: usa) == 0)
      }),
    EventRow(
      "i11", turn: 2,
      prepare: { stage in
        let deal = stage.deal("Shared")
        stage.world.deals[deal].benefit = [100, 0]
        stage.world.deals[deal].contribution = [0, 100]
      },
      check: { stage in
        #expect(stage.readers == ["jpn", "usa"])
        let deal = stage.world.deals[stage.deal("Shared")]
        #expect(stage.fired.pace(of: deal.id) == 7_000 && !stage.fired.mayLeaveFreely(deal.id))
        var later = stage.fired
        later.turn = 4
        #expect(later.mayLeaveFreely(deal.id))
        // Settled by a clear lead.
        later.deals[stage.deal("Shared")].text.governance.mode = .lead
        #expect(later.pace(of: deal.id) == 10_000 && !later.mayLeaveFreely(deal.id))
      }),
    EventRow(
      "i12", turn: 4,
      prepare: { stage in
        let (jpn, usa) = (stage.state("jpn"), stage.state("usa"))
        stage.world.states[jpn].ledger.receivedValue[usa] =
          stage.world.states[jpn].ledger.acquiredValue
      },
      check: { stage in
        let jpn = stage.state("jpn")
        #expect(stage.readers?.contains("jpn") == true)
        #expect(
          stage.fired.effects.contains {
            $0.effect.object == "seeker:usa" && $0.effect.amount == 0 && $0.addressed == [jpn]
          })
        let before = output("p01", stage.resolved(from: stage.world), of: jpn)
        #expect(output("p01", stage.resolved(), of: jpn) < before)
      }),
    EventRow(
      "i13", turn: 3, prepare: { stage in breach(&stage) },
      check: { stage in
        let (kor, usa) = (stage.state("kor"), stage.state("usa"))
        #expect(stage.readers == ["usa"] && stage.inject.isVote)
        let (keep, remove) = (stage.resolved("keep").world, stage.resolved("remove").world)
        #expect(keep.deals[stage.deal("Passing")].bound == [kor, usa])
        #expect(!remove.deals[stage.deal("Passing")].bound.contains(kor))
        #expect(remove.states[usa].politicalCapital == keep.states[usa].politicalCapital + 200)
      }),
  ]

  // MARK: situations

  /// Japan asked for seekers and does not trust the one who makes them.
  private static func distrust(_ stage: inout EventStage) {
    let (jpn, usa) = (stage.state("jpn"), stage.state("usa"))
    stage.world.trust[stage.world.trustIndex(jpn, usa)] = 3_000
    stage.world.states[jpn].supply.requested[Input.seeker.index] = 1_000
  }

  /// Five lines of a design of the United States wait for their licences.
  private static func queue(_ stage: inout EventStage) {
    let (usa, shells) = (stage.state("usa"), stage.programme("p05"))
    stage.world.programmes[shells].owner = usa
    let lines = stage.world.lines.indices.filter { stage.world.lines[$0].programme == shells }
    for line in lines.prefix(5) {
      stage.world.lines[line].status = .gated
      stage.world.lines[line].gates = [Gate(kind: .licence, days: 180, done: 0)]
    }
  }

  private static func offer(_ programme: String, _ stage: EventStage) -> SellOffer {
    SellOffer(
      programme: stage.programme(programme), lots: programme == "p01" ? 50_000 : 1_000,
      price: .list, to: [], fromTurn: 1)
  }

  private static func ask(_ stage: inout EventStage) {
    stage.world.requests = [
      ReexportRequest(
        number: 1, asker: stage.state("kor"), owner: stage.state("usa"),
        programme: stage.programme("p01"), receiver: stage.state("pol"), askedTurn: 2)
    ]
    stage.world.requestsMade = 1
  }

  private static func breach(_ stage: inout EventStage) {
    stage.world.disputes.append(
      Dispute(
        deal: stage.world.deals[stage.deal("Passing")].id, clause: "c1",
        debtor: stage.state("kor"), creditor: stage.state("usa"), amount: 0, openedTurn: 2,
        isSettled: false, victims: [stage.state("usa")]))
  }

  /// Lots of a programme its lines, or those of one state, built; mU.
  static func output(
    _ programme: String, _ result: Resolution.Result, of state: Int? = nil
  ) -> Int {
    let place = Int(programme.dropFirst()).map { $0 - 1 } ?? 0
    return result.world.lines.filter {
      $0.programme == place && (state == nil || $0.state == state)
    }.reduce(0) { $0 + $1.output.value }
  }
}
