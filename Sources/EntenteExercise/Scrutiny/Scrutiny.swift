import EntenteModel
import EntenteSession

/// A closer look at an exercise that loads: whether its cards can be won and lost, its events can
/// come, and its texts can be read in time. Only authors ask for it; a session that was once played
/// is never refused for what is found here.
struct Scrutiny {
  private let reading: PackageReading
  private let formats: [(name: String, loaded: LoadedExercise)]
  private(set) var findings: [Finding] = []

  /// `formats` are those that could be loaded.
  init(_ reading: PackageReading, formats: [(name: String, loaded: LoadedExercise)]) {
    self.reading = reading
    self.formats = formats
    checkStarts()
    checkCards()
    checkInjects()
    for format in formats { checkReadingTime(format.name, format.loaded) }
  }

  private mutating func report(
    _ file: String, _ field: Field, _ name: String, _ sentence: String,
    as severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(
        severity, file: field.file ?? file, line: field.line, column: field.column, name: name,
        sentence))
  }

  /// What the start and the course of an untouched game hang on.
  private static func outline(_ exercise: Exercise) -> [String] {
    let (scenario, rules) = (exercise.scenario, exercise.scenario.parameters)
    return ["\(rules.turns)", "\(rules.turnDays)"] + scenario.states.map(\.id.text)
      + ["/"] + scenario.programmes.map(\.id.text)
  }

  // MARK: cards at the start

  /// A card and what is wrong with it at the start, in some of the formats.
  private struct StartFault {
    var test: Field
    var fault: CardStart
    var formats: [String]
  }

  /// A card that is won or lost before anybody moves is worth nothing to play for.
  private mutating func checkStarts() {
    var faults: [StartFault] = []
    var known: [(outline: [String], found: [(Field, CardStart)])] = []
    for format in formats {
      // Formats that differ in clocks alone begin, and go on untouched, in the same way.
      let outline = Self.outline(format.loaded.exercise)
      let before = known.first { $0.outline == outline }?.found
      let found = before ?? self.faults(in: format.loaded.exercise)
      if before == nil { known.append((outline, found)) }
      for (test, fault) in found {
        if let place = faults.firstIndex(where: {
          ($0.test.line, $0.test.column) == (test.line, test.column) && $0.fault == fault
        }) {
          faults[place].formats.append(format.name)
        } else {
          faults.append(StartFault(test: test, fault: fault, formats: [format.name]))
        }
      }
    }
    for fault in faults { report(fault) }
  }

  private mutating func report(_ found: StartFault) {
    let isEverywhere = found.formats.count == formats.count
    let names = found.formats.map { "\"\($0)\"" }.joined(separator: ", ")
    let place = isEverywhere ? "" : " in the format \(names)"
    let sentence =
      switch found.fault {
      case .alreadyTrue:
        "This is true at the start\(place); ask for more, or write \"keep\" or \"always\" before "
          + "it."
      case .alreadyLost:
        "This is false at the start\(place), so it cannot be kept; ask for less, or leave the word "
          + "out."
      }
    report(PackageFile.states, found.test, found.fault.rawValue, sentence)
  }

  private func faults(in exercise: Exercise) -> [(Field, CardStart)] {
    let scenario = exercise.scenario
    let start = World(scenario: scenario)
    let usesGap = scenario.states.contains { $0.cards.contains { $0.condition.test.usesGap } }
    let untouched = usesGap ? CardTest.untouchedRun(from: start, scenario: scenario) : start
    var found: [(Field, CardStart)] = []
    for (state, card) in zip(scenario.states, fields(in: scenario)) {
      for own in state.cards {
        guard let test = card?.test(own.source),
          let fault = CardStart.fault(
            of: own.condition, start: start, untouched: untouched, scenario: scenario)
        else { continue }
        found.append((test, fault))
      }
    }
    return found
  }

  /// The cards as written, in the order of the states of `scenario`.
  private func fields(in scenario: Scenario) -> [Fields?] {
    scenario.states.map { state in
      reading.states.first { $0.text("id") == state.id.text }
    }
  }

  // MARK: what can come about

  private func reach(_ exercise: Exercise) -> Reach {
    let scenario = exercise.scenario
    let agreed = scenario.preSigned.flatMap { $0.clauses.map(\.kind.rawValue) }
    return Reach(
      clauses: Set(scenario.parameters.clauses.map(\.rawValue) + agreed),
      turns: scenario.parameters.turns)
  }

  private mutating func checkCards() {
    let all = formats.map { reach($0.loaded.exercise) }
    for card in reading.states {
      for test in card.records("cards").compactMap({ $0["test"] }) {
        guard let condition = condition(test, isCard: true) else { continue }
        judge(test, condition, all, file: PackageFile.states, name: "cannot-be-met", "card")
      }
    }
  }

  private mutating func checkInjects() {
    checkMoments()
    let all = formats.map { reach($0.loaded.exercise) }
    for inject in reading.injects {
      guard let when = inject["when"], let test = condition(when, isCard: false) else { continue }
      judge(when, test, all, file: PackageFile.injects, name: "unreachable", "event")
    }
  }

  /// Nothing is done by a turn that no format has.
  private mutating func checkMoments() {
    guard let longest = formats.map(\.loaded.exercise.scenario.parameters.turns).max() else {
      return
    }
    for inject in reading.injects {
      for moment in [inject["expectBy"], inject.record("choice")?["by"]] {
        guard let moment, let turn = moment.record?.number("turn"), turn > longest else { continue }
        report(
          PackageFile.injects, moment, "unreachable",
          "This is by turn \(turn), and no format has more than \(longest).")
      }
    }
  }

  /// Reports a condition that holds in no format, and says which clause nobody has.
  private mutating func judge(
    _ field: Field, _ test: CardCondition.Test, _ all: [Reach], file: String, name: String,
    _ noun: String
  ) {
    guard !all.isEmpty, !all.contains(where: { $0.canHold(test) }) else { return }
    let missing = all.compactMap { $0.missingClause(in: test) }
    if missing.count == all.count, let clause = missing.first {
      report(
        file, field, "clause-in-no-menu",
        "\"\(clause)\" is in the menu of no format, so this \(noun) never comes true.")
    } else {
      report(
        file, field, name, "No play makes this true, so the \(noun) never counts.")
    }
  }

  private func condition(_ field: Field, isCard: Bool) -> CardCondition.Test? {
    guard let source = field.text, let names = formats.first.map({ names($0.loaded.exercise) })
    else { return nil }
    return isCard
      ? ConditionParser.card(source, names: names).condition?.test
      : ConditionParser.inject(source, names: names).test
  }

  /// All names of the package; whether they are known was checked before.
  private func names(_ exercise: Exercise) -> ConditionParser.Names {
    ConditionParser.Names(
      states: reading.states.compactMap { $0.text("id") },
      programmes: reading.programmes.compactMap { $0.text("id") },
      theatres: exercise.scenario.theatres.map(\.id.text),
      turns: formats.map(\.loaded.exercise.scenario.parameters.turns).max() ?? 1)
  }

  // MARK: reading

  /// Words a minute that people read in a language they know, with an eye on the figures.
  static let wordsPerMinute = 200

  private mutating func checkReadingTime(_ name: String, _ loaded: LoadedExercise) {
    let minutes = loaded.material.briefMinutes
    guard minutes > 0 else { return }
    func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
    let longest = loaded.exercise.briefs.map(words).max() ?? 0
    let total = words(loaded.exercise.publicBrief) + longest
    guard total > minutes * Self.wordsPerMinute else { return }
    findings.append(
      Finding(
        .warning, file: PackageFile.publicBrief, name: "reading-time",
        "The briefs of a team have up to \(total) words, and the format \"\(name)\" gives "
          + "\(minutes) minutes; \(minutes * Self.wordsPerMinute) words are read in that time."))
  }
}

extension Fields {
  /// The test of a private card that reads `source`.
  fileprivate func test(_ source: String) -> Field? {
    records("cards").lazy.compactMap { $0["test"] }.first { $0.text == source }
  }
}
