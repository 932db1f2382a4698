import Foundation
import Testing

@testable import EntenteExercise

/// The introductory exercise as it stands in the repository, and changed copies of it.
enum FirstAccord {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Exercises/first-accord").path

  /// The package as read from its folder.
  static func package() throws -> ExercisePackage {
    try #require(ExercisePackage.read(folder: folder).package)
  }

  /// The exercise in one format.
  static func loaded(_ format: String = "class") throws -> LoadedExercise {
    let result = ExerciseLoader.load(try package(), format: format)
    return try #require(result.loaded, "\(result.findings)")
  }

  /// The text of one file.
  static func text(_ file: String) throws -> String {
    String(decoding: try #require(try package().bytes(file)), as: UTF8.self)
  }

  /// The package with the first `old` of `file` replaced by `new`; the test fails without one.
  static func replacing(_ old: String, with new: String, in file: String) throws -> ExercisePackage
  {
    let text = try text(file)
    let range = try #require(text.range(of: old), "\"\(old)\" does not stand in \(file)")
    return try with(text.replacingCharacters(in: range, with: new), in: file)
  }

  /// The package with another text in `file`.
  static func with(_ text: String, in file: String) throws -> ExercisePackage {
    try with(Array(text.utf8), in: file)
  }

  /// The package with other bytes in `file`.
  static func with(_ bytes: [UInt8], in file: String) throws -> ExercisePackage {
    ExercisePackage(files: try package().files + [ExercisePackage.File(path: file, bytes: bytes)])
  }

  /// The package without `file`.
  static func without(_ file: String) throws -> ExercisePackage {
    ExercisePackage(files: try package().files.filter { $0.path != file })
  }
}
