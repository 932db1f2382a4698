import EntenteExercise
import EntenteModel
import EntenteSession
import Testing

/// The introductory exercise as it stands in the repository.
enum FirstAccord {
  /// Read once; an exercise never changes.
  private static let loaded: [String: Exercise] = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    let folder = "/" + parts.joined(separator: "/") + "/Exercises/first-accord"
    guard let package = ExercisePackage.read(folder: folder).package else { return [:] }
    var exercises: [String: Exercise] = [:]
    for format in ["solo", "class"] {
      exercises[format] = ExerciseLoader.load(package, format: format).loaded?.exercise
    }
    return exercises
  }()

  /// The exercise in a format; the test fails if it cannot be read.
  static func exercise(_ format: String = "solo") throws -> Exercise {
    try #require(loaded[format], "first-accord cannot be read")
  }
}
