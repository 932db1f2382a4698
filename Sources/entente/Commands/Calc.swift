import ArgumentParser
import EntenteJSON
import EntenteModel
import EntenteSession

struct Calc: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work out one equation of the model.",
    discussion: """
      Examples:
        entente calc learning-curve quantity=300 slope=90%
        entente calc learning-curve --json '{"quantity":300,"slope":9000}'
        echo '{"eq":"budget","in":{"expenditure":997000}}' | entente calc --batch
        entente calc --list

      Typed numbers take the suffixes of their unit (55%, 450bp, 3.5m, 500k, 90d); in JSON they are \
      whole numbers in the units that --list --json names. --json without a value answers in JSON. \
      A wrong argument is named with its range; the status is then 2.
      """)

  @Flag(help: "List every calculation.")
  var list = false

  @Flag(help: "Answer JSON lines from standard input, one line each, in order.")
  var batch = false

  @Option(help: ArgumentHelp("The arguments as a JSON object.", valueName: "object"))
  var json: String?

  @Argument(help: "The name of the calculation.")
  var name: String?

  @Argument(help: "Its arguments.")
  var words: [String] = []

  func validate() throws {
    guard [list, batch, name != nil].count(where: \.self) == 1 else {
      throw ValidationError("Give the name of a calculation, --list or --batch; one of them.")
    }
    guard json == nil || isBareJSON || words.isEmpty else {
      throw ValidationError("Give the arguments in words or as --json, not both.")
    }
  }

  func run() throws {
    if list {
      return json == nil
        ? CalculatorText.list().forEach(Console.line) : Console.json(CalculatorJSON.list())
    }
    if batch { return CalcBatch.run() }
    do {
      try answer(name ?? "")
    } catch let error as CalcError {
      if json != nil { Console.json(CalculatorJSON.answer(error)) }
      throw Failure(.wrongUse, error.sentence)
    } catch let error as JSONError {
      throw Failure(.wrongUse, "The value of --json cannot be read: \(error)")
    }
  }

  private func answer(_ name: String) throws {
    guard let json else {
      return try CalculatorText.lines(name, words: words).forEach(Console.line)
    }
    let arguments =
      isBareJSON
      ? try Calculator.find(name).parse(words) : try CalculatorJSON.arguments(json)
    Console.json(CalculatorJSON.answer(try Calculator.evaluate(name, arguments: arguments)))
  }

  /// What stands for the value of a `--json` that has none.
  private static let bare = " "

  /// Whether JSON is only wanted in the answer.
  private var isBareJSON: Bool { json == Self.bare }

  /// The arguments with a value behind a `--json` that has none, as the parser wants it.
  static func completing(_ arguments: [String]) -> [String] {
    guard arguments.first == "calc" else { return arguments }
    return arguments.indices.flatMap { index in
      let next = index + 1 < arguments.count ? arguments[index + 1] : nil
      let hasValue = next.map { !$0.hasPrefix("-") } ?? false
      return arguments[index] == "--json" && !hasValue ? ["--json", bare] : [arguments[index]]
    }
  }
}
