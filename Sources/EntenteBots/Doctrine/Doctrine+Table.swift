import EntenteModel

// The six doctrines: weights, red lines, habits. Their first texts stand in Doctrine+Templates.
extension Doctrine {
  /// The doctrine of that kind as it stands in the table. `broker-swing` has the interests of the
  /// hub here; see `acting(gap:)`.
  static func of(_ kind: Kind) -> Doctrine {
    switch kind {
    case .hegemonGatekeeper: hegemonGatekeeper
    case .industrialHub: industrialHub
    case .nicheInnovator: nicheInnovator
    case .freeRider: freeRider
    case .threatenedFrontline: threatenedFrontline
    case .brokerSwing: broker(of: industrialHub)
    }
  }

  /// The gap from which a broker thinks like a frontline state; bp.
  static let brokerGap = 3_000

  /// The doctrine as it acts now: a broker swings with its gap.
  func acting(gap: BasisPoints) -> Doctrine {
    guard kind == .brokerSwing else { return self }
    let isThreatened = gap.value >= Self.brokerGap
    return Self.broker(of: isThreatened ? Self.threatenedFrontline : Self.industrialHub)
  }

  private static func broker(of other: Doctrine) -> Doctrine {
    var doctrine = other
    doctrine.kind = .brokerSwing
    doctrine.leakRisk = 10
    doctrine.dependenceRisk = 10
    doctrine.pace = .fixed(.one)
    doctrine.alpha = 50
    doctrine.redLines = [.barredFromBudgets(count: 2)]
    return doctrine
  }

  private static let hegemonGatekeeper = Doctrine(
    kind: .hegemonGatekeeper, weights: Weights(15, 20, 5, 15, 10, 15, 20, 0), leakRisk: 30,
    dependenceRisk: 5, pace: .fixed(.four), alpha: 80,
    redLines: [.knowHowAbroad(sensitivity: 4), .exemption(security: 7_500), .consentForOutsiders],
    habits: [
      .research(share: 3_500), .invest(share: 1_000), .relaxExport(fromTurn: 3, capital: 6_000),
    ],
    templates: gatekeeperTemplates, wishes: gatekeeperWishes)

  private static let industrialHub = Doctrine(
    kind: .industrialHub, weights: Weights(10, 15, 20, 5, 10, 35, 0, 5), leakRisk: 10,
    dependenceRisk: 10, pace: .fixed(.two), alpha: 60,
    redLines: [.smallWorkshare(slack: 500), .exclusion],
    habits: [
      .investToLimit, .researchBest(share: 1_000), .surge(level: 1_000, fatigueBelow: 3_000),
    ],
    templates: hubTemplates, wishes: hubWishes)

  private static let nicheInnovator = Doctrine(
    kind: .nicheInnovator, weights: Weights(10, 20, 5, 10, 30, 15, 0, 10), leakRisk: 25,
    dependenceRisk: 20, pace: .fixed(.two), alpha: 50,
    redLines: [.designGivenUp, .dependence(4_000), .leak(6_000)],
    habits: [
      .researchBest(share: 2_500), .fusionPosture(capital: 3_000), .reform(count: 2), .framework,
    ],
    templates: innovatorTemplates, wishes: innovatorWishes)

  private static let freeRider = Doctrine(
    kind: .freeRider, weights: Weights(35, 5, 30, 10, 5, 10, 0, 5), leakRisk: 5,
    dependenceRisk: 5, pace: .byPayment(paying: .four, else: .half), alpha: 60,
    redLines: [.legislatedOperations, .pools(share: 500)],
    habits: [.readiness(share: 500, fromTurn: 1), .researchBest(share: 500)],
    templates: freeRiderTemplates, wishes: freeRiderWishes)

  private static let threatenedFrontline = Doctrine(
    kind: .threatenedFrontline, weights: Weights(50, 10, 5, 20, 5, 5, 0, 5), leakRisk: 5,
    dependenceRisk: 10, pace: .fixed(.half), alpha: 40,
    redLines: [.lateDelivery(turns: 4)],
    habits: [
      .readiness(share: 1_500, fromTurn: 2), .invest(share: 1_500), .asym(share: 500),
      .securityUpgrade,
    ],
    templates: frontlineTemplates, wishes: frontlineWishes)
}
