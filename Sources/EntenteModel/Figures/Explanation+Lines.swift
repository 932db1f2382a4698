extension Explanation {
  /// No line is longer than this.
  package static let columns = 100

  /// The explanation as lines a class can read aloud: the value, what the figure means, the
  /// equation with its inputs and steps, what moved it, and the calculations behind it, each a line
  /// that can be typed as it stands (and is not broken for that, whatever its length). `mayRead`
  /// says which deals the reader may see; `reader` nil sees all. Orders of others are told without
  /// their content.
  package func lines(
    for reader: Int?, in world: World, scenario: Scenario, mayRead: (DealID) -> Bool = { _ in true }
  ) -> [String] {
    var lines = [headline(scenario)]
    lines += Self.wrapped(figure.word.meaning, indent: "  ")
    lines += Self.wrapped(origin, indent: "  ")
    lines += numbers(scenario)
    if !causes.isEmpty { lines.append("  What moved it this turn:") }
    for cause in causes {
      let text = words(cause.cause, for: reader, in: world, scenario, mayRead)
      lines += Self.wrapped(measure(of: cause) + text, indent: "    ")
    }
    if !formulas.isEmpty {
      lines.append("  Try it: each of these can be typed as it stands.")
    }
    for formula in formulas {
      lines.append("    \(formula.command)")
      let part = formula.part.map { "\($0.words(in: scenario)): " } ?? ""
      lines += Self.wrapped("\(part)gives \(formula.results)", indent: "      ")
    }
    return lines
  }

  /// Where the figure comes from: its equation, or how it is counted.
  private var origin: String {
    if isAtStart { return "The value at the start: no turn has been resolved yet." }
    if equation.isEmpty { return "No equation: \(figure.word.rule)" }
    return "Equation \(equation)"
      + (calculation.isEmpty || !formulas.isEmpty ? "" : "; in CALC it is \(calculation)")
  }

  /// Steps that say nothing beside what stands around them: terms of a sum whose summands are told.
  private static let silent: Set<String> = ["term", "clause", "reached", "level"]

  /// The numbers of the equation: what it reads, then its parts one line each, then the rest.
  private func numbers(_ scenario: Scenario) -> [String] {
    let told = steps.filter { !Self.silent.contains($0.name) }
    var lines = listed("It reads", inputs.filter { $0.part == nil })
    var parts: [FigurePart] = []
    for number in inputs + told {
      if let part = number.part, !parts.contains(part) { parts.append(part) }
    }
    for part in parts {
      let own = (inputs + told).filter { $0.part == part }
      let text = own.map { written($0) }.joined(separator: ", ")
      lines += Self.wrapped(
        "\(part.words(in: scenario)): \(text)", indent: "    ", hanging: "      ")
    }
    return lines + listed("Step by step", told.filter { $0.part == nil })
  }

  private func headline(_ scenario: Scenario) -> String {
    let name = figure.text(in: scenario)
    guard let value else { return "\(name): nothing to count yet" }
    let now = "\(name) = \(figure.unit.spoken(value))"
    guard let before, before != value else { return now }
    return now + ", \(value > before ? "up" : "down") from \(figure.unit.text(before))"
  }

  /// `It reads: readiness 33.6, posture 30, …`, wrapped; nothing where there is nothing to tell.
  private func listed(_ label: String, _ numbers: [Number]) -> [String] {
    if numbers.isEmpty { return [] }
    let text = numbers.map { written($0) }.joined(separator: ", ")
    return Self.wrapped("\(label): \(text)", indent: "  ", hanging: "    ")
  }

  /// A number with its name, in the unit `calc` gives it, else in the unit of the figure.
  private func written(_ number: Number) -> String {
    let name = FigureTerm.words(of: number.name)
    switch unit(of: number) {
    case nil: return "\(name) \(figure.unit.text(number.value))"
    case "bp", "points": return "\(name) \(FigureUnit.points.text(number.value))"
    case let unit?: return "\(name) \(UnitText.print(number.value, unit: unit))"
    }
  }

  /// The unit of a number by its name; nil where it is that of the figure.
  private func unit(of number: Number) -> String? {
    FigureTerm.units[number.name] ?? Calculator.named(calculation)?.unit(of: number.name)
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
      let isKnown = ordered.indices.contains(state) && ordered[state].indices.contains(place)
      return "order \(place + 1) of \(name)"
        + (isKnown ? " (\(ordered[state][place].rawValue))" : "")
    case .inject(let inject):
      return scenario.injects.first { $0.id == inject }?.title ?? inject.text
    case .partner(let state): return "partner \(scenario.states[state].id)"
    case .line(let state, let programme):
      return "line \(scenario.states[state].id)-\(scenario.programmes[programme].id)"
    case .rule(let rule): return rule.words
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
