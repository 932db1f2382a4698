import Foundation

extension ExercisePackage {
  /// The package with the cards of the library at `folder` that it refers to, as files of its own.
  /// A card the package already holds stays as it is. Without a library nothing is added.
  func adding(cardsOf folder: String, findings: inout [Finding]) -> ExercisePackage {
    let wanted = referencedCards
    guard !wanted.isEmpty else { return self }
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return self }
    var reader = FolderReader(root: root)
    reader.walk(root, path: [])
    let shelf = reader.files.map {
      File(path: "\(LibraryShelf.folder)/\($0.path)", bytes: $0.bytes)
    }
    // What is wrong with cards nobody uses here is no concern of this package.
    for finding in reader.findings {
      let path = "\(LibraryShelf.folder)/\(finding.file)"
      guard wanted.contains(path) else { continue }
      findings.append(Finding(finding.severity, file: path, name: finding.name, finding.sentence))
    }
    let added = shelf.filter { wanted.contains($0.path) && bytes($0.path) == nil }
    var package = ExercisePackage(files: files + added)
    package.shelved = shelf.map(\.path)
    package.folderName = folderName
    package.unread = unread.union(reader.unread.map { "\(LibraryShelf.folder)/\($0)" })
    let size = package.files.reduce(0) { $0 + $1.bytes.count }
    if size > Self.packageBytesMax || package.files.count > Self.filesMax {
      findings.append(
        Finding(
          .error, file: "", name: "too-large",
          "With the cards it uses, a package has at most \(Self.filesMax) files and 8 MiB."))
      return self
    }
    return package
  }

  /// Paths of the cards that the files refer to.
  private var referencedCards: Set<String> {
    var trees: [String: YAMLNode] = [:]
    for file in PackageFile.data {
      guard let bytes = bytes(file), let text = String(validating: bytes, as: UTF8.self) else {
        continue
      }
      trees[file] = YAMLTree.parse(text, file: file).root
    }
    return Set(LibraryReference.all(in: trees).filter { !$0.card.isEmpty }.map(\.path))
  }
}
