import EntenteModel

extension Assembly {
  /// The texts around the play.
  mutating func material() -> TeachingMaterial {
    let exercise = reading.exercise
    var material = TeachingMaterial()
    material.language = exercise.text("language") ?? material.language
    material.authors = exercise.texts("authors")
    material.licence = exercise.text("licence") ?? ""
    material.names = naming ?? material.names
    material.difficulty = exercise.text("difficulty") ?? material.difficulty
    material.formatTitle = format.text("title") ?? formatName
    material.briefMinutes = format.record("around")?.number("brief") ?? 0
    material.debriefMinutes = format.record("around")?.number("debrief") ?? 0
    material.communiques = format.number("communiques")
    material.injects = reading.injects.map { sheet($0) }
    material.readme = reading.texts[PackageFile.readme] ?? ""
    setQuestions(&material)
    setCards(&material)
    return material
  }

  /// `997 bn$, 3.4% of its economy`; empty where the card does not say.
  private static func spending(_ card: Fields) -> String {
    guard let spending = card.number("militarySpending") else { return "" }
    let tenths = rdiv(spending, 100_000)
    let billions = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    let share = card.number("shareOfGDP").map { ", \(Wording.number($0, .share)) of its economy" }
    return "\(billions) bn$\(share ?? "")"
  }

  private mutating func setQuestions(_ material: inout TeachingMaterial) {
    let exercise = reading.exercise
    material.objectives = exercise.records("objectives").map {
      TeachingMaterial.Objective(id: $0.text("id") ?? "", text: $0.text("text") ?? "")
    }
    material.quiz = exercise.records("quiz").map { question($0) }
    material.survey = exercise.records("survey").map {
      TeachingMaterial.SurveyQuestion(
        id: $0.text("id") ?? "", isScale: $0.text("kind") == "scale", text: $0.text("text") ?? "")
    }
    material.evaluation = exercise.records("evaluation").map {
      TeachingMaterial.Evaluation(
        objective: $0.text("objective") ?? "", task: $0.text("task") ?? "",
        look: $0.texts("look"), evidence: $0.texts("evidence"))
    }
    let ratings = exercise.record("ratings")
    material.ratings = ["P", "S", "M", "U"].map { ratings?.text($0) ?? "" }
    if let parts = exercise.record("grading")?.record("parts") {
      material.learningParts = ["prediction", "journal", "debrief"].map { parts.number($0) ?? 0 }
    }
  }

  private mutating func question(_ fields: Fields) -> TeachingMaterial.QuizQuestion {
    let options = fields.texts("options")
    let answer = fields.number("answer") ?? 1
    if answer > options.count, let field = fields["answer"] {
      report(
        PackageFile.exercise, field, "out-of-range",
        "There are \(options.count) options, and no option \(answer).")
    }
    return TeachingMaterial.QuizQuestion(
      id: fields.text("id") ?? "", question: fields.text("question") ?? "", options: options,
      answer: answer - 1, why: fields.text("why") ?? "")
  }

  private func sheet(_ fields: Fields) -> TeachingMaterial.InjectSheet {
    let choice = fields.record("choice")
    var options: [String: [TeachingMaterial.Effect]] = [:]
    for option in choice?.records("options") ?? [] {
      options[option.text("name") ?? ""] = effects(listedIn: option)
    }
    return TeachingMaterial.InjectSheet(
      id: fields.text("id") ?? "", via: fields.text("via") ?? "",
      expectTest: fields.text("expectTest") ?? "",
      expectBy: date(fields.record("expectBy")),
      owner: fields.text("owner") ?? "", instructions: fields.text("instructions") ?? "",
      when: fields.text("when") ?? "", effects: effects(listedIn: fields),
      optionEffects: options, choiceBy: date(choice?.record("by")))
  }

  /// `turn 1, negotiate`; empty where no moment is given.
  private func date(_ moment: Fields?) -> String {
    guard let moment else { return "" }
    let turn = moment.text("turn") == "last" ? turns : moment.number("turn") ?? turns
    return "turn \(turn)" + (moment.text("phase").map { ", \($0)" } ?? "")
  }

  private func effects(listedIn fields: Fields) -> [TeachingMaterial.Effect] {
    fields.records("effects").compactMap { effect in
      guard let path = effect.text("path"),
        let operation = effect.text("op").flatMap(InjectEffect.Operation.init)
      else { return nil }
      return TeachingMaterial.Effect(
        path: path, object: effect.text("object") ?? "", operation: operation,
        amount: effect.text("amount") ?? "", turns: effect.number("turns") ?? 0)
    }
  }

  private func setCards(_ material: inout TeachingMaterial) {
    let cards = stateNames.map { name in reading.states.first { $0.text("id") == name } }
    material.stateRoles = cards.map { $0?.text("role") ?? "" }
    material.cardTexts = cards.map { card in
      card?.records("cards").map { reading.spoken($0.text("text") ?? "") } ?? []
    }
    // Under an alias the real figures would give the name away.
    if material.names != "alias" {
      material.stateSpending = cards.map { $0.map(Self.spending) ?? "" }
    }
  }
}
