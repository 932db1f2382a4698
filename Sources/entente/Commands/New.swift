import ArgumentParser
import EntenteExercise
import Foundation

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin an exercise of your own.",
    discussion: """
      Examples:
        entente new Exercises/my-accord
        entente new my-first --from blank

      Copies an exercise, or writes the least one that can be played. The last part of the folder \
      is the name of the exercise. Then change one file at a time and run entente check.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Option(help: "blank, or the name or folder of an exercise to copy.")
  var from = "first-accord"

  @Argument(help: "The folder to make; it must not be there yet, or be empty.")
  var folder: String

  func run() throws {
    let id = URL(fileURLWithPath: folder).lastPathComponent
    guard PackageTemplate.isID(id) else {
      throw Failure(
        .wrongUse,
        "\"\(id)\" is no name for an exercise: up to 32 of a-z, 0-9 and \"-\", a letter first.")
    }
    try NewFolder.checkEmpty(folder)
    let files: [ExercisePackage.File]
    if from == "blank" {
      files = PackageTemplate.blank(id: id)
    } else {
      files = PackageTemplate.copy(of: try exercises.shelf().package(from), id: id)
    }
    for file in files {
      let path = "\(folder)/\(file.path)"
      try NewFolder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try NewFolder.replace(path, file.bytes)
    }
    Console.line("\(id): \(files.count) files in \(folder)")
    Console.remark("Next: entente check \(folder) --watch")
  }
}
