import ArgumentParser
import EntenteBots
import EntenteExercise
import EntenteJSON
import EntenteJournal
import EntenteSession

struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play an exercise many times with bots, and say what it showed.",
    discussion: """
      Examples:
        entente rehearse first-accord --games 100
        entente rehearse Exercises/mine --format ttx --seed 7 --deals

      Tells what nobody used, whose chances are better, and who finds together. The first game is \
      played as the cards say; in the others the patience of bots, the order in which they act and \
      now and then a doctrine are drawn from the seed. The same seed is the same rehearsal. Bots \
      are no people: play it once with friends as well. --deals adds entente deals.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Option(help: "A format of the exercise (default: its first).")
  var format: String?

  @Option(help: "How many games, 1 to 10000.")
  var games = 20

  @Option(help: "What the casts are drawn from.")
  var seed = 1

  @Flag(help: "Also look at the deals of the opening position.")
  var deals = false

  @Flag(help: "Answer in JSON.")
  var json = false

  @Argument(help: "A name or a folder.")
  var exercise: String

  func validate() throws {
    guard (1...10_000).contains(games) else { throw ValidationError("Give 1 to 10000 games.") }
  }

  func run() throws {
    let loaded = try exercises.shelf().load(exercise, format: format).exercise
    var report = RehearsalReport(loaded)
    let rules = Rules { Array(HashChain.digest(of: $0)) }
    let progress = Progress("game", of: games)
    for number in 1...games {
      progress.show(number)
      var game = try RehearsalGame(
        loaded, seed: UInt64(bitPattern: Int64(seed)), number: number, rules: rules)
      try game.play()
      report.add(game)
    }
    progress.clear()
    let space = deals ? DealSpaceReport.survey(loaded) : nil
    if json {
      var members = [JSONMember("rehearsal", RehearsalText.json(report))]
      if let space { members.append(JSONMember("deals", DealSpaceText.json(space, loaded))) }
      return Console.json(JSONValue.object(members).canonicalText)
    }
    RehearsalText.print(report)
    if let space {
      Console.line()
      DealSpaceText.print(space, loaded)
    }
  }
}
