import EntenteModel

extension ValueReader {
  /// A single number, or the word its type allows beside numbers.
  mutating func number(_ item: WrittenItem, _ reading: Reading) -> ParameterValue? {
    let spec = reading.spec
    guard let unit = NumberUnit(spec.type) else {
      preconditionFailure("only numbers are read as numbers")
    }
    if let owner = item.owner {
      report(.badNumber, owner, "\"\(spec.name)\" takes one number, and no state")
      return nil
    }
    if case .word(let word) = item.form {
      if spec.type == .duration, word == "evergreen" { return .integer(0) }
      if case .price = spec.type, word == "cost" || word == "list" { return .word(word) }
    }
    guard let value = number(item, unit, alone: reading) else { return nil }
    if spec.type == .duration, value == 0, case .number = item.form {
      report(.outOfRange, item, "\(spec.name) is 1 to 40 or evergreen, not 0")
      return nil
    }
    guard let range = spec.type.range else { return .integer(value) }
    return inRange(value, range, unit, item, spec.name) ? .integer(value) : nil
  }

  /// The number of `item` in canonical units. What is wrong with the whole of a parameter that is
  /// one number (`alone`) is reported at its name, everything else at the item.
  mutating func number(
    _ item: WrittenItem, _ unit: NumberUnit, alone reading: Reading? = nil
  ) -> Int? {
    switch item.form {
    case .exact(let value): return value
    case .number(let text):
      do { return try unit.read(text) } catch {
        let isWhole = error.reason == .unitMissing || error.reason == .tooFine
        let place = isWhole ? reading?.name.place ?? item.start : item.place
        let near =
          isWhole && reading != nil ? "\(reading?.name.typed ?? "")=\(item.typed)" : item.typed
        findings.append(TermsFinding(error.reason, at: place, near: near, error.sentence))
        return nil
      }
    case .word, .string, .flag:
      report(.badNumber, item, "\"\(item.typed.prefix(TermsFinding.nearLimit))\" is not a number")
      return nil
    }
  }

  /// Whether `value` is in `range`; reports it otherwise.
  mutating func inRange(
    _ value: Int, _ range: ClosedRange<Int>, _ unit: NumberUnit, _ item: WrittenItem, _ name: String
  ) -> Bool {
    if range.contains(value) { return true }
    let low = unit.printed(range.lowerBound)
    let high = unit.printed(range.upperBound)
    report(.outOfRange, item, "\(name) is \(low) to \(high), not \(unit.printed(value))")
    return false
  }

  /// Shares, sums or quantities by state, sorted by state.
  mutating func amounts(_ reading: Reading) -> [StateAmount]? {
    let type = reading.spec.type
    if type == .shares, reading.items.count == 1, reading.items[0].form == .word("equal"),
      reading.items[0].owner == nil
    {
      return bound.isEmpty ? [] : StateAmount.equalShares(bound)
    }
    if case .moneyEach(let range) = type, reading.items.count == 1, reading.items[0].owner == nil {
      let item = reading.items[0]
      guard let sum = number(item, .money, alone: reading),
        inRange(sum, range, .money, item, reading.spec.name)
      else { return nil }
      return bound.map { StateAmount(state: $0, value: sum) }
    }
    return byState(reading)
  }

  private mutating func byState(_ reading: Reading) -> [StateAmount]? {
    guard let unit = NumberUnit(reading.spec.type) else {
      preconditionFailure("only numbers are read as numbers")
    }
    let range = reading.spec.type.rangeEach
    var found: [StateID: TermsPlace] = [:]
    var amounts: [StateAmount] = []
    for (index, item) in reading.items.enumerated() {
      guard let owner = item.owner else {
        if index > 0, decimalComma(reading.items, at: index) { continue }
        if index + 1 < reading.items.count, decimalCommaFollows(reading.items, index) { continue }
        report(
          .unknownState, item,
          "Say whose it is, as in \(bound.first?.text ?? "aster"):\(item.typed)")
        continue
      }
      // The number before a decimal comma is reported with the part after it.
      if index + 1 < reading.items.count, decimalCommaFollows(reading.items, index) { continue }
      guard let state = state(owner, .bound) else { continue }
      if let first = found.updateValue(owner.place, forKey: state) {
        twice(owner, first)
        continue
      }
      guard let value = number(item, unit), inRange(value, range, unit, item, reading.spec.name)
      else { continue }
      amounts.append(StateAmount(state: state, value: value))
    }
    return completed(amounts, reading.spec.type)
  }

  /// Shares keep exactly the states named; sums and quantities stand for every bound state.
  private func completed(_ amounts: [StateAmount], _ type: ParameterType) -> [StateAmount] {
    var amounts = amounts
    if type != .shares {
      for state in bound where !amounts.contains(where: { $0.state == state }) {
        amounts.append(StateAmount(state: state, value: 0))
      }
    }
    return amounts.sorted { $0.state < $1.state }
  }

  private func decimalCommaFollows(_ items: [WrittenItem], _ index: Int) -> Bool {
    guard case .number(let whole) = items[index].form, case .number = items[index + 1].form else {
      return false
    }
    return items[index + 1].owner == nil && whole.allSatisfy(\.isWholeNumber)
  }

  /// Reports something that stands twice; `first` is the place of the first.
  mutating func twice(_ word: WrittenWord, _ first: TermsPlace) {
    findings.append(
      TermsFinding(
        .duplicateParameter, at: word.place, near: word.typed, "\"\(word.text)\" is given twice"
      ).showing([first, word.place]))
  }
}

extension ParameterType {
  /// The range of each number in a value by state.
  var rangeEach: ClosedRange<Int> {
    switch self {
    case .moneyEach(let range), .lotsEach(let range): range
    default: 0...10_000
    }
  }
}
