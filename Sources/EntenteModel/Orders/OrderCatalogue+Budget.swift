// Orders about money; free of the action budget.
extension OrderCatalogue {
  static let budget: [OrderSpec] = [
    budgetRow(
      .fundRD,
      [OrderParameter("domain", .domain, .required, "The technology domain."), money],
      object: ["domain"], "Research in a technology domain.",
      example: "fund-rd domain=sen money=9m"),
    budgetRow(
      .invest,
      [
        OrderParameter("sector", .sector, .required, "The sector of industry."), money,
        OrderParameter("at", .state, .optional, "Where; at home if not written."),
      ],
      object: ["sector", "at"], "Build capacity; what cannot be used comes back.",
      example: "invest sector=amd money=27m"),
    budgetRow(
      .trainWorkforce, [money], "Train workers; what cannot be used comes back.",
      example: "train-workforce money=2m"),
    budgetRow(
      .stockpile,
      [
        OrderParameter("input", .input, .required, "The input."), money,
        OrderParameter(
          "via", .word(["far", "ota"]), .value(.word("far")), "By which contract; ota is faster."),
      ],
      object: ["input"], "Lay up a scarce input.", example: "stockpile input=chips money=3m"),
    budgetRow(
      .readiness, [money], "Train and maintain: readiness of this turn.",
      example: "readiness money=20m"),
    budgetRow(
      .asym, [money], "Build cheap means of defence that stay, up to a limit.",
      example: "asym money=7m"),
    budgetRow(
      .securityUpgrade, [], pause: 2, "Spend 6m on protecting secrets: security rises by 8 points.",
      example: "security-upgrade"),
    budgetRow(
      .pay,
      [deal, OrderParameter("clause", .clause, .required, "The clause."), money],
      object: ["deal", "clause"], always: true, "Pay what you owe under a clause, or a dispute.",
      example: "pay deal=D-7Q4K clause=c1 money=3m"),
  ]
}
