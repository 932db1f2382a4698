import EntenteModel

// First texts of the doctrines, in order of trial, and the clauses each likes to add. Names in
// braces are filled by the cast.
extension Doctrine {
  private static let licenceOut = ClausePattern(
    .licprod, "{own}>{partner} licprod programme={programme}")
  private static let saleOut = ClausePattern(
    .offtake, "{own}>{partner} offtake programme={programme} lots={lots}")
  private static let purchase = ClausePattern(
    .offtake, "{partner}>{own} offtake programme={programme} lots={lots}")
  private static let consent = ClausePattern(
    .reexport, "{own}>{partner} reexport programme={programme}")
  private static let secrets = ClausePattern(.gsoia, "gsoia level={level}")
  private static let supply = ClausePattern(.acsa, "acsa")
  private static let talks = ClausePattern(.dialogue, "dialogue")
  private static let drill = ClausePattern(.exercise, "exercise")
  private static let hardDrill = ClausePattern(.exercise, "exercise intensity=2")
  private static let standards = ClausePattern(.standard, "standard family={family}")

  static let gatekeeperTemplates = [
    Template(.licensee, licenceOut, secrets, consent),
    Template(.neediest, saleOut, supply),
    Template(.trusted(5_500), standards, drill),
  ]
  static let gatekeeperWishes = [consent, secrets, supply]

  static let hubTemplates = [
    Template(
      .licensor,
      ClausePattern(.licprod, "{partner}>{own} licprod programme={programme} royalty=4%"), secrets),
    Template(
      .coproducer,
      ClausePattern(
        .coprod, "coprod programme={programme} lines={lines} workshare={workshare}")),
    Template(.buyer, saleOut),
    Template(.largestBudget, ClausePattern(.rdp, "rdp")),
  ]
  static let hubWishes = [secrets, ClausePattern(.rdp, "rdp")]

  static let innovatorTemplates = [
    Template(.buyer, saleOut, consent),
    Template(.licensee, licenceOut, consent),
    Template(
      .codeveloper, ClausePattern(.codev, "codev programme={programme} shares=equal")),
    Template(
      .researcher, ClausePattern(.accel, "accel domains={domain} pool=8m hub={own}")),
    Template(.friend, talks),
  ]
  static let innovatorWishes = [consent, talks]

  static let freeRiderTemplates = [
    Template(.friend, talks, drill),
    Template(.supplier, purchase),
  ]
  static let freeRiderWishes = [talks]

  static let frontlineTemplates = [
    Template(.supplier, purchase),
    Template(.ready, hardDrill),
    Template(.ready, ClausePattern(.basing, "{own}>{partner} basing posture=25%")),
    Template(.ready, ClausePattern(.crisis, "crisis theatre={theatre}")),
    Template(.friend, standards, supply),
  ]
  static let frontlineWishes = [hardDrill, supply, talks]
}
