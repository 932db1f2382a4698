import EntenteModel
import EntenteSession

/// The papers of an exercise: what everybody reads, what each team reads, and what the facilitator
/// needs, each on sheets of its own.
package struct Handout {
  /// For whom papers are printed.
  package enum Readers: String, CaseIterable, Sendable { case all, teams, facilitator }

  private let loaded: LoadedExercise
  private var page: HTMLPage

  private init(_ loaded: LoadedExercise) {
    self.loaded = loaded
    page = HTMLPage(
      title: loaded.exercise.title, language: loaded.material.language)
  }

  /// A document with the papers for `readers`; `state` keeps to one team.
  package static func html(
    _ loaded: LoadedExercise, for readers: Readers = .all, state: String? = nil
  ) -> String {
    var handout = Handout(loaded)
    if readers != .facilitator {
      handout.addPublic()
      for index in loaded.exercise.scenario.states.indices {
        let name = loaded.exercise.scenario.states[index].id.text
        if state == nil || state == name { handout.addTeam(index) }
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
  private var material: TeachingMaterial { loaded.material }
  private var scenario: Scenario { exercise.scenario }

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
    page.add("h1", card.label)
    if index < material.stateRoles.count, !material.stateRoles[index].isEmpty {
      page.add("p", material.stateRoles[index])
    }
    page.add(markdown: exercise.briefs[index])
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
    page.add("h1", "\(exercise.title): guide")
    page.add(markdown: exercise.guide)
    if !material.evaluation.isEmpty {
      page.add("h2", "What to look for")
      page.add(
        table: [["objective", "task", "what shows it"]]
          + material.evaluation.map { [$0.objective, $0.task, $0.look.joined(separator: " ")] })
    }
    if !exercise.debrief.isEmpty {
      page.add("h2", "Questions for the debrief")
      page.add(list: exercise.debrief)
    }
    page.end()
  }

  private mutating func addEvents() {
    guard !scenario.injects.isEmpty else { return }
    page.begin(sheet: "For the facilitator")
    page.add("h1", "Events")
    for inject in scenario.injects {
      let sheet = material.injects.first { $0.id == inject.id.text }
      page.add("h2", "\(inject.id): \(inject.title)")
      let to = inject.to.isEmpty ? "all" : inject.to.map(\.text).joined(separator: ", ")
      page.add(
        table: [
          ["", ""], ["when", Self.moment(inject.trigger)], ["from, to", "\(inject.from), \(to)"],
          ["expected", inject.expect], ["by", sheet?.expectBy ?? ""],
          ["to do", sheet?.instructions ?? ""],
        ].filter { $0[1] != "" || $0[0] == "" })
      page.add(markdown: inject.body, deeper: 2)
      page.add(
        list: inject.options.map { "`\($0.name)`\($0.isDefault ? " (silence)" : "") \($0.label)" })
    }
    page.end()
  }

  private static func moment(_ trigger: Inject.Trigger) -> String {
    switch trigger {
    case .turn(let turn): "turn \(turn), report"
    case .noOffer(let turn, let seconds):
      "turn \(turn), \(seconds) s into negotiations, to teams without an offer"
    case .metric: "on its condition"
    case .manual: "when you send it"
    }
  }
}
