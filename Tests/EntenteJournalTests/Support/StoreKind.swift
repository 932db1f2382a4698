import EntenteJournal
import EntenteJournalSQLite
import Testing

/// The stores that keep the same contract.
enum StoreKind: CaseIterable, CustomTestStringConvertible {
  case memory
  case sqlite

  var testDescription: String {
    switch self {
    case .memory: "in memory"
    case .sqlite: "in SQLite"
    }
  }

  /// An empty store; the one on disk lives in `folder`.
  func open(in folder: TestFolder) throws -> any JournalStore {
    switch self {
    case .memory: InMemoryJournalStore()
    case .sqlite: try SQLiteJournalStore(folder: folder.path)
    }
  }

  /// An empty store with the package of the fixtures and one session `ex-1`.
  func openWithSession(in folder: TestFolder) throws -> any JournalStore {
    let store = try open(in: folder)
    try store.putPackage(Fixture.package.bytes)
    try store.createSession(Fixture.session())
    return store
  }
}

/// The code of the error that `body` throws, nil when it throws none.
func refusal<Value>(of body: () throws(JournalError) -> Value) -> JournalError.Code? {
  do throws(JournalError) {
    _ = try body()
    return nil
  } catch {
    return error.code
  }
}
