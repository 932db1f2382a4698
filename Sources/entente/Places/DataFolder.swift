import ArgumentParser
import EntenteJournal
import EntenteJournalSQLite
import Foundation

/// Where the journal is.
struct DataFolder: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The data folder (else ENTENTE_DATA, else ~/.local/share/entente).", valueName: "dir"))
  var option: String?

  /// The folder named, or the usual one of this user.
  var path: String {
    if let option, !option.isEmpty { return option }
    if let named = Console.environment("ENTENTE_DATA") { return named }
    // A relative path there is to be ignored, says the standard that names the variable.
    if let shared = Console.environment("XDG_DATA_HOME"), shared.hasPrefix("/") {
      return shared + "/entente"
    }
    return NSHomeDirectory() + "/.local/share/entente"
  }

  /// The file in it.
  var file: String { path + "/" + SQLiteJournalStore.fileName }

  /// The store, for looking only: also while a server runs.
  func reading() throws(JournalError) -> SQLiteJournalStore {
    try SQLiteJournalStore(folder: path, access: .readingOnly)
  }

  /// A session of the store; an unknown one is a failure that names the nearest.
  static func session(
    _ id: String, in store: any JournalStore
  ) throws -> SessionRecord {
    if let record = try store.session(id) { return record }
    let known = try store.sessions().map(\.id)
    throw Failure(
      .noSuch,
      "There is no session \"\(id)\" here\(Nearest.hint(id, among: known)) entente sessions lists "
        + "them.")
  }
}
