import EntenteClient
import EntenteHost
import EntenteWire

/// A session for one person, opened through the protocol on a server of this process.
struct PrivateGame {
  var address: ServerAddress
  var session: String
  var memberToken: String

  /// A facilitator's token for the life of one server.
  static func freshToken() -> String {
    Secret.token(from: Serving.environment.random(Secret.tokenBytes))
  }

  /// Opens the session, takes the seat for the player and begins; bots take the other states.
  static func open(
    at address: ServerAddress, token: String, exercise: String, format: String, seed: Int?,
    seat: String, player: String
  ) async throws -> PrivateGame {
    let desk = try await FacilitatorDesk(address, token: token)
    let opened = try await desk.create(exercise, format: format, seed: seed)
    let code = try await desk.code(for: seat, uses: 1)
    let member = try await join(address, code: code, player: player)
    try await desk.start()
    desk.leave()
    return PrivateGame(address: address, session: opened.session, memberToken: member)
  }

  /// Takes the seat before the game begins, so that no bot does; the answer is the token.
  private static func join(
    _ address: ServerAddress, code: String, player: String
  ) async throws -> String {
    let client = LineClient(
      ClientOptions(
        host: address.host, port: address.port, identity: .code(code, name: player),
        attemptsMax: 3))
    for await item in client.news {
      switch item {
      case .state(.entered(let answer, _)):
        client.leave()
        guard let token = answer["token"]?.description else { break }
        return token
      case .state(.ended(let error)):
        throw error ?? ClientError(.closed, "The connection was ended.")
      default: continue
      }
    }
    throw Failure(.internalFault, "The server of this game gave no seat. Please report this.")
  }
}
