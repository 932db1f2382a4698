import ArgumentParser
import EntenteClient
import EntenteHost
import EntenteJSON
import EntenteJournal
import EntenteJournalSQLite
import EntenteServer
import EntenteWire
import Logging
import ServiceLifecycle
import UnixSignals

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start the server.",
    discussion: """
      Examples:
        entente serve
        entente serve --tls --host 192.168.1.20
        entente serve --host 192.168.1.20 --insecure-lan 192.168.1.0/24
        entente serve --port 0 --json

      The first start with a data folder prints a facilitator token, once; with it, entente host \
      opens a session. --tls listens for encrypted lines on port 4748 of --host; without files it \
      makes a key and a certificate in the data folder, and it prints the fingerprint by which \
      people know the server. Plain text on port 4747 is for this machine only, unless \
      --insecure-lan names the network of a room you trust. Ctrl-C stops it; nothing is lost.

      --json prints one line when it is ready: {"facilitatorToken":"…","listening":"127.0.0.1:4747"}, \
      the token on the first start only, with --tls also "tls" and "fingerprint". Logs go to \
      standard error.
      """)

  @OptionGroup var data: DataFolder
  @OptionGroup var exercises: ExercisesOption

  @Option(help: "The name or address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 takes any that is free.")
  var port = 4747

  @Flag(help: "Listen for TLS as well.")
  var tls = false

  @Option(
    name: .customLong("tls-port"), help: "The port of TLS; 0 takes any; implies --tls.")
  var encryptedPort: Int?

  @Option(
    help: ArgumentHelp(
      "A chain of certificates in PEM, the server's own first; implies --tls.", valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp("The key of --certificate, in PEM.", valueName: "file"))
  var key: String?

  @Option(
    name: .customLong("insecure-lan"),
    help: ArgumentHelp(
      "A network in which plain text may be spoken; may be repeated.", valueName: "cidr"))
  var networks: [String] = []

  @Flag(name: .customLong("no-rate-limit"), help: "Do not slow anybody down, for measurements.")
  var isUnlimited = false

  @Flag(name: .customLong("new-token"), help: "Make a new facilitator token; the old one ends.")
  var wantsNewToken = false

  @Option(
    name: .customLong("log-level"),
    help: "trace, debug, info, notice, warning, error or critical.")
  var level = "info"

  @Flag(help: "Print one ready line in JSON.")
  var json = false

  func run() async throws {
    let running = try await RunningServer.start(try plan())
    let token = wantsNewToken ? try running.newToken() : try await running.firstToken()
    announce(running, token)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: running.server)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger.program(level: .error)))
    try await group.run()
    try await running.close()
  }

  private func plan() throws -> RunningServer.Plan {
    for (name, port) in [("--port", port), ("--tls-port", encryptedPort ?? 0)] {
      guard (0...65_535).contains(port) else {
        throw Failure(.wrongUse, "\(name) is 0 to 65535, not \(port).")
      }
    }
    guard let level = Logger.Level(rawValue: level) else {
      let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.wrongUse, "--log-level is one of \(known), not \"\(level)\".")
    }
    let blocks = try networks.map { text throws(Failure) in
      guard let block = AddressBlock(text) else {
        throw Failure(
          .wrongUse,
          "--insecure-lan names a network such as 192.168.0.0/16, not \"\(text)\".")
      }
      return block
    }
    var plan = RunningServer.Plan(
      data: data.path, shelf: try exercises.shelf(), logger: .program(level: level))
    plan.sockets.host = host
    plan.sockets.port = port
    plan.sockets.plain = PlainListenPolicy(insecureLAN: blocks)
    plan.sockets.encryption = try encryption()
    plan.options.version = Entente.version
    plan.options.isRateLimited = !isUnlimited
    return plan
  }

  /// The port of TLS and what is shown there, where it is wanted.
  private func encryption() throws -> ServerOptions.Encryption? {
    guard (certificate == nil) == (key == nil) else {
      throw Failure(.wrongUse, "--certificate and --key go together; give both or neither.")
    }
    guard tls || encryptedPort != nil || certificate != nil else { return nil }
    var shown: ServerCertificate
    if let certificate, let key {
      shown = try CertificateFiles.read(certificate: certificate, key: key)
    } else {
      let files = CertificateFiles(folder: data.path)
      if !files.exist {
        let isNamed = !AddressBlock.isWildcard(named: host)
        try files.make(for: (isNamed ? [host] : []) + CertificateFiles.ownNames)
      }
      shown = try files.read()
    }
    return ServerOptions.Encryption(
      port: encryptedPort ?? ClientOptions.encryptedPort, certificate: shown)
  }

  private func announce(_ running: RunningServer, _ token: String?) {
    if json {
      var ready = [JSONMember("listening", .string(running.server.listening))]
      if let place = running.server.listeningEncrypted,
        let fingerprint = running.server.fingerprint
      {
        ready.append(JSONMember("tls", .string(place)))
        ready.append(JSONMember("fingerprint", .string(fingerprint.description)))
      }
      if let token { ready.append(JSONMember("facilitatorToken", .string(token))) }
      return Console.json(JSONValue.object(ready).canonicalText)
    }
    Console.line("Entente listens on \(running.server.listening); the data folder is \(data.path).")
    if let place = running.server.listeningEncrypted,
      let fingerprint = running.server.fingerprint
    {
      Console.line("TLS: \(place); plain text is for this machine unless --insecure-lan says more.")
      Console.line("Fingerprint: \(fingerprint)")
      Console.line("Students: entente join \(place) CODE --fingerprint \(fingerprint.beginning)")
    }
    if let token {
      Console.line("Facilitator token, shown this once: \(token)")
      Console.line("entente host EXERCISE --token TOKEN opens a session with it.")
    }
    Console.line("Ctrl-C stops the server; everything is kept.")
  }
}

extension Logger {
  /// A logger that writes to standard error.
  static func program(level: Level) -> Logger {
    var logger = Logger(label: "entente") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = level
    return logger
  }
}

extension RunningServer {
  /// A new token for the facilitator; the one before opens nothing any more.
  func newToken() throws(JournalError) -> String {
    let token = Secret.token(from: Serving.environment.random(Secret.tokenBytes))
    var batch = JournalBatch()
    batch.accounts = [
      AccountRecord(
        name: "facilitator", role: "facilitator", kind: "token", secretHash: Secret.hash(of: token),
        createdMilliseconds: Serving.environment.now())
    ]
    try store.commit(batch)
    return token
  }
}
