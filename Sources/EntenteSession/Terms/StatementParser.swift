/// Reads the tokens of one statement: scope, keyword, parameters, conditions. It knows the shape of
/// the language and no word of it but `when`.
struct StatementParser {
  private let tokens: ArraySlice<TermsToken>
  private var index: Int
  private(set) var findings: [TermsFinding] = []

  private init(_ tokens: ArraySlice<TermsToken>) {
    self.tokens = tokens
    index = tokens.startIndex
  }

  /// The statements in `tokens`, and what has not the shape of a statement.
  static func read(
    _ tokens: [TermsToken]
  ) -> (statements: [WrittenStatement], findings: [TermsFinding]) {
    var statements: [WrittenStatement] = []
    var findings: [TermsFinding] = []
    for slice in tokens.split(whereSeparator: { $0.kind == .separator }) {
      var parser = StatementParser(slice)
      if let statement = parser.statement() { statements.append(statement) }
      findings += parser.findings
    }
    return (statements, findings)
  }

  private mutating func statement() -> WrittenStatement? {
    var scope: WrittenScope?
    if word != nil, isSymbol(at: index + 1, ",", ">", "+") { scope = self.scope() }
    guard let keyword = takeWord() else {
      noKeyword(after: scope)
      return nil
    }
    var statement = WrittenStatement(scope: scope, keyword: keyword)
    while token != nil { element(of: &statement) }
    return statement
  }

  private mutating func noKeyword(after scope: WrittenScope?) {
    if let token {
      report(.unknownWord, token, "\"\(token.typed)\" is no clause")
    } else if let scope {
      let typed = scope.first.first?.typed ?? ""
      findings.append(
        TermsFinding(.unknownWord, at: scope.place, near: typed, "No clause after these states"))
    }
  }

  private mutating func element(of statement: inout WrittenStatement) {
    if word?.text == "when", !isSymbol(at: index + 1, "=") {
      if let condition = condition() { statement.conditions.append(condition) }
    } else if let name = takeWord() {
      statement.parameters.append(parameter(name))
    } else if case .string(let text)? = token?.kind, let token {
      index += 1
      statement.strings.append(
        WrittenItem(form: .string(text), typed: token.typed, place: token.place))
    } else if let token {
      report(.unknownWord, token, "\"\(token.typed)\" is out of place")
      // What follows a stray sign belongs to it; reporting it too would only confuse.
      if case .symbol = token.kind, word != nil, !isSymbol(at: index + 1, "=") { index += 1 }
    }
  }

  // MARK: scope

  private mutating func scope() -> WrittenScope? {
    guard let place = token?.place else { return nil }
    let joint = tokens[index + 1]
    let first = handles(joinedBy: joint.kind == .symbol("+") ? "+" : ",")
    if joint.kind == .symbol("+") {
      if isSymbol(at: index, ",", ">") { return mixedScope() }
      return WrittenScope(place: place, first: first, second: nil)
    }
    guard isSymbol(at: index, ">") else { return mixedScope() }
    index += 1
    guard word != nil else {
      missingState()
      return nil
    }
    let second = handles(joinedBy: ",")
    if isSymbol(at: index, ">", "+") { return mixedScope() }
    return WrittenScope(place: place, first: first, second: second)
  }

  private mutating func handles(joinedBy symbol: String) -> [WrittenWord] {
    var words: [WrittenWord] = []
    while let word = takeWord() {
      words.append(word)
      guard isSymbol(at: index, symbol) else { break }
      index += 1
      if self.word == nil { missingState() }
    }
    return words
  }

  private mutating func missingState() {
    let near = token ?? tokens[tokens.endIndex - 1]
    findings.append(
      TermsFinding(.unknownState, at: near.place, near: near.typed, "A state is missing here"))
  }

  /// States are joined by both `+` and `,` or `>`: says so, and goes on at the keyword.
  private mutating func mixedScope() -> WrittenScope? {
    let near = token ?? tokens[tokens.endIndex - 1]
    findings.append(
      TermsFinding(
        .unknownWord, at: near.place, near: near.typed,
        "Write aster+borea for a group, aster,borea>cael for a direction"))
    while isSymbol(at: index, ",", ">", "+") {
      index += 1
      _ = takeWord()
    }
    return nil
  }

  // MARK: parameters

  private mutating func parameter(_ name: WrittenWord) -> WrittenParameter {
    guard isSymbol(at: index, "=") else { return WrittenParameter(name: name, items: nil) }
    index += 1
    var items: [WrittenItem] = []
    repeat {
      guard let item = item() else {
        findings.append(
          TermsFinding(
            .missingParameter, at: name.place, near: name.typed, "\"\(name.text)\" needs a value"))
        return WrittenParameter(name: name, items: items, isBroken: true)
      }
      items.append(item)
    } while takeSymbol(",")
    return WrittenParameter(name: name, items: items)
  }

  private mutating func item() -> WrittenItem? {
    guard let first = simpleItem() else { return nil }
    guard case .word = first.form, isSymbol(at: index, ":") else { return first }
    index += 1
    guard var item = simpleItem() else { return nil }
    item.owner = WrittenWord(
      text: first.typed.lowercased(), typed: first.typed, place: first.place)
    return item
  }

  private mutating func simpleItem() -> WrittenItem? {
    guard let token else { return nil }
    let form: WrittenItem.Form
    switch token.kind {
    case .word(let text): form = .word(text)
    case .number(let text): form = .number(text)
    case .string(let text): form = .string(text)
    case .symbol, .separator: return nil
    }
    index += 1
    return WrittenItem(form: form, typed: token.typed, place: token.place)
  }

  // MARK: conditions

  private mutating func condition() -> WrittenCondition? {
    guard let start = takeWord() else { return nil }
    var metric: [WrittenWord] = []
    repeat {
      guard let word = takeWord() else { return badCondition(start) }
      metric.append(word)
    } while takeSymbol(":")
    guard isSymbol(at: index, ">=", "<="), case .symbol(let comparison)? = token?.kind else {
      return badCondition(start)
    }
    index += 1
    guard let threshold = simpleItem(), let action = takeWord() else { return badCondition(start) }
    var condition = WrittenCondition(
      place: start.place, metric: metric, comparison: comparison, threshold: threshold,
      action: action)
    if action.text == "step" {
      guard let parameter = takeWord(), let value = simpleItem() else { return badCondition(start) }
      condition.parameter = parameter
      condition.value = value
    }
    return condition
  }

  private mutating func badCondition(_ start: WrittenWord) -> WrittenCondition? {
    findings.append(
      TermsFinding(
        .missingParameter, at: start.place, near: start.typed,
        "Write when METRIC >= NUMBER and activate, suspend or step NAME NUMBER"))
    index = tokens.endIndex
    return nil
  }

  // MARK: tokens

  private var token: TermsToken? { index < tokens.endIndex ? tokens[index] : nil }

  private var word: WrittenWord? {
    guard let token, case .word(let text) = token.kind else { return nil }
    return WrittenWord(text: text, typed: token.typed, place: token.place)
  }

  private mutating func takeWord() -> WrittenWord? {
    guard let word else { return nil }
    index += 1
    return word
  }

  private mutating func takeSymbol(_ symbol: String) -> Bool {
    guard isSymbol(at: index, symbol) else { return false }
    index += 1
    return true
  }

  private func isSymbol(at index: Int, _ symbols: String...) -> Bool {
    guard index < tokens.endIndex, case .symbol(let text) = tokens[index].kind else { return false }
    return symbols.contains(text)
  }

  private mutating func report(
    _ reason: TermsFinding.Reason, _ token: TermsToken, _ sentence: String
  ) {
    findings.append(TermsFinding(reason, at: token.place, near: token.typed, sentence))
    index += 1
  }
}
