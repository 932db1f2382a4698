import ArgumentParser
import EntenteExercise
import EntenteJSON

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check exercises: one finding a line, with file, line and column.",
    discussion: """
      Example:
        entente check Exercises/first-accord

      The status is 1 when there are errors; warnings alone leave it at 0.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Flag(help: "Answer in JSON.")
  var json = false

  @Argument(help: "Folders or names of exercises.")
  var paths: [String]

  func run() throws {
    let shelf = try exercises.shelf()
    var all: [(path: String, finding: Finding)] = []
    for named in paths {
      let path = try shelf.path(of: named)
      let (package, findings) = ExercisePackage.read(folder: path)
      let found = findings + (package.map(ExerciseLoader.check) ?? [])
      all += found.map { (path, $0) }
    }
    let errors = all.count { $0.finding.severity == .error }
    if json {
      Console.json(JSONValue.array(all.map { Self.json($0.path, $0.finding) }).canonicalText)
    } else {
      for (path, finding) in all { Console.line(finding.printed(under: path)) }
      let warnings = all.count - errors
      Console.remark(
        all.isEmpty ? "No findings." : "\(errors) errors, \(warnings) warnings.")
    }
    if errors > 0 { throw ExitCode(ExitStatus.wrong.rawValue) }
  }

  private static func json(_ path: String, _ finding: Finding) -> JSONValue {
    [
      "exercise": .string(path), "file": .string(finding.file), "line": .int(finding.line),
      "column": .int(finding.column), "severity": .string(finding.severity.rawValue),
      "name": .string(finding.name), "sentence": .string(finding.sentence),
    ]
  }
}
