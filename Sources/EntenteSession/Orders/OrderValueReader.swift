import EntenteModel

/// Reads the value of one parameter of an order.
struct OrderValueReader {
  let parameter: OrderParameter
  let exercise: Exercise

  private var scenario: Scenario { exercise.scenario }

  func read(_ typed: String) throws(Refusal) -> ParameterValue {
    let text = typed.lowercased()
    switch parameter.type {
    case .domain: return .word(try word(text, scenario.parameters.domains.map(\.rawValue)))
    case .domains(let count): return .words(try domains(text, count: count))
    case .sector: return .word(try word(text, Sector.allCases.map(\.rawValue)))
    case .input: return .word(try word(text, Input.allCases.map(\.rawValue)))
    case .money:
      let number = try number(typed) { text throws(NumberFault) in try TypedNumber.money(text) }
      return .integer(number)
    case .lots:
      let number = try number(typed) { text throws(NumberFault) in try TypedNumber.lots(text) }
      guard number > 0 else { throw bad(typed, "more than 0 lots") }
      return .integer(number)
    case .pct(let range): return .integer(try percent(typed, in: range))
    case .level(let levels):
      let number = try percent(typed, in: 0...10_000)
      guard levels.contains(number) else {
        throw bad(
          typed, levels.map { TypedNumber.printed(pct: $0) }.joined(separator: ", "))
      }
      return .integer(number)
    case .int(let range): return .integer(try whole(typed, in: range))
    case .price:
      if text == "cost" || text == "list" { return .word(text) }
      let number = try number(typed) { text throws(NumberFault) in try TypedNumber.money(text) }
      return .integer(number)
    case .flag:
      guard let flag = TypedNumber.flag(text) else { throw bad(typed, "yes or no") }
      return .flag(flag)
    default: return try readName(typed, text)
    }
  }

  /// Names of things of the exercise and the session.
  private func readName(_ typed: String, _ text: String) throws(Refusal) -> ParameterValue {
    let states = scenario.states.map(\.id.text)
    switch parameter.type {
    case .state: return .word(try word(text, states))
    case .stateOr(let other): return .word(try word(text, states + [other]))
    case .statesOrAll:
      if text == "all" { return .words([]) }
      var named: Set<String> = []
      for part in text.split(separator: ",") { named.insert(try word(String(part), states)) }
      return .words(named.sorted())
    case .line: return .word(try line(text))
    case .programme: return .word(try word(text, scenario.programmes.map(\.id.text)))
    case .theatre: return .word(try word(text, scenario.theatres.map(\.id.text)))
    case .deal: return .word(text.uppercased())
    case .clause: return .word(text)
    case .clauses:
      return .words(text.split(separator: ",").map(String.init))
    case .duty: return .word(duty(typed))
    case .word(let words): return .word(try word(text, words))
    case .inject: return .word(try word(text, scenario.injects.map(\.id.text)))
    default: return .word(text)
    }
  }

  /// Duties are `DEAL.CLAUSE.DEBTOR[.CREDITOR]`: the deal in capitals, the rest small.
  private func duty(_ typed: String) -> String {
    var parts = typed.split(separator: ".", omittingEmptySubsequences: false).map {
      $0.lowercased()
    }
    if let deal = parts.first { parts[0] = deal.uppercased() }
    return parts.joined(separator: ".")
  }

  private func line(_ text: String) throws(Refusal) -> String {
    let all = scenario.states.flatMap { state in
      scenario.programmes.map { "\(state.id)-\($0.id)" }
    }
    return try word(text, all)
  }

  private func domains(_ text: String, count: Int) throws(Refusal) -> [String] {
    var named: Set<String> = []
    for part in text.split(separator: ",") {
      named.insert(try word(String(part), scenario.parameters.domains.map(\.rawValue)))
    }
    guard named.count == count else { throw bad(text, "\(count) different domains") }
    return named.sorted()
  }

  private func word(_ text: String, _ words: [String]) throws(Refusal) -> String {
    let canonical = exercise.vocabulary.canonical(text)
    if words.contains(canonical) { return canonical }
    let near = NearestWord.find(text, among: words).map { "; did you mean \($0)?" } ?? ""
    let listed = words.count > 12 ? words.prefix(12) + ["…"] : words[...]
    throw bad(text, "one of \(listed.joined(separator: ", "))\(near)")
  }

  private func percent(_ text: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
    let number = try number(text) { text throws(NumberFault) in try TypedNumber.pct(text) }
    guard range.contains(number) else {
      throw bad(
        text,
        "\(TypedNumber.printed(pct: range.lowerBound)) to "
          + "\(TypedNumber.printed(pct: range.upperBound))")
    }
    return number
  }

  private func whole(_ text: String, in range: ClosedRange<Int>) throws(Refusal) -> Int {
    let number = try number(text) { text throws(NumberFault) in try TypedNumber.int(text) }
    guard range.contains(number) else {
      throw bad(text, "\(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func number(
    _ text: String, _ read: (String) throws(NumberFault) -> Int
  ) throws(Refusal) -> Int {
    do { return try read(text.lowercased()) } catch { throw bad(text, error.sentence) }
  }

  private func bad(_ value: String, _ allowed: String) -> Refusal {
    .badArgument(name: parameter.name, value: value, allowed: allowed)
  }
}
