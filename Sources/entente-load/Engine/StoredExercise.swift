import EntenteExercise
import EntenteJournal
import EntenteSession

/// An exercise as the engine plays it, out of a folder or out of a journal.
enum StoredExercise {
  /// The rules, with the hash they name deals by.
  static let rules = Rules { HashChain.digest(of: $0) }

  /// The exercise in `folder`.
  static func read(folder: String, format: String) throws(LoadError) -> Exercise {
    guard let package = ExercisePackage.read(folder: folder).package else {
      throw LoadError("there is no exercise in \(folder)")
    }
    return try load(package, format: format)
  }

  /// The exercise of an archive that a journal keeps.
  static func read(archive: [UInt8], format: String) throws(LoadError) -> Exercise {
    let package: ExercisePackage
    do throws(ExercisePackage.ArchiveDamage) {
      package = try ExercisePackage(archive: archive)
    } catch {
      throw LoadError("the stored package is damaged: \(error.reason)")
    }
    return try load(package, format: format)
  }

  private static func load(
    _ package: ExercisePackage, format: String
  ) throws(LoadError) -> Exercise {
    let (loaded, findings) = ExerciseLoader.load(package, format: format) {
      HexText.text(of: HashChain.digest(of: $0))
    }
    guard let loaded else { throw LoadError("the exercise has errors: \(findings.prefix(1))") }
    return loaded.exercise
  }
}
