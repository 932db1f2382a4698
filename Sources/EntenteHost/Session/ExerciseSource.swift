import EntenteJournal
package import EntenteSession
import Synchronization

/// Where exercises come from: folders by name, and packages out of the journal.
package struct ExerciseSource: Sendable {
  /// An exercise and the archive of its package, whose hash is its address.
  package struct Loaded: Sendable {
    package var exercise: Exercise
    /// The canonical bytes of the package: what the journal keeps and hashes.
    package var archive: [UInt8]
    package init(exercise: Exercise, archive: [UInt8]) {
      self.exercise = exercise
      self.archive = archive
    }
  }

  /// Why an exercise is not to be had: one sentence with the way out.
  package struct Fault: Error, Sendable {
    /// One sentence for whoever asked, with the way out.
    package var sentence: String
    /// The nearest name there is.
    package var near: String?
    package init(_ sentence: String, near: String? = nil) {
      self.sentence = sentence
      self.near = near
    }
  }

  /// The exercise of a folder's name in a format; nil takes the first format it has.
  package var named: @Sendable (_ name: String, _ format: String?) throws(Fault) -> Loaded
  /// The exercise in an archive out of the journal; sessions of one package and format share it.
  package var stored: @Sendable (_ archive: [UInt8], _ format: String) throws(Fault) -> Exercise

  /// A source made of its two ways of finding an exercise.
  package init(
    named: @escaping @Sendable (_ name: String, _ format: String?) throws(Fault) -> Loaded,
    stored: @escaping @Sendable (_ archive: [UInt8], _ format: String) throws(Fault) -> Exercise
  ) {
    self.named = named
    let known = KnownExercises()
    self.stored = { archive, format throws(Fault) in
      let key = KnownExercises.Key(package: HashChain.digest(of: archive), format: format)
      if let exercise = known[key] { return exercise }
      let exercise = try stored(archive, format)
      known[key] = exercise
      return exercise
    }
  }
}

/// Exercises that were read out of the journal once. They never change, and a store has few: one
/// a package and format.
private final class KnownExercises: Sendable {
  struct Key: Hashable {
    var package: [UInt8]
    var format: String
  }

  private let exercises = Mutex<[Key: Exercise]>([:])

  subscript(key: Key) -> Exercise? {
    get { exercises.withLock { $0[key] } }
    set { exercises.withLock { $0[key] = newValue } }
  }
}
