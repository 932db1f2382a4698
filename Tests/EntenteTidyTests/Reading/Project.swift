import Foundation

/// A text file that is not Swift: a document, a script, an exercise.
struct Document {
  /// The path from the project's root.
  var path: String
  var lines: [String]
}

/// The whole project as it lies on the disk, read once for all rules.
struct Project {
  var root: URL
  var sources: [SourceFile]
  var documents: [Document]

  static let current = Project(root: rootOfThisFile())

  /// Folders with text that people read; what is hidden or built is not among them.
  static let folders = ["Clients", "Exercises", "Scripts", "Sources", "Tests"]
  static let looseFiles = [
    ".ci/run", ".gitignore", ".swift-format", "CHANGELOG.md", "Package.swift", "README.md",
  ]
  /// Larger files are recordings, not prose.
  private static let documentBytesMax = 1 << 20

  init(root: URL) {
    self.root = root
    sources = []
    documents = []
    for path in Self.looseFiles + Self.folders.flatMap({ Self.paths(under: $0, of: root) }) {
      guard let bytes = try? Data(contentsOf: root.appendingPathComponent(path)),
        bytes.count <= Self.documentBytesMax,
        let text = String(validating: bytes, as: UTF8.self)
      else { continue }
      if path.hasSuffix(".swift") {
        sources.append(SourceFile(path: path, text: text))
      } else {
        documents.append(
          Document(
            path: path,
            lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
      }
    }
  }

  /// Whether a file or folder stands at `path`, counted from the root.
  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The names of the folders directly inside `folder`, sorted.
  func folders(in folder: String) -> [String] {
    let url = root.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let path = url.appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue && !name.hasPrefix(".")
    }.sorted()
  }

  private static func paths(under folder: String, of root: URL) -> [String] {
    let url = root.appendingPathComponent(folder)
    guard
      let walk = FileManager.default.enumerator(
        at: url, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    else { return [] }
    var paths: [String] = []
    for case let file as URL in walk {
      let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      guard isFile == true else { continue }
      let parts = file.standardizedFileURL.pathComponents.dropFirst(root.pathComponents.count)
      paths.append(parts.joined(separator: "/"))
    }
    return paths.sorted()
  }

  /// Walks up from this file to the folder that holds both the manifest and the sources. Links are
  /// resolved first, so a build from a linked folder finds the same project.
  private static func rootOfThisFile(_ file: String = #filePath) -> URL {
    var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let marks = ["Package.swift", "Sources"].map { folder.appendingPathComponent($0).path }
      if marks.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) {
        return folder.standardizedFileURL
      }
    }
    fatalError("No folder above \(file) holds Package.swift and Sources.")
  }
}
