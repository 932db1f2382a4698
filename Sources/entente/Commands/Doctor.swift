import ArgumentParser
import EntenteJSON

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at this machine and the data folder, and say what is not well.",
    discussion: """
      Example:
        entente doctor

      Every line is ok, warn or fail, with the way out. The status is 1 when something fails. \
      Nothing is changed.
      """)

  @OptionGroup var data: DataFolder
  @OptionGroup var exercises: ExercisesOption

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() throws {
    let found = StoreChecks.all(data) + MachineChecks.all(exercises)
    if json {
      Console.json(JSONValue.array(found.map(\.json)).canonicalText)
    } else {
      Table.lines(found.map { [$0.state.rawValue, $0.what, $0.sentence] }).forEach(Console.line)
    }
    if found.contains(where: { $0.state == .fail }) { throw ExitCode(ExitStatus.wrong.rawValue) }
  }
}
