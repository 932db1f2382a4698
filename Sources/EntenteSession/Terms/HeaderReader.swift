import EntenteModel

/// Reads the headers of a deal into a text.
struct HeaderReader {
  /// Reads the header `statement` called `name` into `text`; findings stand in `reader`.
  static func read(
    _ statement: WrittenStatement, _ name: HeaderName, into text: inout DealText,
    _ reader: inout ValueReader
  ) {
    refuseExtras(statement, takesText: name == .title, &reader)
    reader.bound = reader.parties
    switch name {
    case .purpose:
      guard let rule = rule(statement, Purpose.allCases.map(\.rawValue), &reader) else { return }
      text.purpose = Purpose(rawValue: rule) ?? .enhance
      _ = numbers(statement, name, [], &reader)
    case .visibility: visibility(statement, into: &text, &reader)
    case .entry: entry(statement, into: &text, &reader)
    case .accession: accession(statement, into: &text, &reader)
    case .title: title(statement, into: &text, &reader)
    }
  }

  /// Reads `gov` or `term` into `text`.
  static func read(
    _ statement: WrittenStatement, _ kind: ClauseKind, into text: inout DealText,
    _ reader: inout ValueReader
  ) {
    refuseExtras(statement, takesText: false, &reader)
    reader.bound = reader.parties
    guard let read = ParameterReader.read(statement, kind.entry, &reader) else { return }
    if kind == .term {
      text.term = DealTerm(parameters: read.parameters)
      return
    }
    let governance = DealGovernance(parameters: read.parameters)
    if governance.mode == .lead, governance.lead == nil {
      ParameterReader.report(statement.keyword, "gov mode=lead", ["lead"], "and", &reader)
    } else if governance.mode != .lead, governance.lead != nil,
      let written = statement.parameters.first(where: { $0.name.text == "lead" })
    {
      reader.report(.unknownParameter, written.name, "\"lead\" goes with mode=lead")
    }
    text.governance = governance
  }

  // MARK: one header each

  private static func visibility(
    _ statement: WrittenStatement, into text: inout DealText, _ reader: inout ValueReader
  ) {
    guard let rule = rule(statement, ["parties", "public", "secret"], &reader) else { return }
    let first = reader.vocabulary.turn + 1
    // In the last turn nothing is left to hide until; the range stays one turn wide.
    let until = ParameterSpec(
      "until", .int(first...max(first, reader.vocabulary.lastTurn)), .required, "")
    let read = numbers(statement, .visibility, rule == "secret" ? [until] : [], &reader)
    switch rule {
    case "public": text.visibility = .public
    case "secret": if let turn = read?["until"]?.number { text.visibility = .secret(until: turn) }
    default: text.visibility = .parties
    }
  }

  private static func entry(
    _ statement: WrittenStatement, into text: inout DealText, _ reader: inout ValueReader
  ) {
    guard let rule = rule(statement, ["all", "lead", "of"], &reader) else { return }
    let count = max(2, reader.parties.count)
    let specs = [
      "of": [ParameterSpec("count", .int(2...count), .required, "")],
      "lead": [
        ParameterSpec("state", .state(.party), .required, ""),
        ParameterSpec("plus", .int(1...(count - 1)), .required, ""),
      ],
    ]
    guard let read = numbers(statement, .entry, specs[rule] ?? [], &reader) else { return }
    if rule == "of", let count = read["count"]?.number {
      text.entry = .of(count: count)
    } else if rule == "lead", case .word(let state)? = read["state"],
      let plus = read["plus"]?.number
    {
      text.entry = .lead(state: StateID(state), plus: plus)
    } else {
      text.entry = .all
    }
  }

  /// The parameters of `accession open`, in the order in which they are printed.
  static let openAccession = [
    ParameterSpec("sec", .pct(0...10_000), .value(.integer(0)), "Least security."),
    ParameterSpec("val", .pct(0...10_000), .value(.integer(0)), "Least mean values."),
    ParameterSpec("fee", .money(0...10_000_000), .value(.integer(0)), "What a newcomer pays."),
  ]

  private static func accession(
    _ statement: WrittenStatement, into text: inout DealText, _ reader: inout ValueReader
  ) {
    let rules = ["closed", "majority", "open", "unanimity"]
    guard let rule = rule(statement, rules, &reader),
      let read = numbers(statement, .accession, rule == "open" ? openAccession : [], &reader)
    else { return }
    switch rule {
    case "open":
      text.accession = .open(
        security: BasisPoints(read["sec"]?.number ?? 0),
        values: BasisPoints(read["val"]?.number ?? 0), fee: Money(read["fee"]?.number ?? 0))
    case "unanimity": text.accession = .unanimity
    case "majority": text.accession = .majority
    default: text.accession = .closed
    }
  }

  private static func title(
    _ statement: WrittenStatement, into text: inout DealText, _ reader: inout ValueReader
  ) {
    for parameter in statement.parameters {
      reader.report(.unknownParameter, parameter.name, "A title is written in quotes")
    }
    guard let first = statement.strings.first, case .string(let title) = first.form else {
      if statement.parameters.isEmpty {
        reader.report(.missingParameter, statement.keyword, "\"title\" needs a text in quotes")
      }
      return
    }
    for string in statement.strings.dropFirst() {
      reader.report(.duplicateParameter, string, "A deal has one title")
    }
    let count = title.unicodeScalars.count
    if count > DealText.titleLimit {
      reader.report(
        .outOfRange, first, "A title has 0 to \(DealText.titleLimit) characters, not \(count)")
    } else if title.unicodeScalars.contains(where: \.isUnsafeToShow) {
      reader.report(.unknownValue, first, "This title has a character that cannot be shown")
    }
    text.title = title
  }
}
