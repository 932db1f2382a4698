import EntenteModel

// The report on a turn that each state reads: what changed, from what to what, and why.
extension Deliberation {
  /// Causes named after a figure: what fits on a line.
  private static var causesMax: Int { 3 }

  mutating func report(_ report: TurnReport) {
    for index in state.scenario.states.indices {
      let lines = news(report, for: index) + figures(report, for: index)
      for (place, line) in lines.enumerated() {
        var line = line
        line.part = place + 1
        line.of = lines.count
        emit(.states([state.scenario.states[index].id]), .turnResolved(line))
      }
    }
  }

  private func line(_ report: TurnReport, _ text: String) -> ReportLine {
    ReportLine(turn: report.turn, part: 0, of: 0, text: text)
  }

  private func news(_ report: TurnReport, for index: Int) -> [ReportLine] {
    let standing = state.world.states[index]
    var lines = [
      line(
        report,
        "Turn \(report.turn) is resolved. Gap \(Shown.index(standing.outcome.gap)), readiness "
          + "\(Shown.index(standing.outcome.readiness)), national score "
          + "\(Shown.index(standing.outcome.national)), treasury \(Shown.money(standing.treasury))."
      )
    ]
    if report.usedHabit[index] {
      // The state by its name: the facilitator reads these lines of all.
      let name = state.scenario.states[index].id
      lines.append(
        line(report, "You gave no order (\(name)): last turn's budget was ordered again."))
    }
    for delivery in report.deliveries where delivery.to == index || delivery.from == index {
      lines.append(line(report, words(of: delivery)))
    }
    for event in report.lines where event.state == index {
      if let words = words(of: event) { lines.append(line(report, words)) }
    }
    for request in state.world.requests
    where request.owner == index && request.askedTurn == report.turn {
      lines.append(line(report, words(of: request)))
    }
    for crisis in report.crises where crisis.state == index {
      lines.append(
        line(
          report,
          "The crisis test: readiness and partners \(Shown.index(crisis.have)) against "
            + "\(Shown.index(crisis.need)) needed: \(crisis.passed ? "passed" : "failed")."))
    }
    return lines
  }

  private func words(of request: ReexportRequest) -> String {
    let scenario = state.scenario
    return "\(scenario.states[request.asker].id) asks to pass "
      + "\(scenario.programmes[request.programme].id) on to "
      + "\(scenario.states[request.receiver].id). Answer while you negotiate: ORDER "
      + "answer-reexport request=\(request.id) answer=yes (or no); silence is no."
  }

  private func words(of delivery: Delivery) -> String {
    let from = state.scenario.states[delivery.from].id
    let to = state.scenario.states[delivery.to].id
    let programme = state.scenario.programmes[delivery.programme].id
    let lots = Shown.lots(delivery.lots)
    let paid = delivery.paid > 0 ? " for \(Shown.money(delivery.paid))" : ""
    let deal = delivery.deal.map { " (\($0))" } ?? ""
    return delivery.from == delivery.to
      ? "Built \(lots) lots of \(programme)\(paid)."
      : "\(lots) lots of \(programme) went from \(from) to \(to)\(paid)\(deal)."
  }

  private func words(of event: LineEvent) -> String? {
    let name =
      "\(state.scenario.states[event.state].id)-\(state.scenario.programmes[event.programme].id)"
    switch event.event {
    case .planned(let days): return "Line \(name) is planned: \(days) days of gates."
    case .gateClosed(let gate): return "Line \(name) is through its \(gate.rawValue) gate."
    case .opened: return "Line \(name) is open."
    case .idle: return "Line \(name) stands idle."
    case .closed: return "Line \(name) is closed."
    }
  }

  private func figures(_ report: TurnReport, for index: Int) -> [ReportLine] {
    guard report.figures.indices.contains(index) else { return [] }
    return report.figures[index].filter { $0.before != $0.after }.map { change in
      let name = change.figure.name(in: state.scenario)
      return ReportLine(
        turn: report.turn, part: 0, of: 0, figure: name, before: change.before,
        after: change.after, text: words(of: change, name: name))
    }
  }

  private func words(of change: FigureChange, name: String) -> String {
    let unit = unit(of: change.figure, name: name)
    let causes = change.causes.sorted { abs($0.amount) > abs($1.amount) }
      .prefix(Self.causesMax)
      .map { "\(words(of: $0.cause)) \($0.amount > 0 ? "+" : "")\(unit.text($0.amount))" }
    let why = causes.isEmpty ? "" : ": " + causes.joined(separator: ", ")
    return "\(name) \(unit.text(change.before)) -> \(unit.text(change.after))\(why)"
  }

  /// Stock is told in lots here, while the figure of that name is a share of the requirement.
  private func unit(of figure: TracedFigure, name: String) -> FigureUnit {
    if case .stock = figure { return .lots }
    return (try? FigureName(name, reader: nil, in: state.scenario))?.unit ?? .points
  }

  private func words(of cause: FigureCause) -> String {
    switch cause {
    case .clause(let deal, let clause):
      let kind = state.world.deal(deal)?.text.clause(clause)?.kind.rawValue
      return "\(kind ?? clause.text) of \(deal)"
    case .deal(let deal): return deal.text
    case .ordered(let keyword): return "order \(keyword.rawValue)"
    case .order(let who, let place):
      return "order \(place + 1) of \(state.scenario.states[who].id)"
    case .inject(let id): return state.inject(id)?.title ?? id.text
    case .partner(let partner): return "partner \(state.scenario.states[partner].id)"
    case .line(let owner, let programme):
      return "line \(state.scenario.states[owner].id)-\(state.scenario.programmes[programme].id)"
    case .rule(let rule): return rule.rawValue
    }
  }
}
