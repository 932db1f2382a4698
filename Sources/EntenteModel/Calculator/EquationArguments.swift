// What an equation read in a turn, as `calc` takes it: the explanations print it to be typed again.

extension Adequacy.Input {
  var arguments: CalcArguments {
    [("stock", .of(stock)), ("requirement", .of(requirement))]
  }
}

extension Readiness.Input {
  /// Sectors that do not count against this threat are left out; cyber stands last among them.
  var arguments: CalcArguments {
    var rows = zip(adequacy, weights).filter { $0.1 > 0 }.map { (adequacy: $0, weight: $1) }
    if cyberWeight > 0 { rows.append((cyber, cyberWeight)) }
    return [
      ("adequacy", .of(rows.map(\.adequacy))), ("weights", .of(rows.map(\.weight))),
      ("procedural", .of(procedural)),
    ]
  }
}

extension PartnerContribution.Input {
  var arguments: CalcArguments {
    [
      ("readiness", .of(readiness)), ("posture", .of(posture)), ("composite", .of(composite)),
      ("trust", .of(trust)),
    ]
  }
}

extension SecurityGap.Input {
  /// The sum of the contributions comes from those of the partners.
  func arguments(contributions: [Int]) -> CalcArguments {
    [
      ("threat", .of(threat)), ("exposure", .of(exposure)), ("readiness", .of(readiness)),
      ("contributions", .list(contributions.map { .int($0) })), ("asymmetric", .of(asymmetric)),
    ]
  }
}

extension OwnLatent.Input {
  /// With the partners, whose access is added to it.
  func arguments(partners: [LatentCapability.Partner]) -> CalcArguments {
    let rows = partners.map { partner in
      CalcValue.object([
        ("latent", .of(partner.latent)), ("depth", .of(partner.depth)),
        ("trust", .of(partner.trust)),
      ])
    }
    return [
      ("weights", .of(weights)), ("readiness", .of(readiness)), ("capacity", .of(capacity)),
      ("partners", .list(rows)),
    ]
  }
}

extension ThreatPressure.Input {
  var arguments: CalcArguments {
    [
      ("path", .of(path)), ("inject", .of(inject)), ("adversary", .of(adversary)),
      ("salience", .of(salience)),
    ]
  }
}

extension AdversaryTechnology.Input {
  var arguments: CalcArguments {
    [("level", .of(level)), ("cohesion", .of(cohesion)), ("leaks", .of(leaks))]
  }
}

extension GovernanceErosion.Input {
  /// A growth that is not the one of a closed regime is none `calc` knows; the result tells.
  var arguments: CalcArguments {
    [
      ("meter", .of(meter)), ("fusion", .bool(fusion)), ("framework", .bool(framework)),
      ("looseControl", .bool(looseControl)),
      ("closedRegime", .bool(regimeGrowth == GovernanceErosion.closedRegime)),
    ]
  }
}

extension PoliticalCapital.Input {
  var arguments: CalcArguments {
    [
      ("capital", .of(capital)), ("domesticWork", .of(domesticWork)), ("threat", .of(threat)),
      ("spent", .of(spent)),
    ]
  }
}

extension LeakMeter.Input {
  var arguments: CalcArguments {
    [
      ("meter", .of(meter)), ("holders", .int(holders)), ("sensitivity", .int(sensitivity)),
      ("meanSecurity", .of(meanSecurity)), ("meanMaturity", .of(meanMaturity)),
      ("extra", .of(extra)),
    ]
  }
}

extension Trust.Input {
  /// What an event of the exercise or an order adds by itself (`other`) is none of the arguments.
  var arguments: CalcArguments {
    [
      ("trust", .of(trust)), ("affinity", .of(affinity)), ("met", .int(events.met)),
      ("signed", .int(events.signed)), ("ratified", .int(events.ratified)),
      ("late", .int(events.late)), ("partial", .int(events.partial)),
      ("breached", .int(events.breached)), ("observedBreach", .int(events.observedBreach)),
      ("withdrewWithNotice", .int(events.withdrewWithNotice)),
      ("withdrewWithout", .int(events.withdrewWithout)), ("crisisAid", .int(events.crisisAid)),
      ("refusedAid", .int(events.refusedAid)), ("refusedReexport", .int(events.refusedReexport)),
      ("jointDelivery", .int(events.jointDelivery)),
    ]
  }
}

extension OwnResearch.Input {
  var arguments: CalcArguments {
    [
      ("spend", .of(spend)), ("readiness", .of(readiness)), ("organisation", .of(organisation)),
      ("civil", .of(civil)), ("posture", .string(posture.rawValue)),
    ]
  }
}

extension TechnologyTransfer.Input {
  var arguments: CalcArguments {
    [
      ("readiness", .of(readiness)), ("partnerReadiness", .of(partnerReadiness)),
      ("depth", .of(depth)), ("organisation", .of(organisation)),
    ]
  }
}

extension CivilTechnology.Input {
  var arguments: CalcArguments {
    [
      ("posture", .string(posture.rawValue)), ("readiness", .of(readiness)), ("civil", .of(civil)),
      ("barrier", .of(barrier)), ("maturity", .of(maturity)), ("plugAndPlay", .of(plugAndPlay)),
      ("firstAdoption", .bool(firstAdoption)), ("funded", .bool(funded)),
    ]
  }
}

extension TechnicalInteroperability.Input {
  var arguments: CalcArguments {
    [
      ("value", .of(value)), ("standard", .bool(standard)),
      ("commonEquipment", .of(commonEquipment)),
    ]
  }
}

extension ProceduralInteroperability.Input {
  var arguments: CalcArguments { [("value", .of(value)), ("intensity", .int(intensity))] }
}

extension LogisticInteroperability.Input {
  var arguments: CalcArguments {
    [
      ("value", .of(value)), ("technical", .of(technical)),
      ("agreement", .string(agreement.rawValue)),
    ]
  }
}

extension DataInteroperability.Input {
  var arguments: CalcArguments {
    [
      ("value", .of(value)), ("technical", .of(technical)),
      ("securityAgreement", .bool(securityAgreement)), ("sharing", .bool(sharing)),
      ("trust", .of(trust)), ("trustBack", .of(trustBack)),
    ]
  }
}

extension CompositeInteroperability.Input {
  var arguments: CalcArguments {
    [("layers", .of([technical, procedural, logistic, data]))]
  }
}

extension CapacityDecay.Input {
  var arguments: CalcArguments {
    [("capacity", .of(capacity)), ("utilisation", .of(utilisation))]
  }
}

extension TieDepth.Input {
  /// More turns than 20 count as no end would: both are full length.
  var arguments: CalcArguments {
    let rows = clauses.map { clause in
      CalcValue.object([
        ("weight", .of(clause.weight)), ("remaining", .int(min(20, clause.remaining ?? -1))),
        ("status", .string(clause.status.rawValue)),
      ])
    }
    return [
      ("clauses", .list(rows)), ("trust", .of(trust)), ("trustBack", .of(trustBack)),
    ]
  }
}

extension CostScore.Input {
  var arguments: CalcArguments { [("baseline", .of(baseline)), ("actual", .of(actual))] }
}

extension NationalScore.Input {
  /// `calc` knows the usual weights.
  var arguments: CalcArguments {
    [
      ("security", .of(security)), ("latent", .of(latent)), ("cost", .of(cost)),
      ("interoperability", .of(interoperability)), ("technology", .of(technology)),
      ("economy", .of(economy)), ("privateCards", .int(privateCards)), ("conduct", .int(conduct)),
    ]
  }
}

extension CollectiveScore.Input {
  var arguments: CalcArguments {
    [
      ("meanSecurity", .of(meanSecurity)), ("minSecurity", .of(minSecurity)),
      ("confinement", .of(confinement)), ("participation", .of(participation)),
      ("lattice", .of(lattice)), ("delivered", .of(delivered)), ("duplicated", .int(duplicated)),
    ]
  }
}

extension GroupSalience.Input {
  var arguments: CalcArguments {
    [
      ("capability", .of(capability)), ("threatClosed", .of(threatClosed)),
      ("weakestLayer", .of(weakestLayer)), ("commitment", .of(commitment)),
    ]
  }
}

extension CostBasis {
  /// EQ2 at a rate factor; quantities of partners come in as they count.
  func arguments(own: Int, rate: BasisPoints) -> CalcArguments {
    [
      ("listCost", .of(listCost)), ("listQuantity", .int(listQuantity)), ("ownQuantity", .int(own)),
      ("partnerQuantity", .int(max(0, effectiveQuantity - own))), ("commonality", .int(10_000)),
      ("slope", .of(slope)), ("rateFactor", .of(rate)),
      ("collaborationPremium", .of(collaboration)),
      ("licencePremium", .of(licence)), ("surgeFactor", .of(surge)),
    ]
  }
}
