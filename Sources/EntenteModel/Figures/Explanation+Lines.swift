extension Explanation {
  /// No line is longer than this.
  package static let columns = 100

  /// The explanation as lines a class can read aloud: the value, what the figure means, the
  /// equation with its inputs and steps, and what moved it. `mayRead` says which deals the reader
  /// may see; `reader` nil sees all. Orders of others are told without their content.
  package func lines(
    for reader: Int?, in world: World, scenario: Scenario, mayRead: (DealID) -> Bool = { _ in true }
  ) -> [String] {
    var lines = [headline(scenario)]
    lines += Self.wrapped(figure.word.meaning, indent: "  ")
    if !equation.isEmpty {
      let command = calculation.isEmpty ? "" : "; try it: CALC \(calculation)"
      lines.append("  Equation \(equation)\(command)")
    }
    if !inputs.isEmpty { lines += listed("from", inputs) }
    if !steps.isEmpty { lines += listed("then", steps) }
    if !causes.isEmpty { lines.append("  What moved it:") }
    for cause in causes {
      let text = words(cause.cause, for: reader, in: world, scenario, mayRead)
      lines += Self.wrapped(measure(of: cause) + text, indent: "    ")
    }
    return lines
  }

  private func headline(_ scenario: Scenario) -> String {
    let name = figure.text(in: scenario)
    guard let value else { return "\(name): nothing to count yet" }
    let now = "\(name) = \(figure.unit.spoken(value))"
    guard let before, before != value else { return now }
    return now + ", \(value > before ? "up" : "down") from \(figure.unit.text(before))"
  }

  /// `from  readiness 33.6, posture 30, …`, wrapped.
  private func listed(_ label: String, _ numbers: [Number]) -> [String] {
    let calculation = Calculator.named(calculation)
    let text = numbers.map { number in
      "\(Self.spaced(number.name)) \(written(number, calculation))"
    }.joined(separator: ", ")
    return Self.wrapped("\(label)  \(text)", indent: "  ", hanging: "        ")
  }

  /// A number in the unit `calc` gives it, else in the unit of the figure.
  private func written(_ number: Number, _ calculation: Calculation?) -> String {
    switch Self.unit(of: number.name, in: calculation) {
    case nil: figure.unit.text(number.value)
    case "bp", "points": FigureUnit.points.text(number.value)
    case let unit?: UnitText.print(number.value, unit: unit)
    }
  }

  /// Numbers that are told under a figure of another unit: factors in bp, levels as counts.
  private static let stepUnits = [
    "spread": "bp", "factor": "bp", "intensity": "", "level": "", "paid": "$k",
  ]

  /// The unit of a number by its name; nil where it is that of the figure.
  private static func unit(of name: String, in calculation: Calculation?) -> String? {
    calculation?.unit(of: name) ?? stepUnits[name]
  }

  /// What stands before a cause: how much it moved the figure, or what it brought to it.
  private func measure(of cause: Cause) -> String {
    switch (figure.word, cause.cause) {
    case _ where cause.amount == 0: ""
    case (.tr, .order): FigureUnit.money.text(cause.amount) + " by "
    case (.stock, _):
      (cause.amount > 0 ? "+" : "") + FigureUnit.lots.spoken(cause.amount) + "  "
    case (.lat, .partner): "at depth \(FigureUnit.points.text(cause.amount)): "
    default: (cause.amount > 0 ? "+" : "") + figure.unit.text(cause.amount) + "  "
    }
  }

  private func words(
    _ cause: FigureCause, for reader: Int?, in world: World, _ scenario: Scenario,
    _ mayRead: (DealID) -> Bool
  ) -> String {
    switch cause {
    case .clause(let deal, let clause):
      guard reader == nil || mayRead(deal) else { return "a deal of others" }
      let kind = world.deal(deal)?.text.clause(clause)?.kind.rawValue
      return "deal \(deal), clause \(clause)" + (kind.map { " (\($0))" } ?? "")
    case .deal(let deal):
      return reader == nil || mayRead(deal) ? "deal \(deal)" : "a deal of others"
    case .ordered(let keyword): return "orders \(keyword.rawValue)"
    case .order(let state, let place):
      let name = scenario.states[state].id
      guard reader == nil || reader == state else { return "an order of \(name)" }
      return "order \(place + 1) of \(name)"
    case .inject(let inject):
      return scenario.injects.first { $0.id == inject }?.title ?? inject.text
    case .partner(let state): return "partner \(scenario.states[state].id)"
    case .line(let state, let programme):
      return "line \(scenario.states[state].id)-\(scenario.programmes[programme].id)"
    case .rule(.deterrence): return "support by partners"
    case .rule(let rule): return Self.spaced(rule.rawValue)
    }
  }

  /// `meanSecurity` as people write it: `mean security`.
  static func spaced(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isUppercase { text += " " }
      text += character.lowercased()
    }
    return text
  }

  /// Breaks a sentence between words so that no line passes the limit.
  static func wrapped(_ text: String, indent: String, hanging: String? = nil) -> [String] {
    var lines: [String] = []
    var line = indent
    var isFresh = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFresh, line.count + 1 + word.count > columns {
        lines.append(line)
        line = hanging ?? indent
        isFresh = true
      }
      line += isFresh ? word : " " + word
      isFresh = false
    }
    lines.append(line)
    return lines
  }
}

extension Calculation {
  /// The unit of an argument or result of that name; nil where it has none of that name.
  func unit(of name: String) -> String? {
    if let result = results.first(where: { $0.name == name }) { return result.unit }
    guard let argument = arguments.first(where: { $0.name == name }) else { return nil }
    switch argument.kind {
    case .integer(_, let unit): return unit
    case .list(_, of: .integer(_, let unit)): return unit
    case .shares: return "bp"
    default: return nil
    }
  }
}
