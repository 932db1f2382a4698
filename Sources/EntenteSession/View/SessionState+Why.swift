package import EntenteModel

extension SessionState {
  /// A figure taken apart: value, equation, inputs, steps, what moved it in the last resolution.
  package func whyPage(_ typed: String, for seat: SeatID) throws(Refusal) -> Page {
    let own = seat.state.flatMap(scenario.index(of:))
    let figure: FigureName
    do {
      figure = try FigureName(typed, reader: own, in: scenario)
    } catch {
      throw .badArgument(name: "figure", value: typed, allowed: error.sentence)
    }
    let reader = isOpenToAll ? nil : own
    guard
      seat == .facilitator || isOpenToAll
        || Figures.isVisible(figure, to: own, in: world, scenario: scenario)
    else {
      throw .noSuch(what: "figure", id: typed, near: nil)
    }
    let explanation =
      lastResolved.map {
        Explanation.of(
          figure, before: $0.before, orders: $0.orders, choices: $0.choices, scenario: scenario)
      } ?? Explanation.atStart(figure, in: world, scenario: scenario)
    let lines = explanation.lines(
      for: seat == .facilitator ? nil : reader, in: world, scenario: scenario
    ) { deal in
      self[deal].map { self.sight(of: $0, by: seat) != .nothing } ?? false
    }
    var page = Page(lines: lines.map { Page.Line([], $0) })
    page.fields = [Page.Field("figure", figure.text(in: scenario))]
    if let value = explanation.value { page.fields.append(Page.Field("value", value)) }
    if let before = explanation.before { page.fields.append(Page.Field("before", before)) }
    if !explanation.equation.isEmpty {
      page.fields.append(Page.Field("equation", explanation.equation))
    }
    return page
  }

  /// What stands against a text now, and what its author should know: both are only told.
  package func findings(on text: DealText, signer: Int, replacing deal: DealID? = nil) -> [(
    name: String, fields: [Page.Field], sentence: String
  )] {
    DealRules.signing(
      text, signer: signer, in: world, scenario: scenario, replacing: deal
    ).map { refusal in
      (
        refusal.name.rawValue,
        (refusal.clause.map { [Page.Field("clause", $0.text)] } ?? [])
          + refusal.fields.map { Page.Field($0.name, $0.value) },
        refusal.sentence
      )
    }
  }
}
