import EntenteModel
import EntenteSession

/// Puts the exercise together from what was read, for one format. Missing values have been reported
/// by then and are filled with anything, so that all further checks still run; the result is thrown
/// away if there was an error.
struct Assembly {
  let reading: PackageReading
  let formatName: String
  let format: Fields
  /// Ascending, which is the order of every array by state.
  let stateNames: [String]
  /// Ascending, which is the order of every array by programme.
  let programmeNames: [String]
  /// As in the package.
  let theatreNames: [String]
  /// All of the package, also those this format is played without.
  let allStates: [String]
  /// All of the package, also those this format is played without.
  let allProgrammes: [String]
  let turns: Int
  let turnDays: Int
  private let amountsPer: Int
  private(set) var findings: [Finding] = []

  init(_ reading: PackageReading, format name: String) {
    self.reading = reading
    formatName = name
    format = reading.exercise.record("formats")?.record(name) ?? Fields()
    allStates = Set(reading.states.compactMap { $0.text("id") }).sorted()
    allProgrammes = Set(reading.programmes.compactMap { $0.text("id") }).sorted()
    let states = format.texts("states")
    let programmes = format.texts("programmes")
    stateNames = states.isEmpty ? allStates : allStates.filter(states.contains)
    programmeNames =
      programmes.isEmpty ? allProgrammes : allProgrammes.filter(programmes.contains)
    theatreNames = reading.world.records("theatres").compactMap { $0.text("id") }
    turns = format.number("turns") ?? 1
    turnDays = format.number("turnDays") ?? reading.exercise.number("turnDays") ?? 180
    amountsPer = reading.exercise.number("amountsPer") ?? 180
  }

  /// An amount a turn, from the days the cards are written for to the days of a turn here.
  func perTurn(_ amount: Int) -> Int { rdiv(amount * turnDays, amountsPer) }

  /// A price for an amount a turn: it moves the other way, so that capacity costs what it did.
  func pricePerTurn(_ price: Int) -> Int { max(1, rdiv(price * amountsPer, turnDays)) }

  /// How states are named here: `real`, `alias` or `fictional`; nil if nothing is said.
  var naming: String? { format.text("names") ?? reading.exercise.text("names") }

  /// The keys of the rules that were given.
  var rules: Fields { reading.exercise.record("rules") ?? Fields() }

  // MARK: findings

  mutating func report(
    _ file: String, line: Int, column: Int, _ name: String, _ sentence: String,
    as severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(severity, file: file, line: line, column: column, name: name, sentence))
  }

  mutating func report(
    _ file: String, _ field: Field, _ name: String, _ sentence: String,
    as severity: Finding.Severity = .error
  ) {
    report(
      field.file ?? file, line: field.line, column: field.column, name, sentence, as: severity)
  }

  mutating func report(
    _ file: String, _ fields: Fields, _ name: String, _ sentence: String,
    as severity: Finding.Severity = .error
  ) {
    report(
      fields.file ?? file, line: fields.line, column: fields.column, name, sentence, as: severity)
  }

  /// Reports shares under `key` that do not make up a whole.
  mutating func checkWhole(_ file: String, _ fields: Fields, key: String, whole: Int = 10_000) {
    guard let field = fields[key], let shares = field.record else { return }
    let sum = shares.numbers.reduce(0) { $0 + $1.value }
    guard sum != whole else { return }
    let unit: NumberText.Unit = whole == 10_000 ? .share : .count
    report(
      file, field, "shares-not-whole",
      "\"\(key)\" sums to \(Wording.number(sum, unit)), not \(Wording.number(whole, unit)).")
  }

  /// Reports what a parser found `offset` characters into the text of `field`.
  mutating func report(
    _ file: String, _ field: Field, offset: Int, _ name: String, _ sentence: String
  ) {
    let column = field.textColumn.map { $0 + offset } ?? field.column
    report(field.file ?? file, line: field.line, column: column, name, sentence)
  }
}
