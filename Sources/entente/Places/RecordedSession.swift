import EntenteHost
import EntenteJournal
import EntenteSession
import Foundation

/// A session that was written down: one of the data folder, or the one of an exported file.
struct RecordedSession {
  let store: any JournalStore
  let record: SessionRecord
  /// The file as it was read, where it is one.
  var archive: SessionArchive?

  /// A file of this size is read whole into memory; more is no session of a class.
  private static let fileBytesMax = 1 << 30

  /// The session that a word names: a file if there is one of that path, else an id.
  init(_ word: String, in folder: DataFolder) throws {
    if Self.isPath(word) {
      let archive = try SessionArchive(reading: try Self.bytes(of: word))
      store = InMemoryJournalStore(holding: archive)
      self.archive = archive
      guard let record = try store.session(archive.session) else {
        throw Failure(.damaged, "The file \(word) does not hold the session it is about.")
      }
      self.record = record
    } else {
      store = try folder.reading()
      record = try DataFolder.session(word, in: store)
    }
  }

  /// A session that is known already.
  init(_ record: SessionRecord, in store: any JournalStore) {
    self.record = record
    self.store = store
  }

  private static func isPath(_ word: String) -> Bool {
    word.contains("/") || word.hasSuffix(".jsonl") || FileManager.default.fileExists(atPath: word)
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.noSuch, "There is no file \"\(path)\".")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(.noSuch, "The file \"\(path)\" cannot be read; check its permissions.")
    }
    defer { try? file.close() }
    do {
      let bytes = try file.read(upToCount: fileBytesMax + 1) ?? Data()
      guard bytes.count <= fileBytesMax else {
        throw Failure(.damaged, "The file \"\(path)\" is too large for an exported session.")
      }
      return Array(bytes)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        .diskError, "The file \"\(path)\" cannot be read: \(error.localizedDescription)")
    }
  }

  /// Whether the chain holds, and every body can be read.
  func verdict() throws(JournalError) -> ChainVerdict {
    if let archive { return try archive.verify(body: Self.bodyFault) }
    return try JournalVerifier(store).verifyLineage(of: record.id, body: Self.bodyFault)
  }

  private static func bodyFault(_ entry: BorrowedEntry) -> String? {
    do {
      _ = try EventCoding.events(in: entry.body)
      return nil
    } catch {
      return "The entry is as it was written, but cannot be read: \(error)"
    }
  }

  /// The session as its entries make it, up to one of them; `visit` sees it after each.
  func live(
    through sequence: Int = .max, visit: (LiveSession) -> Void = { _ in }
  ) throws -> LiveSession {
    let shelf = try ExerciseShelf(option: nil)
    return try EntenteHost.Host.load(
      record, from: store, exercises: shelf.source(allowingPaths: false), rules: Serving.rules,
      through: sequence, visit: visit)
  }
}
