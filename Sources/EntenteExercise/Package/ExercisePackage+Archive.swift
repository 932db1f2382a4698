// The archive: a first line that names the form, then for each file, in order of path, a line with
// path and length and the bytes, closed by a line end. The same files always give the same bytes,
// so their hash names the package for ever.

extension ExercisePackage {
  /// Why bytes are no archive of a package.
  package struct ArchiveDamage: Error, Hashable, Sendable {
    /// Offset of the first byte that does not fit.
    package var offset: Int
    /// What is wrong there, in a few words, such as `files out of order`.
    package var reason: String
  }

  private static let heading = "entente/package/1\n"
  /// Path, a blank, and a length of at most seven digits.
  private static let headerBytesMax = pathMax + 8

  /// The canonical bytes of the package: what is hashed, and what a journal keeps.
  package var archive: [UInt8] {
    var bytes = Array(Self.heading.utf8)
    for file in files {
      bytes += Array("\(file.path) \(file.bytes.count)\n".utf8)
      bytes += file.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The package whose archive `bytes` are; anything else is refused, also an archive that another
  /// order or spelling of the same files would make.
  package init(archive bytes: [UInt8]) throws(ArchiveDamage) {
    var reader = ArchiveReader(bytes: bytes)
    try reader.expect(Self.heading)
    var files: [File] = []
    while !reader.isAtEnd {
      let start = reader.offset
      let file = try reader.file(headerBytesMax: Self.headerBytesMax)
      guard Self.isAllowed(path: file.path), file.bytes.count <= Self.fileBytesMax else {
        throw ArchiveDamage(offset: start, reason: "no path or length of a package")
      }
      if let last = files.last, last.path >= file.path {
        throw ArchiveDamage(offset: start, reason: "files out of order")
      }
      files.append(file)
      guard files.count <= Self.filesMax else {
        throw ArchiveDamage(offset: start, reason: "more than \(Self.filesMax) files")
      }
    }
    self.init(files: files)
  }
}

/// Walks through the bytes of an archive.
private struct ArchiveReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func expect(_ text: String) throws(ExercisePackage.ArchiveDamage) {
    let wanted = Array(text.utf8)
    guard bytes[offset...].starts(with: wanted) else { throw damage("not an archive of a package") }
    offset += wanted.count
  }

  mutating func file(
    headerBytesMax: Int
  ) throws(ExercisePackage.ArchiveDamage) -> ExercisePackage.File {
    let rest = bytes[offset...].prefix(headerBytesMax + 1)
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      throw damage("a file without a header line")
    }
    let header = String(decoding: bytes[offset..<end], as: UTF8.self)
    let words = header.split(separator: " ", omittingEmptySubsequences: false)
    // A length written any other way than Swift prints it would make a second archive.
    guard words.count == 2, let count = Int(words[1]), String(count) == words[1], count >= 0,
      count < bytes.count - end - 1
    else { throw damage("a header that is no path and length") }
    let content = Array(bytes[(end + 1)..<(end + 1 + count)])
    offset = end + 1 + count
    guard bytes[offset] == UInt8(ascii: "\n") else { throw damage("a file longer than it says") }
    offset += 1
    return ExercisePackage.File(path: String(words[0]), bytes: content)
  }

  private func damage(_ reason: String) -> ExercisePackage.ArchiveDamage {
    ExercisePackage.ArchiveDamage(offset: offset, reason: reason)
  }
}
