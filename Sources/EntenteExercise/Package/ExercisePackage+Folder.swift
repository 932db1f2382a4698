import Foundation

extension ExercisePackage {
  /// Reads the `.yaml` and `.md` files under `folder`, within the limits, and the cards it uses of
  /// the library: the folder `library` beside it, or `elsewhere` where there is none. What is left
  /// out, and why, stands in the findings; nil if `folder` is no readable folder. Links are
  /// followed only to files inside the folder; hidden files are not looked at.
  package static func read(
    folder: String, library elsewhere: String? = nil
  ) -> (package: ExercisePackage?, findings: [Finding]) {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      let sentence = "There is no folder here that could be an exercise."
      return (nil, [Finding(.error, file: "", name: "no-folder", sentence)])
    }
    var reader = FolderReader(root: root)
    reader.walk(root, path: [])
    var own = ExercisePackage(files: reader.files)
    own.folderName = root.lastPathComponent
    own.unread = reader.unread
    let beside = root.deletingLastPathComponent().appendingPathComponent(LibraryShelf.folder).path
    let isBeside = FileManager.default.fileExists(atPath: beside)
    let library = isBeside ? beside : elsewhere ?? beside
    let package = own.adding(cardsOf: library, findings: &reader.findings)
    return (package, reader.findings.sorted())
  }
}

/// Collects the files of a folder and keeps count of them.
struct FolderReader {
  let root: URL
  var files: [ExercisePackage.File] = []
  var findings: [Finding] = []
  /// Paths of which a finding says why they were left out.
  private(set) var unread: Set<String> = []
  private var bytesRead = 0
  private var filesSeen = 0

  init(root: URL) { self.root = root }

  mutating func walk(_ folder: URL, path: [String]) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      report(path, "unreadable", "This folder cannot be read.")
      return
    }
    for name in names where !name.hasPrefix(".") {
      filesSeen += 1
      guard filesSeen <= ExercisePackage.filesMax else {
        if filesSeen == ExercisePackage.filesMax + 1 {
          report([], "too-many-files", "A package has at most \(ExercisePackage.filesMax) files.")
        }
        return
      }
      visit(folder.appendingPathComponent(name), path: path + [name])
    }
  }

  private mutating func visit(_ url: URL, path: [String]) {
    guard ExercisePackage.isAllowed(path: path.joined(separator: "/")) else {
      report(
        path, "bad-path",
        "Names of files have only a-z, A-Z, 0-9, \".\", \"-\" and \"_\", at most four levels deep.")
      return
    }
    let target = url.resolvingSymlinksInPath()
    guard target.path.hasPrefix(root.path + "/") else {
      report(path, "path-escapes", "This link leads out of the package; copy the file instead.")
      return
    }
    let isLink = target.path != url.standardizedFileURL.path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    switch attributes?[.type] as? FileAttributeType {
    case .typeDirectory? where isLink:
      report(path, "path-escapes", "A link to a folder is not followed; copy the folder instead.")
    case .typeDirectory? where Self.isText(path):
      report(path, "no-file", "This is a folder, and a file is needed here.")
    case .typeDirectory?: walk(url, path: path)
    case .typeRegular?: take(target, path: path)
    default: report(path, "unreadable", "This is no ordinary file.")
    }
  }

  private static func isText(_ path: [String]) -> Bool {
    path.last.map { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") } ?? false
  }

  private mutating func take(_ url: URL, path: [String]) {
    guard Self.isText(path) else {
      report(path, "unused-file", "Only .yaml and .md files are read.", .warning)
      return
    }
    guard let handle = try? FileHandle(forReadingFrom: url) else {
      report(path, "unreadable", "This file cannot be read.")
      return
    }
    defer { try? handle.close() }
    // One byte more than allowed tells a full file from one that is too long, however it grows.
    let limit = ExercisePackage.fileBytesMax
    guard let data = try? handle.read(upToCount: limit + 1) ?? Data() else {
      report(path, "unreadable", "This file cannot be read.")
      return
    }
    guard data.count <= limit else {
      report(path, "too-large", "A file has at most 1 MiB.")
      return
    }
    bytesRead += data.count
    guard bytesRead <= ExercisePackage.packageBytesMax else {
      report(path, "too-large", "All files of a package together have at most 8 MiB.")
      return
    }
    files.append(ExercisePackage.File(path: path.joined(separator: "/"), bytes: Array(data)))
  }

  private mutating func report(
    _ path: [String], _ name: String, _ sentence: String, _ severity: Finding.Severity = .error
  ) {
    let file = path.map { ExercisePackage.printable($0) }.joined(separator: "/")
    if severity == .error { unread.insert(path.joined(separator: "/")) }
    findings.append(Finding(severity, file: file, name: name, sentence))
  }
}

extension ExercisePackage {
  /// A name with everything but plain characters replaced by `?`, so that no file name can play
  /// tricks on a terminal.
  static func printable(_ name: String) -> String {
    String(
      String.UnicodeScalarView(name.unicodeScalars.map { (" "..."~").contains($0) ? $0 : "?" }))
  }
}
