import EntenteExercise
import EntenteHost
import EntenteJournal
import EntenteModel
import Foundation

/// The folder with exercises, and those that are named by a path.
struct ExerciseShelf: Sendable {
  /// The file that makes a folder an exercise.
  static let mark = "exercise.yaml"
  /// Where a package of the system puts them.
  private static let systemFolder = "/usr/share/entente/Exercises"

  /// The folder; nil where there is none.
  let folder: String?
  /// Folders elsewhere that can be named like those on the shelf.
  private var others: [String: String] = [:]

  /// The folder named by the option or the environment, else the first that is there: here, beside
  /// the program, or of the system.
  init(option: String?) throws(Failure) {
    if let named = option ?? Console.environment("ENTENTE_EXERCISES") {
      guard Self.isFolder(named) else {
        throw Failure(
          .noSuch,
          "There is no folder \"\(named)\" with exercises; name another one with --exercises DIR.")
      }
      folder = named
    } else {
      let usual = ["./Exercises"] + Self.besideProgram + [Self.systemFolder]
      folder = usual.first(where: Self.isFolder)
    }
  }

  /// A shelf with nothing on it, for those who take exercises out of the journal alone.
  static let empty = ExerciseShelf()

  private init() { folder = nil }

  /// `Exercises` in every folder above the program, the nearest first.
  private static var besideProgram: [String] {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().path
    var parts = program.split(separator: "/").dropLast()
    var folders: [String] = []
    while !parts.isEmpty {
      folders.append("/" + parts.joined(separator: "/") + "/Exercises")
      parts = parts.dropLast()
    }
    return folders
  }

  /// The library of the shelf, for exercises that have none beside them.
  var library: String? { folder.map { $0 + "/library" } }

  /// A finding on one line, under the folder its file really stands in: a card may be of the
  /// library beside the exercise.
  func printed(_ finding: Finding, of path: String) -> String {
    let manager = FileManager.default
    guard finding.file.hasPrefix("library/"), !manager.fileExists(atPath: path + "/" + finding.file)
    else { return finding.printed(under: path) }
    let above = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    let isBeside = manager.fileExists(atPath: above + "/" + finding.file)
    return finding.printed(under: isBeside ? above : folder ?? path)
  }

  /// The names in the folder, in order.
  var names: [String] {
    guard let folder else { return [] }
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return found.filter { Self.isExercise(folder + "/" + $0) }.sorted()
  }

  /// The shelf with one more exercise, if that is a path.
  func including(_ nameOrPath: String) throws(Failure) -> ExerciseShelf {
    var shelf = self
    let path = try path(of: nameOrPath)
    shelf.others[name(of: nameOrPath)] = path
    return shelf
  }

  /// The name of an exercise that is named or whose path is given.
  func name(of nameOrPath: String) -> String {
    nameOrPath.contains("/") ? URL(fileURLWithPath: nameOrPath).lastPathComponent : nameOrPath
  }

  /// The folder of an exercise by name or path.
  func path(of nameOrPath: String) throws(Failure) -> String {
    if let path = others[nameOrPath] { return path }
    if let folder, !nameOrPath.contains("/"), names.contains(nameOrPath) {
      return folder + "/" + nameOrPath
    }
    if Self.isExercise(nameOrPath) {
      let isRoot = nameOrPath.allSatisfy { $0 == "/" }
      return isRoot ? nameOrPath : String(nameOrPath.reversed().drop { $0 == "/" }.reversed())
    }
    throw Failure(.noSuch, missing(nameOrPath))
  }

  private func missing(_ name: String) -> String {
    if Self.isFolder(name) {
      return "The folder \"\(name)\" is no exercise: it has no \(Self.mark)."
    }
    guard let folder else {
      return "There is no exercise \"\(name)\", and no folder with exercises; name one with "
        + "--exercises DIR."
    }
    let known = names.joined(separator: ", ")
    let hint = Nearest.hint(name, among: names)
    return "There is no exercise \"\(name)\" in \(folder)\(hint)"
      + (hint == "." ? " There are: \(known.isEmpty ? "none" : known)." : "")
  }

  /// The files of an exercise.
  func package(_ nameOrPath: String) throws(Failure) -> ExercisePackage {
    let path = try path(of: nameOrPath)
    let (package, findings) = ExercisePackage.read(folder: path, library: library)
    guard let package, findings.allowPlay else {
      let first = findings.first.map { $0.printed(under: path) } ?? path
      throw Failure(.noSuch, "The exercise cannot be read: \(first)")
    }
    return package
  }

  /// An exercise in a format, the first it has unless told. One with errors is a failure that says
  /// how to see them all.
  func load(_ nameOrPath: String, format: String?) throws(Failure) -> LoadedExercise {
    let package = try package(nameOrPath)
    return try Self.load(package, format: format, as: try path(of: nameOrPath))
  }

  private static func load(
    _ package: ExercisePackage, format: String?, as path: String
  ) throws(Failure) -> LoadedExercise {
    let chosen = format ?? ExerciseLoader.formats(of: package).first ?? ""
    let (loaded, findings) = ExerciseLoader.load(package, format: chosen) {
      HexText.text(of: HashChain.digest(of: $0))
    }
    if let loaded { return loaded }
    let error = findings.first { $0.severity == .error }
    if let error, error.name == "unknown-format" {
      throw Failure(.wrongUse, error.printed(under: path))
    }
    throw Failure(
      .noSuch,
      "The exercise has errors: \(error?.printed(under: path) ?? path) "
        + "entente check \(path) lists them all.")
  }

  /// Where a server takes its exercises from: those on the shelf by name, and by path if
  /// `allowingPaths`, which is for people who own the machine.
  func source(allowingPaths: Bool) -> ExerciseSource {
    ExerciseSource(
      named: { name, format throws(ExerciseSource.Fault) in
        do throws(Failure) {
          guard allowingPaths || !name.contains("/") else {
            throw Failure(.noSuch, missing(name))
          }
          let package = try package(name)
          let loaded = try Self.load(package, format: format, as: try path(of: name))
          return ExerciseSource.Loaded(exercise: loaded.exercise, archive: package.archive)
        } catch {
          let near = NearestWord.find(name, among: names)
          throw ExerciseSource.Fault(error.sentence, near: near)
        }
      },
      stored: { archive, format throws(ExerciseSource.Fault) in
        guard let package = try? ExercisePackage(archive: archive) else {
          throw ExerciseSource.Fault("its exercise package cannot be read")
        }
        do throws(Failure) {
          return try Self.load(package, format: format, as: "").exercise
        } catch {
          throw ExerciseSource.Fault(error.sentence)
        }
      })
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isExercise(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + mark)
  }
}
