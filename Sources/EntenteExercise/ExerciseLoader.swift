import EntenteModel
package import EntenteSession

/// An exercise that can be played, and what a class needs around it.
package struct LoadedExercise: Sendable {
  package let exercise: Exercise
  package let material: TeachingMaterial
}

/// Makes exercises of packages: pure, and the same for the same bytes. Whatever the bytes, it ends
/// soon, never stops the program and finds as much as it can.
package enum ExerciseLoader {
  /// The exercise of `package` in the format named, nil if there are errors; and all findings, in
  /// order of file and place. `hash` gives the hexadecimal SHA-256 that names the package; whoever
  /// needs no name leaves it out.
  package static func load(
    _ package: ExercisePackage, format: String, hash: ([UInt8]) -> String = { _ in "" }
  ) -> (loaded: LoadedExercise?, findings: [Finding]) {
    let reading = PackageReading(package)
    let formats = names(ofFormatsIn: reading)
    guard formats.contains(format) else {
      var findings = reading.findings + formatFinding(reading)
      if !formats.isEmpty {
        findings.append(
          Finding(
            .error, file: PackageFile.exercise, name: "unknown-format",
            "There is no format \"\(format.clipped)\"; \(Hint.nearest(to: format, in: formats))"))
      }
      return (nil, tidy(findings))
    }
    let assembled = assemble(reading, format: format, hash: hash(package.archive))
    return (assembled.loaded, tidy(reading.findings + assembled.findings))
  }

  /// The findings of `package` in all its formats, each once, with a closer look at what can be
  /// won, and at what can come about, than loading takes.
  package static func check(_ package: ExercisePackage) -> [Finding] {
    let reading = PackageReading(package)
    var findings = reading.findings + reading.advice + formatFinding(reading)
    var loaded: [(name: String, loaded: LoadedExercise)] = []
    var told: Set<Fault> = []
    for name in names(ofFormatsIn: reading).prefix(formatsMax) {
      let assembled = assemble(reading, format: name, hash: "", underAliases: false)
      // One fault in the words of two formats, whose menus differ, is one fault.
      let new = assembled.findings.filter { $0.line == 0 || !told.contains(Fault($0)) }
      told.formUnion(new.map(Fault.init))
      findings += new
      if let exercise = assembled.loaded { loaded.append((name, exercise)) }
    }
    return tidy(findings + Scrutiny(reading, formats: loaded).findings)
  }

  /// The names of the formats of `package`, as written; empty if it cannot be read.
  package static func formats(of package: ExercisePackage) -> [String] {
    names(ofFormatsIn: PackageReading(package))
  }

  private static func names(ofFormatsIn reading: PackageReading) -> [String] {
    reading.exercise.record("formats")?.entries.map(\.key) ?? []
  }

  /// More ways to play one exercise are several exercises; each takes time to check.
  static let formatsMax = 8

  /// What makes two findings of several formats one.
  private struct Fault: Hashable {
    var file: String
    var line: Int
    var column: Int
    var name: String

    init(_ finding: Finding) {
      (file, line, column, name) = (finding.file, finding.line, finding.column, finding.name)
    }
  }

  private static func formatFinding(_ reading: PackageReading) -> [Finding] {
    guard let field = reading.exercise["formats"], let formats = field.record else { return [] }
    let isRead = reading.findings.filter { $0.file == PackageFile.exercise }.allowPlay
    if formats.entries.isEmpty, isRead {
      return [
        Finding(
          .error, file: PackageFile.exercise, line: field.line, column: field.column,
          name: "missing-key", "An exercise needs a format, or nobody can play it.")
      ]
    }
    guard formats.entries.count > formatsMax else { return [] }
    return [
      Finding(
        .error, file: PackageFile.exercise, line: field.line, column: field.column,
        name: "out-of-range",
        "An exercise has at most \(formatsMax) formats, not \(formats.entries.count).")
    ]
  }

  private static func tidy(_ findings: [Finding]) -> [Finding] { Set(findings).sorted() }

  private static func assemble(
    _ reading: PackageReading, format: String, hash: String, underAliases: Bool = true
  ) -> (loaded: LoadedExercise?, findings: [Finding]) {
    guard reading.isWhole else { return (nil, []) }
    var assembly = Assembly(reading, format: format)
    let parts = assembly.parts()
    let findings = assembly.findings
    guard reading.findings.allowPlay, findings.allowPlay else { return (nil, findings) }
    guard underAliases, assembly.naming == "alias" else {
      return (parts.loaded(reading, format: format, assembly.format, hash: hash), findings)
    }
    // What is wrong was found under the names the author wrote; people play under others.
    let renamed = reading.underAliases()
    var masked = Assembly(renamed, format: format)
    let played = masked.parts()
    // Handles are longer than ids, and a text may be too long with them.
    guard masked.findings.allowPlay else { return (nil, findings + masked.findings) }
    return (played.loaded(renamed, format: format, masked.format, hash: hash), findings)
  }
}

extension Assembly {
  /// Everything a loaded exercise is made of.
  fileprivate struct Parts {
    var parameters: Parameters
    var states: [StateCard]
    var programmes: [Programme]
    var theatres: [Theatre]
    var pairs: [PairStart]
    var lines: [LineStart]
    var injects: [Inject]
    var inputs: [InputNode]
    var outsiders: [String]
    var adjacent: [[Int]]
    var preSigned: [DealText]
    var openings: [Opening]
    var teams: [[StateID]]
    var phases: PhasePlan
    var roles: [Role]
    var press: [PressRule]
    var soloSeat: String
    var vocabulary: Vocabulary
    var material: TeachingMaterial
  }

  fileprivate mutating func parts() -> Parts {
    checkNames()
    let parameters = self.parameters()
    let inputs = self.inputs()
    let vocabulary = self.vocabulary(parameters)
    let everything = self.vocabulary(parameters, all: true)
    let roles = self.roles()
    let teams = self.teams()
    checkSeat(teams)
    let pairs = self.pairs()
    let cards = supplied(states(parameters), inputs, pairs)
    let programmes = self.programmes()
    checkWorth(of: cards, programmes)
    return Parts(
      parameters: parameters, states: cards, programmes: programmes, theatres: theatres(),
      pairs: pairs, lines: lines(), injects: injects(), inputs: nodes(inputs, cards),
      outsiders: outsiders, adjacent: adjacent(), preSigned: preSigned(everything),
      openings: openings(everything), teams: teams, phases: phases(), roles: roles,
      press: press(), soloSeat: soloSeat(roles, teams), vocabulary: vocabulary,
      material: material())
  }
}

extension Assembly.Parts {
  /// The exercise itself; called only where nothing is wrong, so that the scenario's conditions
  /// hold.
  func loaded(
    _ reading: PackageReading, format name: String, _ format: Fields, hash: String
  ) -> LoadedExercise {
    let scenario = Scenario(
      parameters: parameters, states: states, programmes: programmes, theatres: theatres,
      pairs: pairs, lines: lines, injects: injects, preSigned: preSigned, inputs: inputs,
      outsiders: outsiders, adjacent: adjacent)
    let exercise = reading.exercise
    let texts = reading.texts
    return LoadedExercise(
      exercise: Exercise(
        id: exercise.text("id") ?? "", title: exercise.text("title") ?? "",
        summary: exercise.text("summary") ?? "", format: name, scenario: scenario,
        phases: phases, roles: roles, press: press, openings: openings,
        teams: teams,
        publicBrief: reading.spoken(texts[PackageFile.publicBrief] ?? ""),
        briefs: states.map { reading.spoken(texts[PackageFile.brief(of: $0.id.text)] ?? "") },
        guide: reading.spoken(texts[PackageFile.guide] ?? ""),
        objectives: material.objectives.map { "\($0.id) \($0.text)" },
        survey: material.survey.map(\.text), debrief: exercise.texts("debrief"),
        seed: format.number("seed"), soloSeat: soloSeat, vocabulary: vocabulary,
        packageHash: hash),
      material: material)
  }
}
