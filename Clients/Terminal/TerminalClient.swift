import EntenteClient
import Foundation

/// The terminal client in line mode: what stands behind `entente join` and `entente play`.
package enum TerminalClient {
  /// Tries to reach a server that went away, in a pipe: about three minutes. A person decides when
  /// it is enough.
  private static let attemptsInPipe = 20

  /// Connects and runs until the person leaves, the input ends, or the server says no. Returns the
  /// status of the program: 0, or 1 when the connection failed, or 2 when a join code is missing.
  package static func run(_ options: TerminalOptions) async -> Int32 {
    let device = TerminalDevice(input: options.input, output: options.output)
    let isPlain = options.isPlain || !device.readsKeys || !device.showsText
    let (inputs, feed) = AsyncStream.makeStream(of: ConsoleInput.self)
    let output = options.output
    let reader = InputReader(options.input) {
      TerminalDevice(input: -1, output: output).columns
    } take: {
      feed.yield($0)
    }
    var console: any Console =
      isPlain ? plainConsole(options, device) : editingConsole(options, device)
    if !isPlain { device.beginKeys() }
    reader.start(listensToSignals: device.readsKeys)
    defer {
      reader.stop()
      device.endKeys()
    }
    let stage = ConsoleStage(options, device, isPlain: isPlain, feed: feed)
    if let status = stage.perform(console.start(at: stage.now)) { return status }
    for await input in inputs {
      if let status = stage.perform(console.take(input, at: stage.now)) { return status }
    }
    return 0
  }

  /// Options of the connection, once it is known who connects.
  static func clientOptions(
    _ options: TerminalOptions, _ identity: ClientIdentity, isPlain: Bool
  ) -> ClientOptions {
    var made = ClientOptions(
      host: options.host, port: options.port, identity: identity, folder: options.folder,
      attemptsMax: isPlain ? attemptsInPipe : nil)
    made.trust = options.trust
    return made
  }

  private static func welcome(_ options: TerminalOptions, name: String?) -> Welcome {
    if let identity = options.identity { return Welcome(identity) }
    let server = clientOptions(options, .nobody, isPlain: true).server
    let saved = options.folder?.logins(for: server) ?? []
    return Welcome(
      code: options.code, name: name, token: options.token, session: options.session, saved: saved)
  }

  private static func transcript(_ options: TerminalOptions, learnsWords: Bool) -> Transcript {
    Transcript(
      address: clientOptions(options, .nobody, isPlain: true).server, learnsWords: learnsWords)
  }

  private static func editingConsole(
    _ options: TerminalOptions, _ device: TerminalDevice
  ) -> EditingConsole {
    let lines = options.historyFile.map { HistoryFile(path: $0).load() } ?? []
    return EditingConsole(
      transcript: transcript(options, learnsWords: true),
      typesetter: Typesetter(
        columns: device.columns, hasColour: hasColour(options, device), hasRules: true),
      welcome: welcome(options, name: options.name), history: LineHistory(lines))
  }

  private static func plainConsole(
    _ options: TerminalOptions, _ device: TerminalDevice
  ) -> PlainConsole {
    // Nobody can be asked in a pipe: the lines in it are for the game.
    let name = options.name ?? (device.readsKeys ? nil : NSUserName())
    return PlainConsole(
      transcript: transcript(options, learnsWords: false),
      typesetter: Typesetter(
        columns: device.showsText ? device.columns : Typesetter.columnsMax, hasColour: false,
        hasRules: false), welcome: welcome(options, name: name), isTerminal: device.readsKeys)
  }

  private static func hasColour(_ options: TerminalOptions, _ device: TerminalDevice) -> Bool {
    if let wanted = options.hasColour { return wanted }
    let isRefused = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return !isRefused && device.showsText
  }
}
