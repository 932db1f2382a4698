import ArgumentParser
import EntenteExercise
import EntenteModel
import EntenteSession

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the papers of an exercise: briefs, state cards, events.",
    discussion: """
      Examples:
        entente print first-accord --output first-accord.html
        entente print first-accord --for teams --state cael --output cael.html

      One HTML file with everything in it, made for A4: open it in a browser and print. Every team \
      that people play has sheets of its own, and so has the facilitator. Join codes to cut out come from \
      entente host --sheet codes.html.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Option(help: "A format of the exercise (default: its first).")
  var format: String?

  @Option(name: .customLong("for"), help: "all, teams or facilitator.")
  var readers = Handout.Readers.all

  @Option(help: "One team alone.")
  var state: String?

  @Flag(help: "Sheets also for states that bots play in this format.")
  var all = false

  @Flag(help: "Write over a file that is there.")
  var replace = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Where to write; \"-\" is standard output.", valueName: "file"))
  var output: String

  @Argument(help: "A name or a folder.")
  var exercise: String

  func run() throws {
    let loaded = try exercises.shelf().load(exercise, format: format)
    if let state {
      let names = loaded.exercise.scenario.states.map(\.id.text)
      guard names.contains(state) else {
        throw Failure(
          .wrongUse, "There is no state \"\(state)\" here\(Nearest.hint(state, among: names))")
      }
    }
    let html = Handout.html(loaded, for: readers, state: state, everyState: all)
    if output == "-" { return Console.write(html) }
    try NewFile.write(Array(html.utf8), to: output, replace: replace)
    Console.line("The papers of \(loaded.exercise.title) are in \(output)")
  }
}

extension Handout.Readers: ExpressibleByArgument {}
