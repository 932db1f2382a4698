import ArgumentParser
import EntenteExercise
import EntenteJSON
import Foundation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check exercises: one finding a line, with file, line and column.",
    discussion: """
      Examples:
        entente check Exercises/first-accord
        entente check Exercises/mine --watch
        entente check Exercises/*

      A library is checked card by card; files beside the exercises are left out. What is no \
      exercise is told, and the others are checked all the same. The status is 1 when there are \
      errors, 72 when one of the paths is nothing that can be checked; warnings alone leave it \
      at 0. --watch checks again whenever a file changes, until you press Ctrl-C.
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
    var (places, worst) = resolve(on: shelf)
    var reads = places.map { $0.read(shelf) }
    var errors = report(reads, in: places, of: shelf)
    while watch, !places.isEmpty {
      usleep(Self.pause)
      let next = places.map { $0.read(shelf) }
      if zip(next, reads).allSatisfy({ $0.0 == $1.0 && $0.1 == $1.1 }) { continue }
      reads = next
      Console.line()
      errors = report(reads, in: places, of: shelf)
    }
    if errors > 0 { worst = max(worst, ExitStatus.wrong.rawValue) }
    if worst > 0 { throw ExitCode(worst) }
  }

  /// What the paths name, each once, and the worst status of those that name nothing: they are
  /// told, and the others checked all the same.
  private func resolve(on shelf: ExerciseShelf) -> (places: [CheckPlace], worst: Int32) {
    var places: [CheckPlace] = []
    var bystanders: [String] = []
    var worst = ExitStatus.success.rawValue
    for path in paths {
      do throws(Failure) {
        let place = try CheckPlace(path, on: shelf)
        if case .bystander(let path) = place {
          bystanders.append(path)
        } else if !places.contains(place) {
          places.append(place)
        }
      } catch {
        Console.complain(error.sentence)
        worst = max(worst, error.status.rawValue)
      }
    }
    if !bystanders.isEmpty {
      let isOne = bystanders.count == 1
      let sentence =
        "\(bystanders.joined(separator: ", ")) \(isOne ? "is" : "are") no part of an exercise, "
        + "and left out."
      if places.isEmpty {
        Console.complain(sentence)
        worst = max(worst, ExitStatus.noSuch.rawValue)
      } else {
        Console.remark(sentence)
      }
    }
    return (places, worst)
  }

  /// Prints all findings and answers how many are errors.
  private func report(
    _ reads: [(package: ExercisePackage?, findings: [Finding])], in places: [CheckPlace],
    of shelf: ExerciseShelf
  ) -> Int {
    var all: [(path: String, finding: Finding)] = []
    for (place, read) in zip(places, reads) {
      let found = read.findings + (read.package.map(place.findings) ?? [])
      all += found.map { (place.path, $0) }
    }
    let errors = all.count { $0.finding.severity == .error }
    if json {
      Console.json(JSONValue.array(all.map { Self.json($0.path, $0.finding) }).canonicalText)
    } else {
      for (path, finding) in all { Console.line(shelf.printed(finding, of: path)) }
      if !places.isEmpty { Console.remark(Self.summary(errors, of: all.count)) }
    }
    return errors
  }

  private static func summary(_ errors: Int, of all: Int) -> String {
    if all == 0 { return "No findings." }
    let warnings = all - errors
    return "\(errors) \(errors == 1 ? "error" : "errors"), "
      + "\(warnings) \(warnings == 1 ? "warning" : "warnings")."
  }

  private static func json(_ path: String, _ finding: Finding) -> JSONValue {
    [
      "exercise": .string(path), "file": .string(finding.file), "line": .int(finding.line),
      "column": .int(finding.column), "severity": .string(finding.severity.rawValue),
      "name": .string(finding.name), "sentence": .string(finding.sentence),
    ]
  }
}
