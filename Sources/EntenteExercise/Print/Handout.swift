import EntenteModel
import EntenteSession

/// The papers of an exercise: what everybody reads, what each team reads, and what the facilitator
/// needs, each on sheets of its own.
package struct Handout {
  /// For whom papers are printed.
  package enum Readers: String, CaseIterable, Sendable { case all, teams, facilitator }

  private let loaded: LoadedExercise
  var page: HTMLPage

  private init(_ loaded: LoadedExercise) {
    self.loaded = loaded
    page = HTMLPage(
      title: loaded.exercise.title, language: loaded.material.language)
  }

  /// A document with the papers for `readers`; `state` keeps to one team. States that nobody plays
  /// have no sheet, unless `everyState` asks for them or one is named.
  package static func html(
    _ loaded: LoadedExercise, for readers: Readers = .all, state: String? = nil,
    everyState: Bool = false
  ) -> String {
    var handout = Handout(loaded)
    let played = loaded.exercise.teams.flatMap { $0 }
    if readers != .facilitator {
      handout.addPublic()
      for index in loaded.exercise.scenario.states.indices {
        let id = loaded.exercise.scenario.states[index].id
        let isWanted = everyState || played.isEmpty || played.contains(id)
        if state.map({ $0 == id.text }) ?? isWanted { handout.addTeam(index) }
      }
      handout.addQuestions()
    }
    if readers != .teams {
      handout.addGuide()
      handout.addEvents()
      handout.addAnswers()
    }
    return handout.page.text
  }

  private var exercise: Exercise { loaded.exercise }
  var material: TeachingMaterial { loaded.material }
  var scenario: Scenario { exercise.scenario }

  /// Adds a text under its own title, or under `title` where it has none, so that no sheet is
  /// headed twice.
  private mutating func add(_ text: String, titled title: String, under lead: String = "") {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let own = lines.first.map { $0.hasPrefix("# ") ? $0.dropFirst(2).trimmed : "" } ?? ""
    page.add("h1", own.isEmpty ? title : own)
    if !lead.isEmpty { page.add("p", lead) }
    page.add(markdown: own.isEmpty ? text : lines.count > 1 ? String(lines[1]) : "")
  }

  // MARK: everybody

  private mutating func addPublic() {
    page.begin(sheet: "For everybody")
    page.add("h1", exercise.title)
    page.add("p", exercise.summary)
    page.add("h2", "What you will learn")
    page.add(list: material.objectives.map(\.text))
    page.add(markdown: exercise.publicBrief)
    page.add("h2", "Turns and phases")
    let phases = Phase.allCases.filter { $0 != .resolve && exercise.phases.exists($0) }
    page.add(table: [["phase", "time"]] + phases.map { [$0.rawValue, time(of: $0)] })
    page.add("p", "\(scenario.parameters.turns) turns of \(scenario.parameters.turnDays) days.")
    page.end()
  }

  private func time(of phase: Phase) -> String {
    switch exercise.phases.length(of: phase) {
    case .absent: ""
    case .open: "until everybody is READY"
    case .seconds(let count):
      count % 86_400 == 0
        ? "\(count / 86_400) days"
        : count % 3600 == 0 ? "\(count / 3600) h" : "\(count / 60) min \(count % 60) s"
    }
  }

  // MARK: a team

  private mutating func addTeam(_ index: Int) {
    let card = scenario.states[index]
    page.begin(sheet: "For \(card.label) only")
    let role = index < material.stateRoles.count ? material.stateRoles[index] : ""
    let typed = HandoutCard.isPlain(card.id.text, card.label) ? "" : "In commands: \(card.id)."
    add(
      exercise.briefs[index], titled: card.label,
      under: [role.isEmpty ? "" : role + ".", typed].filter { !$0.isEmpty }
        .joined(separator: " "))
    page.add("h2", "Your objectives")
    let texts = index < material.cardTexts.count ? material.cardTexts[index] : []
    let rows = card.cards.enumerated().map { place, own in
      let text = place < texts.count ? texts[place] : ""
      return [String(own.points), text.isEmpty ? own.source : text]
    }
    page.add(table: [["points", "what for"]] + rows)
    page.add("h2", "Your state")
    page.add(table: HandoutCard(card, scenario, spending: spending(index)).rows)
    page.add("h2", "What you need and have")
    page.add(table: HandoutCard(card, scenario, spending: "").needs)
    page.add(small: HandoutCard(card, scenario, spending: "").legend)
    page.end()
  }

  private func spending(_ index: Int) -> String {
    index < material.stateSpending.count ? material.stateSpending[index] : ""
  }

  // MARK: questions

  private mutating func addQuestions() {
    guard !material.quiz.isEmpty || !material.survey.isEmpty else { return }
    page.begin(sheet: "For everybody")
    if !material.quiz.isEmpty {
      page.add("h2", "Before you play")
      for (number, question) in material.quiz.enumerated() {
        // Not a list of its own, which would begin with 1 again.
        page.add(markdown: "**\(number + 1).** \(question.question)")
        page.add(list: question.options)
      }
    }
    if !material.survey.isEmpty {
      page.add("h2", "Afterwards")
      page.add("p", "1 is no at all, 5 is yes entirely.")
      page.add(
        table: [["", "1 2 3 4 5"]]
          + material.survey.map { [$0.text, $0.isScale ? "□ □ □ □ □" : ""] })
    }
    page.end()
  }

  private mutating func addAnswers() {
    guard !material.quiz.isEmpty else { return }
    page.begin(sheet: "For the facilitator")
    page.add("h2", "Answers to the quiz")
    page.add(
      table: [["question", "answer", "why"]]
        + material.quiz.enumerated().map { number, question in
          let right =
            question.options.indices.contains(question.answer)
            ? question.options[question.answer] : ""
          return [String(number + 1), right, question.why]
        })
    page.end()
  }

  // MARK: the facilitator

  private mutating func addGuide() {
    page.begin(sheet: "For the facilitator")
    add(exercise.guide, titled: "\(exercise.title): guide")
    if !material.evaluation.isEmpty {
      page.add("h2", "What to look for")
      page.add(
        table: [["objective", "task", "what shows it"]]
          + material.evaluation.map { [$0.objective, $0.task, $0.look.joined(separator: " ")] })
    }
    // Most guides ask them already, in their own order.
    let words = exercise.guide.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let more = exercise.debrief.filter { !words.contains($0) }
    if !more.isEmpty {
      page.add("h2", "Questions for the debrief")
      page.add(list: more)
    }
    page.end()
  }
}
