/// The files of an exercise as bytes, however they came: from a folder, or from the archive that a
/// journal keeps. Nothing about them is checked but their size and names.
package struct ExercisePackage: Sendable, Hashable {
  /// A longer file is no text a teacher wrote by hand.
  package static let fileBytesMax = 1 << 20
  /// All files together; a package is read whole into memory.
  package static let packageBytesMax = 8 << 20
  /// A folder with more files is some other folder.
  package static let filesMax = 256
  /// Levels of folders, `briefs/x.md` being two.
  package static let depthMax = 4
  /// Characters of a path inside the package.
  package static let pathMax = 120

  /// One file: its path inside the package, with `/`, and its bytes.
  package struct File: Sendable, Hashable {
    /// Path inside the package, with `/`.
    package var path: String
    /// The whole content, as it lies on the disk.
    package var bytes: [UInt8]
    /// A file with any bytes; whether its path is allowed is asked elsewhere.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Ascending by path, each path once.
  package let files: [File]
  /// Paths that the library beside the package has, for hints; no part of the package.
  var shelved: [String] = []
  /// The folder it was read from, without what stands above; nil for one out of an archive.
  var folderName: String?
  /// Paths that are there and could not be read, of which the reader has told; no part of the
  /// package.
  var unread: Set<String> = []

  /// A package of `files` in any order; of two with one path the last counts.
  package init(files: [File]) {
    var byPath: [String: [UInt8]] = [:]
    for file in files { byPath[file.path] = file.bytes }
    self.files = byPath.map { File(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
  }

  /// Two packages with the same files are the same package, whatever lies beside them.
  package static func == (left: ExercisePackage, right: ExercisePackage) -> Bool {
    left.files == right.files
  }

  /// Feeds the files alone.
  package func hash(into hasher: inout Hasher) { hasher.combine(files) }

  /// The bytes of the file at `path`, nil if there is none.
  package func bytes(_ path: String) -> [UInt8]? {
    files.first { $0.path == path }?.bytes
  }

  /// True for a path a package may hold: parts of ASCII letters, digits, `.`, `-` and `_`, none
  /// beginning with a point, joined by `/`.
  package static func isAllowed(path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.utf8.count <= pathMax, parts.count <= depthMax else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty && part.first != "."
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
          default: false
          }
        }
    }
  }
}
