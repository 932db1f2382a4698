// Orders about forces and partners.
extension OrderCatalogue {
  static let posture: [OrderSpec] = [
    row(
      .posture, .exercise,
      [
        OrderParameter("with", .state, .required, "The other state, which must order it too."),
        OrderParameter("intensity", .int(1...3), .value(.integer(1)), "How hard: 2m, 8m or 18m."),
      ],
      object: ["with"],
      "Exercise with a partner this turn; the partner must order it with you too.",
      example: "exercise with=cael intensity=2"),
    row(
      .posture, .deploy,
      [
        OrderParameter("partner", .state, .required, "Whom you support."),
        OrderParameter("theatre", .theatre, .optional, "Where; the most pressed if not written."),
        OrderParameter("posture", .pct(500...1500), .required, "Share of your forces."),
      ],
      object: ["partner"], "Send forces to a partner this turn.",
      example: "deploy partner=cael posture=10%"),
  ]
}
