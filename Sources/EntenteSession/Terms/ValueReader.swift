import EntenteModel

/// Turns what stands after `name=` into the value of a parameter, with all findings about it.
struct ValueReader {
  let vocabulary: Vocabulary
  let parties: [StateID]
  /// The states the clause binds, sorted.
  var bound: [StateID] = []
  var references = ReferenceTable()
  var findings: [TermsFinding] = []

  init(vocabulary: Vocabulary, parties: [StateID]) {
    self.vocabulary = vocabulary
    self.parties = parties
  }

  /// The value of `written`, nil if a finding was made.
  mutating func value(_ written: WrittenParameter, _ spec: ParameterSpec) -> ParameterValue? {
    guard let items = written.items else {
      if spec.type == .flag { return .flag(true) }
      findings.append(
        TermsFinding(
          .missingParameter, at: written.name.place, near: written.name.typed,
          "\"\(spec.name)\" needs a value"))
      return nil
    }
    let before = findings.count
    let value = read(Reading(spec: spec, name: written.name, items: items))
    return findings.count == before ? value : nil
  }

  /// A parameter on its way from text to value.
  struct Reading {
    var spec: ParameterSpec
    var name: WrittenWord
    var items: [WrittenItem]
  }

  private mutating func read(_ reading: Reading) -> ParameterValue? {
    switch reading.spec.type {
    case .programme, .theatre, .family, .sector, .domain, .state, .agency, .word, .flag:
      return single(reading).flatMap { one($0, reading) }
    case .pct, .money, .lots, .int, .duration, .price:
      return single(reading).flatMap { number($0, reading) }
    case .sectors, .domains, .inputs, .states, .words, .references:
      return list(reading)
    case .shares, .moneyEach, .lotsEach:
      return amounts(reading).map(ParameterValue.amounts)
    }
  }

  /// The one item of the value, which names no state.
  private mutating func single(_ reading: Reading) -> WrittenItem? {
    let items = reading.items
    guard let first = items.first else {
      report(.missingParameter, reading.name, "\"\(reading.spec.name)\" needs a value")
      return nil
    }
    if items.count > 1 {
      if !decimalComma(items, at: 1) {
        report(.unknownValue, items[1], "\"\(reading.spec.name)\" takes one value")
      }
      return nil
    }
    return first
  }

  /// Reports a number that was cut in two by a comma, the second part at `index`.
  mutating func decimalComma(_ items: [WrittenItem], at index: Int) -> Bool {
    guard case .number(let whole) = items[index - 1].form,
      case .number(let part) = items[index].form,
      items[index].owner == nil, whole.allSatisfy(\.isWholeNumber)
    else { return false }
    report(.badNumber, items[index - 1], "Use a point for decimals: \(whole).\(part)")
    return true
  }

  private mutating func one(_ item: WrittenItem, _ reading: Reading) -> ParameterValue? {
    if case .flag(let value) = item.form, reading.spec.type == .flag { return .flag(value) }
    guard let word = word(item, reading) else { return nil }
    switch reading.spec.type {
    case .state(let scope):
      return state(wordOf(item, word), scope).map { .word($0.text) }
    case .agency:
      if word == "office" { return .word(word) }
      return state(wordOf(item, word), .party).map { .word($0.text) }
    case .flag:
      if let value = TypedNumber.flag(word) { return .flag(value) }
      return unknown(item, word, ["no", "yes"], "no answer to \"\(reading.spec.name)\"")
    default:
      return known(item, word, reading).map(ParameterValue.word)
    }
  }

  /// The word of `item`; a number, a text in quotes and a state before it are reported.
  mutating func word(_ item: WrittenItem, _ reading: Reading) -> String? {
    if let owner = item.owner {
      report(.unknownValue, owner, "\"\(reading.spec.name)\" takes no state and number")
      return nil
    }
    guard case .word(let word) = item.form else {
      let valid = vocabulary.words(for: reading.spec.type) ?? []
      let hint = valid.isEmpty ? (tail: ".", nearest: nil) : NearestWord.hint("", among: valid)
      findings.append(
        TermsFinding(
          .unknownValue, at: item.place, near: item.typed,
          "\"\(reading.spec.name)\" takes a name, not \(item.typed.prefix(TermsFinding.nearLimit))",
          tail: hint.tail))
      return nil
    }
    return word
  }

  /// The word as it is known here, from the list its type allows.
  mutating func known(_ item: WrittenItem, _ word: String, _ reading: Reading) -> String? {
    let type = reading.spec.type
    let name = type.isNamed ? vocabulary.canonical(word) : word
    guard let valid = vocabulary.words(for: type) else {
      if Self.isName(name) { return name }
      report(.unknownValue, item, "A name has letters, digits and hyphens, 40 at most")
      return nil
    }
    if valid.contains(name) { return name }
    _ = unknown(item, word, valid, type.article(reading.spec.name))
    return nil
  }

  /// Reports a word that is none of `valid`.
  mutating func unknown(
    _ item: WrittenItem, _ word: String, _ valid: [String], _ what: String
  ) -> ParameterValue? {
    let hint = NearestWord.hint(word, among: valid)
    findings.append(
      TermsFinding(
        .unknownValue, at: item.place, near: item.typed, "\"\(word)\" is \(what)",
        tail: hint.tail, nearest: hint.nearest
      ).showing([]))
    return nil
  }

  private func wordOf(_ item: WrittenItem, _ text: String) -> WrittenWord {
    WrittenWord(text: text, typed: item.typed, place: item.place)
  }

  mutating func report(_ reason: TermsFinding.Reason, _ item: WrittenItem, _ sentence: String) {
    findings.append(TermsFinding(reason, at: item.place, near: item.typed, sentence))
  }

  mutating func report(_ reason: TermsFinding.Reason, _ word: WrittenWord, _ sentence: String) {
    findings.append(TermsFinding(reason, at: word.place, near: word.typed, sentence))
  }
}
