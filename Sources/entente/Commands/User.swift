import ArgumentParser
import EntenteHost
import EntenteJSON
import EntenteJournal
import EntenteJournalSQLite
import Foundation

struct User: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep the facilitators who log in with a name and a password.",
    discussion: """
      Examples:
        entente user add ana
        printf 'four words of her own\\n' | entente user add ana
        entente user list

      They are accounts of the data folder, which no server may be using meanwhile. Online it is \
      AUTH user=ana password="…". The password is asked for, or read as one line from a pipe; the \
      folder keeps a hash of it (scrypt), from which nobody reads it back.
      """,
    subcommands: [Add.self, Remove.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a user, or give one a new password.")

    @OptionGroup var data: DataFolder

    @Argument(help: "1 to 32 letters, digits, points and hyphens.")
    var name: String

    func run() throws {
      try User.check(name)
      let password = try PasswordPrompt.chosen()
      let store = try SQLiteJournalStore(folder: data.path)
      defer { try? store.close() }
      let hash = PasswordHash(
        of: password, salt: Serving.environment.random(PasswordHash.saltBytes))
      var batch = JournalBatch()
      batch.accounts = [hash.account(of: name, at: Serving.environment.now())]
      try store.commit(batch)
      Console.line("\(name) may log in with AUTH user=\(name) password=…")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Close a user's account.")

    @OptionGroup var data: DataFolder

    @Argument(help: "The name.")
    var name: String

    func run() throws {
      let store = try SQLiteJournalStore(folder: data.path)
      defer { try? store.close() }
      let users = try User.users(in: store)
      guard var user = users.first(where: { $0.name == name }) else {
        throw Failure(
          .noSuch,
          "There is no user \"\(name)\" here\(Nearest.hint(name, among: users.map(\.name)))")
      }
      user.isRevoked = true
      user.secretHash = []
      user.salt = []
      var batch = JournalBatch()
      batch.accounts = [user]
      try store.commit(batch)
      Console.line("\(name) logs in no more.")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The users there are.")

    @OptionGroup var data: DataFolder

    @Flag(help: "Answer in JSON.")
    var json = false

    func run() throws {
      let names = try User.users(in: try data.reading()).map(\.name)
      if json { return Console.json(JSONValue.array(names.map(JSONValue.string)).canonicalText) }
      if names.isEmpty { return Console.line("No users; entente user add NAME makes one.") }
      for name in names { Console.line(name) }
    }
  }

  /// Accounts with a password that are open.
  private static func users(in store: any JournalStore) throws(JournalError) -> [AccountRecord] {
    try store.accounts().filter { !$0.isRevoked && PasswordHash($0) != nil }
  }

  /// Names of accounts that hold tokens.
  private static let taken = ["facilitator", "play"]

  private static func check(_ name: String) throws(Failure) {
    let isPlain = name.utf8.allSatisfy { byte in
      Character(UnicodeScalar(byte)).isLetter || ("0"..."9").contains(UnicodeScalar(byte))
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    guard (1...32).contains(name.utf8.count), isPlain, name.allSatisfy(\.isASCII) else {
      throw Failure(
        .wrongUse, "A name is 1 to 32 letters, digits, points and hyphens, not \"\(name)\".")
    }
    guard !taken.contains(name) else {
      throw Failure(.wrongUse, "\"\(name)\" is the server's own account; choose another name.")
    }
  }
}
