import EntenteModel

extension ConditionParser {
  /// The metric with its arguments, nil if they do not fit its rule.
  mutating func check(
    _ arguments: [ConditionToken], against rule: MetricRule, at offset: Int
  ) -> CardMetric? {
    guard arguments.count == rule.arguments.count else {
      problems.append(
        Problem(
          offset: offset, name: "bad-condition",
          sentence: "\"\(rule.name)\" needs \(rule.arguments.count) names in brackets."))
      return nil
    }
    let texts = zip(arguments, rule.arguments).map { text(of: $0, as: $1) }
    return problems.isEmpty
      ? CardMetric(name: rule.name, arguments: texts.compactMap { $0 }) : nil
  }

  private mutating func text(of token: ConditionToken, as argument: MetricArgument) -> String? {
    if case .number(let number) = token.kind {
      if case .turns = argument { return String(number) }
      return refuse("\(number)", at: token, "name", [])
    }
    guard case .word(let word) = token.kind else { return nil }
    switch argument {
    case .state: return among(names.states + team, word, token, "state")
    case .stateOrAll: return among(names.states + team + ["*", "all"], word, token, "state")
    case .programme: return among(names.programmes, word, token, "programme")
    case .programmeOrAll: return among(names.programmes + ["*"], word, token, "programme")
    case .theatre: return among(names.theatres, word, token, "theatre")
    case .domain: return among(CommonKeys.domains, word.lowercased(), token, "domain")
    case .clause: return among(FormatKeys.clauses, word, token, "clause")
    case .input: return among(CommonKeys.inputs, word, token, "input")
    case .pools: return among(["pools"], word, token, "word")
    case .turns: return refuse(word, at: token, "number of turns", [])
    }
  }

  private var team: [String] { allowsTeam ? ["team"] : [] }

  private mutating func among(
    _ known: [String], _ word: String, _ token: ConditionToken, _ kind: String
  ) -> String? {
    known.contains(word) ? word : refuse(word, at: token, kind, known)
  }

  private mutating func refuse(
    _ word: String, at token: ConditionToken, _ kind: String, _ known: [String]
  ) -> String? {
    let hint = known.isEmpty ? "write one." : Hint.nearest(to: word, in: known)
    let name = kind.split(separator: " ")[0]
    problems.append(
      Problem(
        offset: token.offset, name: "unknown-\(name)",
        sentence: "\"\(word.clipped)\" is not a \(kind) here; \(hint)"))
    return nil
  }
}
