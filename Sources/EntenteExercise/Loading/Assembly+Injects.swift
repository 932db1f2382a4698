import EntenteModel

extension Assembly {
  /// The events that come in this format, in the order of the package.
  mutating func injects() -> [Inject] {
    reading.injects.compactMap { inject($0) }
  }

  private mutating func inject(_ fields: Fields) -> Inject? {
    guard let name = fields.text("id"), let trigger = trigger(fields) else { return nil }
    let addressees = fields.texts("to")
    // Of states that are not here nobody would read it.
    let readers = addressees.filter(stateNames.contains)
    if readers.isEmpty, !addressees.isEmpty { return nil }
    let choice = fields.record("choice")
    let options = (choice?.records("options") ?? []).map { option($0) }
    if let choice, options.filter(\.isDefault).count != 1 {
      report(
        PackageFile.injects, choice, "no-default",
        "Exactly one option of \"\(name)\" is the default that silence takes.")
    }
    checkLength(fields, name)
    var inject = Inject(
      id: InjectID(name), title: reading.spoken(fields.text("title") ?? name),
      kind: fields.text("kind").flatMap(Inject.Kind.init) ?? .contextual, trigger: trigger,
      from: reading.spoken(fields.text("from") ?? ""), to: readers.sorted().map { StateID($0) },
      body: reading.spoken(fields.text("body") ?? ""),
      isPublic: fields.text("visibility") == "public",
      effects: effects(fields), options: options,
      lesson: reading.spoken(fields.text("shows") ?? ""),
      objective: fields.text("objective") ?? "",
      expect: reading.spoken(fields.text("expect") ?? ""),
      expectTest: condition(fields, key: "expectTest").test.flatMap(here),
      expectBy: fields.record("expectBy").flatMap(moment))
    inject.target = target(fields)
    inject.recurrence = recurrence(fields)
    inject.isVote = choice?.flag("vote") ?? false
    return inject
  }

  private mutating func option(_ fields: Fields) -> InjectOption {
    InjectOption(
      name: fields.text("name") ?? "", label: reading.spoken(fields.text("label") ?? ""),
      isDefault: fields.flag("default") ?? false, effects: effects(fields),
      cost: Money(fields.number("cost") ?? 0),
      budgetShare: BasisPoints(fields.number("budgetShare") ?? 0))
  }

  /// People read a card in the minute it appears.
  private mutating func checkLength(_ fields: Fields, _ name: String) {
    guard let body = fields["body"], let text = body.text else { return }
    let words = text.split(whereSeparator: \.isWhitespace).count
    if words > 120 {
      report(
        PackageFile.injects, body, "long-text",
        "The body of \"\(name)\" has \(words) words; at most 120 are read in time.", as: .warning)
    }
  }

  // MARK: triggers

  /// When the event comes; nil where it does not come in this format, or cannot be understood.
  private mutating func trigger(_ fields: Fields) -> Inject.Trigger? {
    let test = condition(fields, key: "when")
    let expected = condition(fields, key: "expectTest")
    guard !test.isBroken, !expected.isBroken else { return nil }
    guard let at = fields.record("at") else {
      // A condition on what is not here would never, or always, hold.
      guard let written = test.test else {
        return fields.number("chance") == nil ? .manual : .metric(.all([]))
      }
      return here(written).map { .metric($0) }
    }
    guard let turn = turn(at) else { return nil }
    guard turn <= turns else {
      reportUnreachable(at, turn: turn)
      return nil
    }
    let phase = at.text("phase") ?? "report"
    let seconds = at.number("offset") ?? 0
    if let test = test.test {
      if phase == "negotiate", test == Self.noOffer, fields.text("to") == "each" {
        return .noOffer(turn: turn, seconds: seconds)
      }
      if phase == "report", seconds == 0 {
        // In its turn, and in those in which it may come again, for whom the condition holds.
        let moment = CardCondition.Test.compare(
          metric: CardMetric(name: "turn", arguments: []),
          comparison: (fields.number("repeat") ?? 0) > 0 ? .atLeast : .equal, threshold: turn)
        return here(test).map { .metric(.all([moment, $0])) }
      }
    } else if phase == "report", seconds == 0 {
      return .turn(turn)
    }
    report(
      PackageFile.injects, at, "bad-moment",
      "An event comes at the start of a report, or on a condition alone, or in a negotiation to "
        + "\"each\" team when \"offers(team) = 0\".")
    return nil
  }

  private static let noOffer = CardCondition.Test.compare(
    metric: CardMetric(name: "offers", arguments: ["team"]), comparison: .equal, threshold: 0)

  private func moment(_ fields: Fields) -> Inject.Moment? {
    turn(fields).map {
      Inject.Moment(turn: min($0, turns), phase: fields.text("phase") ?? "report")
    }
  }

  /// The turn of a moment; `last` is the last of the format.
  private func turn(_ moment: Fields) -> Int? {
    moment.text("turn") == "last" ? turns : moment.number("turn")
  }

  /// An event later than the longest format is never seen by anybody.
  private mutating func reportUnreachable(_ at: Fields, turn: Int) {
    let formats = reading.exercise.record("formats")?.entries ?? []
    let longest = formats.compactMap { $0.field.record?.number("turns") }.max() ?? turns
    if turn > longest {
      report(
        PackageFile.injects, at, "unreachable",
        "This event comes in turn \(turn), and no format has more than \(longest).")
    }
  }

  mutating func condition(
    _ fields: Fields, key: String
  ) -> (test: CardCondition.Test?, isBroken: Bool) {
    guard let field = fields[key], let source = field.text else { return (nil, false) }
    let read = ConditionParser.inject(source, names: conditionNames)
    for problem in read.problems {
      report(PackageFile.injects, field, offset: problem.offset, problem.name, problem.sentence)
    }
    return (read.test, read.test == nil)
  }
}
