// Orders about lines, stock and trade.
extension OrderCatalogue {
  static let programme: [OrderSpec] = lineOrders + tradeOrders

  private static let lineOrders: [OrderSpec] = [
    row(
      .programme, .startDev,
      [
        programmeParameter,
        OrderParameter("exportable", .flag, .value(.flag(false)), "Design it for export."),
        OrderParameter("turns", .int(2...12), .value(.integer(4)), "Turns of payment."),
      ],
      object: ["programme"], "Develop a programme alone.",
      example: "start-dev programme=p11 turns=4"),
    row(
      .programme, .openLine,
      [
        programmeParameter,
        OrderParameter("rate", .lots, .optional, "Lots a turn; half the sector if not written."),
      ],
      object: ["programme"], "Open a line for a design that is yours or nobody's.",
      example: "open-line programme=canopy rate=20"),
    row(
      .programme, .produce, [line, lots], object: ["line"],
      "Build at most this many lots; without it a line builds what is ordered and what you lack.",
      example: "produce line=dorn-canopy lots=40"),
    row(
      .programme, .setCapacity,
      [line, OrderParameter("rate", .lots, .required, "Lots a turn.")], object: ["line"],
      "Move capacity between your lines.", example: "set-capacity line=dorn-canopy rate=30"),
    row(
      .programme, .surge,
      [
        OrderParameter("sector", .sector, .required, "The sector."),
        OrderParameter("level", .pct(500...2500), .required, "How much more."),
      ],
      object: ["sector"], "Work extra shifts: more output, dearer, and it tires.",
      example: "surge sector=amd level=25%"),
    row(
      .programme, .closeLine, [line], object: ["line"], "Stop a line; it can start again later.",
      example: "close-line line=dorn-canopy"),
    row(
      .programme, .route,
      [
        line,
        OrderParameter(
          "via", .word(["far", "agency", "ota"]), .required, "The way the contract takes."),
      ],
      object: ["line"], "Choose how a line is contracted.",
      example: "route line=aus-p07 via=agency"),
  ]

  private static let tradeOrders: [OrderSpec] = [
    row(
      .programme, .sell,
      [
        programmeParameter, lots,
        OrderParameter("price", .price, .value(.word("cost")), "cost, list, or a sum for a lot."),
        OrderParameter("to", .statesOrAll, .value(.words([])), "To whom; all if not written."),
        defy,
      ],
      object: ["programme"], "Offer lots for sale, until you change it.",
      example: "sell programme=lantern lots=10 price=list"),
    row(
      .programme, .procure,
      [
        programmeParameter, lots,
        OrderParameter(
          "from", .stateOr("cheapest"), .value(.word("cheapest")), "Whose offer you take."),
        OrderParameter("max", .money, .optional, "The most you pay for a lot."), defy,
      ],
      object: ["programme"], "Buy lots that are on offer; what is not used comes back.",
      example: "procure programme=lantern lots=10"),
    row(
      .programme, .upgrade, [programmeParameter, lots], object: ["programme"],
      "Bring old stock to the common configuration, for a tenth of the price.",
      example: "upgrade programme=canopy lots=10"),
    row(
      .programme, .loan,
      [
        programmeParameter, lots, to("Who gets them."),
        OrderParameter("turns", .int(1...4), .value(.integer(1)), "Turns until they come back."),
        defy,
      ],
      object: ["programme", "to"], "Lend stock.",
      example: "loan programme=canopy lots=10 to=cael turns=2"),
    row(
      .programme, .aid, [programmeParameter, lots, to("Who gets them."), defy],
      object: ["programme", "to"], "Give stock away.",
      example: "aid programme=canopy lots=5 to=cael"),
    row(
      .programme, .draw, [deal, lots], object: ["deal"], "Take lots from a common pool.",
      example: "draw deal=D-7Q4K lots=5"),
    row(
      .programme, .placeWork, [deal, money], object: ["deal"],
      "Place work with a buyer's industry that an offset asks for.",
      example: "place-work deal=D-7Q4K money=4m"),
    row(
      .programme, .askReexport, [programmeParameter, to("Who shall get it.")],
      object: ["programme", "to"], "Ask the owner of a design whether you may pass it on.",
      example: "ask-reexport programme=canopy to=cael"),
  ]

  private static let programmeParameter = OrderParameter(
    "programme", .programme, .required, "The programme.")
}
