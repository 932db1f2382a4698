import EntenteModel

/// Prints the values of parameters as people type them.
struct ValuePrinter {
  /// The text whose clauses references mean.
  let text: DealText

  /// `value` of a parameter of `type`.
  func print(_ value: ParameterValue, _ type: ParameterType) -> String {
    switch value {
    case .null: ""
    case .flag(let flag): TypedNumber.printed(flag: flag)
    case .word(let word): word
    case .integer(let number): self.number(number, type)
    case .words(let words):
      type.isReferences ? references(words) : words.joined(separator: ",")
    case .amounts(let amounts): self.amounts(amounts, type)
    }
  }

  private func number(_ number: Int, _ type: ParameterType) -> String {
    if type == .duration, number == 0 { return "evergreen" }
    return (NumberUnit(type) ?? .int).printed(number)
  }

  private func amounts(_ amounts: [StateAmount], _ type: ParameterType) -> String {
    let unit = NumberUnit(type) ?? .int
    if case .moneyEach = type, let first = amounts.first,
      amounts.allSatisfy({ $0.value == first.value })
    {
      return unit.printed(first.value)
    }
    return amounts.map { "\($0.state):\(unit.printed($0.value))" }.joined(separator: ",")
  }

  /// Clauses by the word of their kind where all of that kind are meant, else by id.
  private func references(_ ids: [String]) -> String {
    let meant = Set(ids)
    let left = Set(text.clauses.filter { !meant.contains($0.id.text) }.map(\.kind))
    var words: [String] = []
    for id in ids {
      let kind = text.clause(ClauseID(id))?.kind
      let word = kind.map { left.contains($0) ? id : $0.rawValue } ?? id
      if !words.contains(word) { words.append(word) }
    }
    return words.joined(separator: ",")
  }
}
