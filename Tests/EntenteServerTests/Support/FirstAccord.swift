import EntenteExercise
import EntenteHost
import EntenteSession
import Foundation

extension ExerciseSource {
  /// The first exercise, whatever name is asked for.
  static let firstAccord = ExerciseSource(
    named: { _, format throws(ExerciseSource.Fault) in
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Exercises/first-accord"
      ).standardizedFileURL.path()
      guard let package = ExercisePackage.read(folder: folder).package else {
        throw ExerciseSource.Fault("there is no exercise in \(folder)")
      }
      let exercise = try load(package, format ?? "class")
      return ExerciseSource.Loaded(exercise: exercise, archive: package.archive)
    },
    stored: { archive, format throws(ExerciseSource.Fault) in
      guard let package = try? ExercisePackage(archive: archive) else {
        throw ExerciseSource.Fault("the package is damaged")
      }
      return try load(package, format)
    })

  private static func load(
    _ package: ExercisePackage, _ format: String
  ) throws(ExerciseSource.Fault) -> Exercise {
    guard let loaded = ExerciseLoader.load(package, format: format).loaded else {
      throw ExerciseSource.Fault("the exercise has errors")
    }
    return loaded.exercise
  }
}
