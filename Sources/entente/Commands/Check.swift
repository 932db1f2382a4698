import ArgumentParser
import EntenteExercise
import EntenteJSON
import Foundation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check exercises: one finding a line, with file, line and column.",
    discussion: """
      Example:
        entente check Exercises/first-accord
        entente check Exercises/mine --watch

      The status is 1 when there are errors; warnings alone leave it at 0. --watch checks again \
      whenever a file changes, until you press Ctrl-C.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Flag(help: "Answer in JSON.")
  var json = false

  @Flag(help: "Stay, and check again after every change.")
  var watch = false

  @Argument(help: "Folders or names of exercises.")
  var paths: [String]

  /// How long --watch waits between two looks, microseconds: soon enough for somebody who saves a
  /// file and looks up.
  private static let pause: UInt32 = 400_000

  func validate() throws {
    if watch && json { throw ValidationError("Give --watch or --json, not both.") }
  }

  func run() throws {
    let shelf = try exercises.shelf()
    let folders = try paths.map { try shelf.path(of: $0) }
    var reads = folders.map { ExercisePackage.read(folder: $0, library: shelf.library) }
    var errors = report(reads, in: folders, of: shelf)
    while watch {
      usleep(Self.pause)
      let next = folders.map { ExercisePackage.read(folder: $0, library: shelf.library) }
      if zip(next, reads).allSatisfy({ $0.0 == $1.0 && $0.1 == $1.1 }) { continue }
      reads = next
      Console.line()
      errors = report(reads, in: folders, of: shelf)
    }
    if errors > 0 { throw ExitCode(ExitStatus.wrong.rawValue) }
  }

  /// Prints all findings and answers how many are errors.
  private func report(
    _ reads: [(package: ExercisePackage?, findings: [Finding])], in folders: [String],
    of shelf: ExerciseShelf
  ) -> Int {
    var all: [(path: String, finding: Finding)] = []
    for (path, read) in zip(folders, reads) {
      let found = read.findings + (read.package.map(ExerciseLoader.check) ?? [])
      all += found.map { (path, $0) }
    }
    let errors = all.count { $0.finding.severity == .error }
    if json {
      Console.json(JSONValue.array(all.map { Self.json($0.path, $0.finding) }).canonicalText)
    } else {
      for (path, finding) in all { Console.line(shelf.printed(finding, of: path)) }
      let warnings = all.count - errors
      Console.remark(
        all.isEmpty ? "No findings." : "\(errors) errors, \(warnings) warnings.")
    }
    return errors
  }

  private static func json(_ path: String, _ finding: Finding) -> JSONValue {
    [
      "exercise": .string(path), "file": .string(finding.file), "line": .int(finding.line),
      "column": .int(finding.column), "severity": .string(finding.severity.rawValue),
      "name": .string(finding.name), "sentence": .string(finding.sentence),
    ]
  }
}
