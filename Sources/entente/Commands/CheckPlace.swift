import EntenteExercise
import Foundation

/// One thing that `entente check` was asked about, and what it turned out to be.
enum CheckPlace: Hashable {
  case exercise(String)
  case library(String)
  /// A file that belongs to no exercise: passed over, so that `Exercises/*` works as typed.
  case bystander(String)

  /// What `path` names: an exercise by name or folder, a library, or the one a file is in.
  init(_ path: String, on shelf: ExerciseShelf) throws(Failure) {
    let missing: Failure
    do throws(Failure) {
      self = .exercise(try shelf.path(of: path))
      return
    } catch { missing = error }
    let plain = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: plain, isDirectory: &isFolder) else {
      throw missing
    }
    if isFolder.boolValue, let known = Self(folder: plain) {
      self = known
      return
    }
    // Somebody who names a file of an exercise wants the exercise checked.
    var above = plain
    for _ in 1..<ExercisePackage.depthMax {
      guard let cut = above.lastIndex(of: "/"), cut > above.startIndex else { break }
      above = String(above[..<cut])
      if let known = Self(folder: above) {
        self = known
        return
      }
    }
    if isFolder.boolValue { throw missing }
    self = .bystander(plain)
  }

  /// A folder with one of the files of an exercise was meant as one, also where others miss.
  private init?(folder: String) {
    if LibraryCheck.isLibrary(folder) {
      self = .library(folder)
    } else if ReferenceFile.allCases.contains(where: {
      FileManager.default.fileExists(atPath: "\(folder)/\($0.path)")
    }) {
      self = .exercise(folder)
    } else {
      return nil
    }
  }

  /// Where its findings stand.
  var path: String {
    switch self {
    case .exercise(let path), .library(let path), .bystander(let path): path
    }
  }

  /// Its files, and what of them cannot be read.
  func read(_ shelf: ExerciseShelf) -> (package: ExercisePackage?, findings: [Finding]) {
    switch self {
    case .exercise(let path): ExercisePackage.read(folder: path, library: shelf.library)
    case .library(let path): LibraryCheck.read(folder: path)
    case .bystander: (nil, [])
    }
  }

  /// What is wrong with its files.
  func findings(in package: ExercisePackage) -> [Finding] {
    if case .library = self { return LibraryCheck.findings(in: package) }
    return ExerciseLoader.check(package)
  }
}
