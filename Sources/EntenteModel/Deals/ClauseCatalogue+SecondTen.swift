// C11 to C20. Parameters stand in the order in which they are printed.
extension ClauseCatalogue {
  static let secondTen: [ClauseEntry] = [
    basing, rdp, ntib, exempt, subsidiary, accel, gsoia, infoshare, sosa, offset,
  ]

  private static let basing = ClauseEntry.directed(
    .basing, 11, .c, receiver: .b, .ops, 1000, .deployment, "host", "guests",
    "Station the guest's forces with the host.",
    [
      ParameterSpec(
        "posture", .pct(1500...4000), .value(.integer(2000)),
        "Share of the guest's forces that counts for the host."),
      theatre("The theatre; the host's most exposed one if not written."),
      word("status", ["treaty", "executive"], "Legal form, named only."),
    ])

  private static let rdp = ClauseEntry.mutual(
    .rdp, 12, .b, .ind, 600, .production,
    "Open defence purchases to each other: national preference is waived.")

  private static let ntib = ClauseEntry.mutual(
    .ntib, 13, .c, .ind, 900, .production,
    "Treat each other's industry as domestic in these sectors.",
    [ParameterSpec("sectors", .sectors, .value(.words(sectors)), "Which sectors; all by default.")])

  private static let sectors = Sector.allCases.map(\.rawValue).sorted()

  private static let exempt = ClauseEntry.mutual(
    .exempt, 14, .c, .tec, 1000, .development,
    "Trade without licences up to sensitivity 3 where controls are comparable.",
    [flag("users", true, "A list of authorised users, named only.")])

  private static let subsidiary = ClauseEntry.directed(
    .subsidiary, 15, .b, .ind, 500, .production, "owner", "host",
    "The owner builds a plant in the host.",
    [
      ParameterSpec("sector", .sector, .required, "The sector of the plant."),
      word("mitigation", ["ssa", "proxy"], "How the host protects its secrets from the owner."),
      ParameterSpec(
        "invest", .money(1000...1_000_000), .required, "What the owner pays for the plant."),
    ])

  private static let accel = ClauseEntry.mutual(
    .accel, 16, .b, .tec, 800, .development,
    "Fund new firms together in up to three technology domains.",
    [
      ParameterSpec("domains", .domains(1...3), .required, "The domains, at most three."),
      // The least pool of 4m is a rule of the game (`pool-too-small`), not of the language.
      ParameterSpec("pool", .money(0...200_000), .required, "Money a turn, of all together."),
      ParameterSpec("shares", .shares, .equalShares, "Who pays which share; equal by default."),
      ParameterSpec(
        "hub", .state(.bound), .value(.null), "The state that hosts it, else an outside office."),
    ])

  private static let gsoia = ClauseEntry.mutual(
    .gsoia, 17, .b, .inf, 700, .deployment,
    "Protect each other's classified information.",
    [int("level", 1...3, 1, "Covers sensitivity up to level + 1.")])

  private static let infoshare = ClauseEntry.mutual(
    .infoshare, 18, .b, .inf, 700, .deployment,
    "Share what you know; needs gsoia.",
    [
      ParameterSpec(
        "topics", .words(["cyber", "logistics", "readiness", "threat"]),
        .value(.words(["threat"])), "What is shared."),
      flag("deep", false, "See each other's figures exactly."),
    ])

  private static let sosa = ClauseEntry.mutual(
    .sosa, 19, .a, .ind, 500, .production,
    "Serve each other's requests for scarce inputs first.",
    [
      ParameterSpec("inputs", .inputs, .required, "The inputs."),
      int("rating", 1...2, 1, "2 is served before 1."),
    ])

  private static let offset = ClauseEntry.directed(
    .offset, 20, .b, .fin, 300, .production, "seller", "buyer",
    "The seller places work with the buyer in return for an offtake of the same text.",
    [
      ParameterSpec(
        "obligation", .pct(0...12_000), .value(.integer(5000)), "Share of the contract's value."),
      word("kind", ["direct", "indirect"], "Work on the programme, or in any sector."),
      int("within", 1...8, 4, "Turns in which the work is placed."),
    ])
}
