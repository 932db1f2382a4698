import ArgumentParser
import EntenteExercise
import EntenteJSON
import EntenteJournal
import EntenteModel
import EntenteSession

struct Terms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the terms of a deal as the server would.",
    discussion: """
      Example:
        entente terms first-accord --from borea --to cael \\
          'borea>cael offtake programme=lantern lots=12; term duration=4'

      Prints the canonical JSON that the parties would sign, its SHA-256 and the terms in normal \
      form; or what is wrong, with columns, and then the status is 1.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Option(help: "The state that offers.")
  var from: String

  @Option(help: "The states it is offered to, with commas.")
  var to: String

  @Option(help: "The turn in which it is tabled.")
  var turn = 1

  @Option(help: "A format of the exercise (default: its first).")
  var format: String?

  @Flag(help: "Answer in JSON.")
  var json = false

  @Argument(help: "A name or a folder.")
  var exercise: String

  @Argument(help: "The terms in one line, or as JSON.")
  var text: String

  func run() throws {
    let loaded = try exercises.shelf().load(exercise, format: format).exercise
    var vocabulary = loaded.vocabulary
    guard (1...vocabulary.lastTurn).contains(turn) else {
      throw Failure(
        .wrongUse, "--turn is 1 to \(vocabulary.lastTurn) in this exercise, not \(turn).")
    }
    vocabulary.turn = turn
    let sender = try Self.state(from, "--from", in: vocabulary)
    let addressees = try to.split(separator: ",").map {
      try Self.state(String($0), "--to", in: vocabulary)
    }
    guard !addressees.isEmpty else { throw Failure(.wrongUse, "--to names at least one state.") }
    switch DealReader.read(
      text, sender: sender, addressees: addressees, vocabulary: vocabulary, column: 1)
    {
    case .findings(let findings): try report(findings)
    case .text(let deal): try report(deal, TermsForm.check(deal, vocabulary: vocabulary))
    }
  }

  private static func state(
    _ name: String, _ option: String, in vocabulary: Vocabulary
  ) throws(Failure) -> StateID {
    let typed = name.trimmingPrefix { $0 == " " }.lowercased()
    let state = StateID(vocabulary.canonical(typed))
    guard vocabulary.states.contains(state) else {
      let known = vocabulary.states.map(\.text)
      let hint = Nearest.hint(typed, among: known)
      throw Failure(
        .wrongUse,
        "\(option) names no state of this exercise: \"\(name)\"\(hint)"
          + (hint == "." ? " There are: \(known.joined(separator: ", "))." : ""))
    }
    return state
  }

  private func report(_ deal: DealText, _ refusals: [TermsRefusal]) throws {
    let canonical = CanonicalDeal.value(deal)
    let hash = CanonicalDeal.identity(deal, sha256: HashChain.digest)
    let normal = TermsPrinter.print(deal)
    if json {
      var answer: JSONObject = [
        "canonical": canonical, "sha256": .string(hash), "normal": .string(normal),
      ]
      if !refusals.isEmpty {
        answer = JSONObject(
          answer.members + [JSONMember("refusals", .array(refusals.map(Self.json)))])
      }
      Console.json(JSONValue.object(answer).canonicalText)
    } else if refusals.isEmpty {
      Console.line("json:    \(canonical.canonicalText)")
      Console.line("sha-256: \(hash)")
      Console.line("normal:  \(normal)")
    } else {
      for refusal in refusals {
        let clause = refusal.clause.map { " \($0)" } ?? ""
        Console.line("\(refusal.code) \(refusal.name)\(clause): \(refusal.sentence)")
      }
    }
    if !refusals.isEmpty { throw ExitCode(ExitStatus.wrong.rawValue) }
  }

  private func report(_ findings: [TermsFinding]) throws {
    if json {
      Console.json(
        JSONValue.object(["findings": .array(findings.map(Self.json))]).canonicalText)
    } else {
      for finding in findings {
        Console.line("column \(finding.column), \(finding.reason.rawValue): \(finding.sentence)")
      }
    }
    throw ExitCode(ExitStatus.wrong.rawValue)
  }

  private static func json(_ finding: TermsFinding) -> JSONValue {
    [
      "reason": .string(finding.reason.rawValue), "column": .int(finding.column),
      "near": .string(finding.near), "nearest": finding.nearest.map(JSONValue.string) ?? .null,
      "sentence": .string(finding.sentence),
    ]
  }

  private static func json(_ refusal: TermsRefusal) -> JSONValue {
    [
      "code": .string(refusal.code), "refusal": .string(refusal.name),
      "clause": refusal.clause.map { .string($0.text) } ?? .null,
      "sentence": .string(refusal.sentence),
    ]
  }
}
