import ArgumentParser

/// The program: one subcommand a file in `Commands`.
@main
struct Entente: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Decision exercises: states negotiate, a model shows what their deals did.",
    discussion: """
      Try it:  entente play

      Exit status: 0 success; 1 what was checked is wrong; 2 or 64 wrong use; 70 a fault of this \
      program; 71 a library is missing; 72 no such exercise or session; 73 the folder cannot be \
      written; 74 a disk error; 75 the port is taken; 76 the data folder is in use; 77 the data are \
      of a newer version; 78 a file is damaged.
      """,
    version: version,
    subcommands: [
      Play.self, Serve.self, HostExercise.self, Join.self, Exercises.self, Check.self,
      New.self, Schema.self, ProtocolCommand.self, Injects.self, Certificate.self, User.self,
      Rehearse.self, Deals.self, Print.self, Sessions.self, Replay.self, Verify.self, Export.self,
      Calc.self, Terms.self, Doctor.self,
    ])

  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot(Calc.completing(arguments))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Ending.end(error)
    }
  }
}
