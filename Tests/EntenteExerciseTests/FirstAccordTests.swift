import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

/// The introductory exercise loads whole in every format, and the play around it is as announced.
struct FirstAccordTests {
  @Test("The folder is read without a finding")
  func folder() throws {
    let read = ExercisePackage.read(folder: FirstAccord.folder)
    #expect(read.findings.isEmpty)
    #expect(read.package?.files.count == 12)
  }

  @Test("It loads without a finding in each format", arguments: ["class", "ttx", "solo"])
  func formats(format: String) throws {
    let result = ExerciseLoader.load(try FirstAccord.package(), format: format)
    #expect(result.findings.map { $0.printed(under: "first-accord") } == [])
    #expect(result.loaded?.exercise.format == format)
  }

  @Test("Checking all formats finds nothing")
  func check() throws {
    #expect(ExerciseLoader.check(try FirstAccord.package()) == [])
    #expect(ExerciseLoader.formats(of: try FirstAccord.package()) == ["class", "ttx", "solo"])
  }

  @Test("The archive of a package loads like its folder, and is named by the hash handed in")
  func archive() throws {
    let package = try ExercisePackage(archive: try FirstAccord.package().archive)
    let result = ExerciseLoader.load(package, format: "solo") { "sum of \($0.count)" }
    let exercise = try #require(result.loaded?.exercise)
    #expect(exercise.packageHash == "sum of \(package.archive.count)")
    #expect(exercise.scenario.states == (try FirstAccord.loaded("solo")).exercise.scenario.states)
  }

  @Test("The class clock is three, eight, three and one minute, and ends phases")
  func classClock() throws {
    let plan = try FirstAccord.loaded("class").exercise.phases
    #expect(plan.length(of: .report) == .seconds(180))
    #expect(plan.length(of: .negotiate) == .seconds(480))
    #expect(plan.length(of: .ratify) == .absent)
    #expect(plan.length(of: .orders) == .seconds(180))
    #expect(plan.length(of: .review) == .seconds(60))
    #expect(plan.advance == .clock)
  }

  @Test("The table-top clock is four, twelve, four and two minutes for six turns")
  func tabletopClock() throws {
    let exercise = try FirstAccord.loaded("ttx").exercise
    let plan = exercise.phases
    #expect(plan.length(of: .report) == .seconds(240))
    #expect(plan.length(of: .negotiate) == .seconds(720))
    #expect(plan.length(of: .orders) == .seconds(240))
    #expect(plan.length(of: .review) == .seconds(120))
    #expect(exercise.scenario.parameters.turns == 6)
    #expect(exercise.roles.map(\.name) == ["head", "treasury", "industry", "diplomat", "analyst"])
  }

  @Test("Alone there is no clock, one seat a state, Cael to play and seed 1")
  func solo() throws {
    let exercise = try FirstAccord.loaded("solo").exercise
    #expect(exercise.phases.length(of: .negotiate) == .open)
    #expect(exercise.phases.length(of: .orders) == .open)
    #expect(!exercise.phases.exists(.report) && !exercise.phases.exists(.review))
    #expect(exercise.phases.advance == .ready)
    #expect(exercise.roles.map(\.name) == ["head"])
    #expect(exercise.soloSeat == "cael.head")
    #expect(exercise.seed == 1)
    #expect(try FirstAccord.loaded("class").exercise.seed == nil)
  }

  @Test("The table-top format adds four clauses and seven orders to the menus")
  func menus() throws {
    let small = try FirstAccord.loaded("class").exercise.scenario.parameters
    let large = try FirstAccord.loaded("ttx").exercise.scenario.parameters
    #expect(
      small.clauses == [
        .dialogue, .coprod, .offtake, .licprod, .standard, .exercise, .acsa, .basing, .rdp, .gsoia,
        .reexport, .term,
      ])
    #expect(large.clauses == small.clauses + [.pilot, .stockpool, .crisis, .gov])
    #expect(small.orders.count == 20)
    #expect(
      large.orders == small.orders + [
        .sell, .procure, .loan, .upgrade, .reorganise, .closeLine, .draw,
      ])
    #expect(small.families == ["c2", "training"])
  }

  @Test("Roles have the permissions of their table")
  func roles() throws {
    let roles = try FirstAccord.loaded("class").exercise.roles
    #expect(roles == StandardRoles.all)
  }

  @Test("Three openings stand ready, in order, as people would read them")
  func openings() throws {
    let openings = try FirstAccord.loaded("solo").exercise.openings
    #expect(openings.map(\.from) == ["borea", "dorn", "aster"])
    #expect(openings.map(\.to) == [["cael"], ["aster"], ["cael"]])
    let offtake = try #require(openings[0].text.clauses.first)
    #expect(offtake.kind == .offtake && offtake.integer("lots") == 12_000)
    #expect(openings[0].text.term.duration == 4)
    let licence = try #require(openings[1].text.clauses.first)
    #expect(licence.integer("cap") == 60_000 && licence.integer("royalty") == 400)
    #expect(openings[1].text.clauses.last?.integer("level") == 2)
    #expect(openings[1].text.term.notice == 2)
    #expect(openings[2].text.clauses.map(\.kind) == [.exercise, .acsa])
    #expect(openings[2].text.clauses.first?.integer("intensity") == 2)
  }

  @Test("Every team has a brief of its own of about 150 words, and the guide is there")
  func briefs() throws {
    let exercise = try FirstAccord.loaded("class").exercise
    for brief in exercise.briefs + [exercise.publicBrief] {
      #expect((120...180).contains(brief.split(whereSeparator: \.isWhitespace).count))
    }
    #expect(exercise.briefs[2].contains("Cael"))
    #expect(exercise.guide.contains("security-too-low"))
  }

  @Test("Quiz, survey, evaluation and debrief are complete")
  func material() throws {
    let loaded = try FirstAccord.loaded("class")
    let material = loaded.material
    #expect(material.quiz.count == 6)
    #expect(material.quiz.map(\.answer) == [1, 0, 1, 2, 3, 1])
    #expect(material.survey.map(\.isScale) == [true, true, true, true, false])
    #expect(material.evaluation.map(\.objective) == ["LO1", "LO2", "LO8"])
    #expect(material.ratings.allSatisfy { !$0.isEmpty })
    #expect(material.cardTexts.allSatisfy { $0.count == 4 && !$0.contains("") })
    #expect(material.learningParts == [3000, 4000, 3000])
    #expect((material.briefMinutes, material.debriefMinutes) == (8, 22))
    #expect(loaded.exercise.debrief.count == 6)
    #expect(loaded.exercise.objectives.count == 3)
  }
}
