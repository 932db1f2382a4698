import ArgumentParser
import EntenteExercise
import EntenteHost
import EntenteServer
import EntenteTerminal
import Logging

struct Play: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play alone against bots: server, bots and terminal client in one.",
    discussion: """
      Examples:
        entente play
        entente play first-accord --seat dorn
        printf 'status\\nready\\n' | entente play --plain

      Everything is kept in the data folder: entente replay shows it again.
      """)

  @OptionGroup var data: DataFolder
  @OptionGroup var exercises: ExercisesOption

  @Option(help: "The state, or the seat, that you play (default: the exercise's own choice).")
  var seat: String?

  @Option(help: "A format of the exercise.")
  var format = "solo"

  @Option(help: "The seed of the session's draws (default: the exercise's).")
  var seed: Int?

  @Option(help: "Your name at the table.")
  var name: String?

  @Flag(help: "No colour, no cursor movement: one line in, lines out. Implied in a pipe.")
  var plain = false

  @Argument(help: "A name or a folder.")
  var exercise = "first-accord"

  func run() async throws {
    let shelf = try exercises.shelf().including(exercise)
    let chosen = try shelf.load(exercise, format: format).exercise
    let seat = try PlaySeat.find(self.seat, in: chosen)
    let token = PrivateGame.freshToken()
    var plan = RunningServer.Plan(
      data: data.path, shelf: shelf, logger: .program(level: .error), privateToken: token)
    plan.sockets.port = 0
    plan.options.version = Entente.version
    plan.options.isRateLimited = false
    let running = try await RunningServer.start(plan)
    let game: PrivateGame
    do {
      game = try await PrivateGame.open(
        at: ServerAddress(running.server.listening), token: token,
        exercise: shelf.name(of: exercise), format: format, seed: seed, seat: seat,
        player: Seat.name(name))
      var terminal = Seat.options(at: game.address, isPlain: plain, isKept: false)
      terminal.token = game.memberToken
      terminal.session = game.session
      try await Seat.sit(terminal)
    } catch {
      try await running.stop()
      throw error
    }
    try await running.stop()
    let folder = data.option.map { " --data \($0)" } ?? ""
    Console.remark("Look back with: entente replay \(game.session) --seat \(seat)\(folder)")
  }
}

extension RunningServer {
  /// Drains the sockets and closes the store.
  func stop() async throws {
    await server.drain()
    try await close()
  }
}
