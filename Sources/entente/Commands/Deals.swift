import ArgumentParser
import EntenteBots
import EntenteExercise
import EntenteJSON

struct Deals: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how much there is to agree on before anybody has moved.",
    discussion: """
      Examples:
        entente deals first-accord
        entente deals Exercises/mine --format ttx --sample 1000

      Of all deals of two and of three states with one or two clauses: how many all may sign and \
      ratify, how many leave every signatory with a higher national score, and what each state can \
      hope for. Where there are too many, a sample is looked at, always the same one, and that is \
      said.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Option(help: "A format of the exercise (default: its first).")
  var format: String?

  @Option(help: "How many deals of two, and of three, are looked ahead on; 1 to 100000.")
  var sample = DealSpaceReport.valuedUsual

  @Flag(help: "Answer in JSON.")
  var json = false

  @Argument(help: "A name or a folder.")
  var exercise: String

  func validate() throws {
    guard (1...100_000).contains(sample) else {
      throw ValidationError("Give a sample of 1 to 100000.")
    }
  }

  func run() throws {
    let loaded = try exercises.shelf().load(exercise, format: format).exercise
    let progress = Progress("deal", of: 2 * sample)
    let report = DealSpaceReport.survey(loaded, valuedMax: sample) { progress.show($0) }
    progress.clear()
    if json { return Console.json(DealSpaceText.json(report, loaded).canonicalText) }
    DealSpaceText.print(report, loaded)
  }
}
