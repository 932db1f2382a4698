import ArgumentParser
import EntenteClient
import EntenteTerminal
import Foundation

/// A person at a terminal in a seat.
enum Seat {
  /// The most characters of a name at the table.
  private static let nameMax = 40

  /// Where logins and typed lines are kept between two runs.
  private static var folder: String {
    let state =
      Console.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? NSHomeDirectory() + "/.local/state"
    return state + "/entente"
  }

  /// Where logins and the certificates of servers are kept.
  static var logins: LoginFolder { LoginFolder(path: folder + "/logins") }

  /// The name at the table: the one given, else the user's.
  static func name(_ given: String?) -> String {
    String((given ?? Console.environment("USER") ?? "Player").prefix(nameMax))
  }

  /// What the terminal client is told about a server. With `isKept` the login survives the program.
  static func options(
    at server: ServerAddress, isPlain: Bool, isKept: Bool
  ) -> TerminalOptions {
    var options = TerminalOptions(host: server.host, port: server.port)
    options.trust = server.trust
    options.isPlain = isPlain
    options.historyFile = folder + "/history"
    options.folder = isKept ? logins : nil
    return options
  }

  /// Runs the terminal client until the person leaves. It tells its own troubles.
  static func sit(_ options: TerminalOptions) async throws(ExitCode) {
    let status = await TerminalClient.run(options)
    guard status == ExitStatus.success.rawValue else { throw ExitCode(status) }
  }
}
