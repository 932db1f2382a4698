import Foundation

/// The file in which a history outlives the program: one line a line, which only its owner reads.
package struct HistoryFile: Sendable {
  private static let mode: mode_t = 0o600
  private static let folderMode: mode_t = 0o700
  /// Lines at which the file is cut back to what a history keeps.
  private static let linesMax = 2 * LineHistory.entriesMax

  private let path: String

  /// The file at `path`; it is made, with its folder, when there is something to write.
  package init(path: String) { self.path = path }

  /// The lines of the file, oldest first; none where it cannot be read. A file that has grown long
  /// is cut back.
  package func load() -> [String] {
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > Self.linesMax else { return lines }
    let kept = Array(lines.suffix(LineHistory.entriesMax))
    write(kept, flags: O_WRONLY | O_CREAT | O_TRUNC)
    return kept
  }

  /// Adds a line. A history that cannot be written is no reason to stop.
  package func append(_ line: String) { write([line], flags: O_WRONLY | O_CREAT | O_APPEND) }

  private func write(_ lines: [String], flags: Int32) {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: Int(Self.folderMode)])
    }
    let descriptor = open(path, flags, Self.mode)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
  }
}
