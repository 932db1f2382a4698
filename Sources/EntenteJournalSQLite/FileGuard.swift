import EntenteJournal
import Foundation
import GRDB

/// Looks at a store's file before anything may write to it.
enum FileGuard {
  /// What every SQLite database begins with.
  private static let signature = Array("SQLite format 3\0".utf8)

  /// Makes the folder, readable for its owner alone, where it is not there yet.
  static func prepareFolder(_ folder: String) throws(JournalError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw JournalError(.notWritable, "cannot make the folder \(folder)", underlying: error)
    }
  }

  /// Makes an empty file that only its owner may read; the log beside it will be as private.
  static func prepareFile(_ path: String) throws(JournalError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let number = errno
      throw JournalError(
        number == ENOSPC ? .diskFull : .notWritable, "cannot write \(path)",
        underlying: SystemError(number: number))
    }
    close(descriptor)
  }

  /// Throws `damaged` for a file that is no store and `newerSchema` for one that this program does
  /// not understand. A file that is not there, or empty, will become a new store.
  static func check(_ path: String) throws(JournalError) {
    guard let size = size(of: path) else { return }
    guard size > 0 else {
      // SQLite would take the file for new and throw the log beside it away.
      guard (self.size(of: path + "-wal") ?? 0) == 0 else {
        throw JournalError(.damaged, "\(path) is empty, but the log beside it is not")
      }
      return
    }
    guard hasSignature(path) else {
      throw JournalError(.damaged, "\(path) is not a database")
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let version = try queue.read { try Schema.version(in: $0) }
      try queue.close()
      try Schema.checkSupported(version)
    } catch {
      throw JournalError(error, while: .opening, "cannot open \(path)")
    }
  }

  /// The size of a file in bytes, nil where there is none.
  static func size(of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  private static func hasSignature(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: signature.count)).map(Array.init) == signature
  }
}
