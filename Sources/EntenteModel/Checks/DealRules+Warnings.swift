extension DealRules {
  /// What the text itself and the world as it is give cause to warn of, in the order of the
  /// clauses. What only a look ahead shows (`lopsided-surplus`, `dependence-high`) comes with a
  /// preview.
  package static func warnings(
    _ text: DealText, in world: World, scenario: Scenario, replacing: DealID? = nil
  ) -> [DealWarning] {
    let check = WarningCheck(text, in: world, scenario: scenario, replacing: replacing)
    return text.clauses.flatMap { check.warnings(of: $0) }
  }
}
