import EntenteClient
import EntenteWire

/// A facilitator who works through the protocol like anybody else: opens a session, makes codes,
/// starts.
struct FacilitatorDesk: Sendable {
  private let client: LineClient

  /// A session that was opened.
  struct Opened: Sendable {
    var session: String
    var format: String
    /// In the order of the exercise.
    var states: [String]
    var roles: [String]

    init(_ answer: ServerLine) {
      let list = { (name: String) in
        (answer[name]?.description ?? "").split(separator: ",").map(String.init)
      }
      session = answer["session"]?.description ?? ""
      format = answer["format"]?.description ?? ""
      states = list("states")
      roles = list("seats")
    }

    /// Every seat, states in order.
    var seats: [String] { states.flatMap { state in roles.map { "\(state).\($0)" } } }
  }

  /// Logs in with a facilitator's token.
  init(_ server: ServerAddress, token: String) async throws {
    var options = ClientOptions(
      host: server.host, port: server.port, identity: .token(token, session: nil),
      attemptsMax: Self.attempts)
    options.trust = server.trust
    do throws(ClientError) {
      client = try await LineClient.open(options)
    } catch {
      guard error.code == .refused else { throw error }
      throw Failure(
        .wrong,
        "The server at \(server.text) does not take this facilitator's token: \(error.sentence) "
          + "entente serve --new-token makes another.")
    }
  }

  /// Tries to reach a server that went away, before it counts as gone: a command is not a person.
  private static let attempts = 3

  /// Opens a session of an exercise.
  func create(
    _ exercise: String, format: String?, title: String? = nil, seed: Int? = nil
  ) async throws -> Opened {
    var arguments = [RequestArgument(exercise)]
    if let format { arguments.append(RequestArgument(name: "format", format)) }
    if let title { arguments.append(RequestArgument(name: "title", title)) }
    if let seed { arguments.append(RequestArgument(name: "seed", String(seed))) }
    return Opened(try await ask("CREATE", arguments))
  }

  /// Enters a session that there is.
  func enter(_ session: String) async throws -> Opened {
    Opened(try await ask("JOIN", [RequestArgument(session)]))
  }

  /// Makes a join code for a seat; `uses` limits how many people it lets in, and `rotating` takes
  /// the seat's older codes back.
  func code(for seat: String, uses: Int? = nil, rotating: Bool = false) async throws -> String {
    var arguments = [RequestArgument(seat)]
    if let uses { arguments.append(RequestArgument(name: "uses", String(uses))) }
    if rotating { arguments.append(RequestArgument(name: "rotate", "yes")) }
    return try await ask("CODE", arguments)["code"]?.description ?? ""
  }

  /// Begins; bots take the states without people.
  func start() async throws { _ = try await ask("START", []) }

  func leave() { client.leave() }

  private func ask(_ verb: String, _ arguments: [RequestArgument]) async throws -> ServerLine {
    let reply = try await client.request(RequestLine(verb, arguments))
    guard let code = reply.end.code, !reply.isOK else { return reply.end }
    let sentence = reply.end.text ?? "The server says \(code.name) to \(verb)."
    throw Failure(Self.status(of: code), sentence)
  }

  private static func status(of code: WireCode) -> ExitStatus {
    switch code {
    case .noSuch: .noSuch
    case .badArgument, .syntax: .wrongUse
    case .storageFull, .unknownOutcome: .diskError
    case .internal: .internalFault
    default: .wrong
    }
  }
}
