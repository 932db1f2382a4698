extension CalcArgument {
  /// Refuses a value that this argument does not take. Relations to other arguments are held by
  /// `checkRelations`, once all of them stand by themselves.
  func check(_ value: CalcValue) throws(CalcError) {
    if let fault = kind.fault(in: value) { throw error(value, fault) }
  }

  /// Refuses a value that does not fit the other arguments, each of which is valid by itself.
  func checkRelations(_ value: CalcValue, among inputs: CalcInputs) throws(CalcError) {
    if let companion, case .list(let items) = value {
      let length = inputs.items(companion).count
      guard items.count == length else {
        throw error(value, "has \(items.count) items where `\(companion)` has \(length)")
      }
    }
    switch kind {
    case .pairs(let states, _, _):
      try checkKeys(of: value, among: inputs.strings(states), complete: true)
    case .pairWords(let states, _):
      try checkKeys(of: value, among: inputs.strings(states), complete: false)
    default:
      break
    }
  }

  private func checkKeys(
    of value: CalcValue, among states: [String], complete: Bool
  ) throws(CalcError) {
    guard case .object(let pairs) = value else { return }
    let given = Set(pairs.map(\.0))
    var known: Set<String> = []
    for (index, low) in states.enumerated() {
      for high in states[(index + 1)...] {
        let key = "\(low)|\(high)"
        known.insert(key)
        if complete && !given.contains(key) { throw error(value, "lacks the pair \"\(key)\"") }
      }
    }
    for (key, _) in pairs where !known.contains(key) {
      throw error(value, "has \"\(key)\", which is no pair of the states in ascending order")
    }
  }

  /// The error of this argument.
  func error(_ value: CalcValue?, _ detail: String) -> CalcError {
    .badArgument(argument: name, value: value, allowed: allowed, detail: detail)
  }
}

extension CalcArgument.Kind {
  /// What is wrong with a value, if anything; a phrase that follows the name of the argument.
  func fault(in value: CalcValue) -> String? {
    switch (self, value) {
    case (.integer(let range, _), .int(let number)):
      range.contains(number) ? nil : "is \(number)"
    case (.boolean, .bool): nil
    case (.choice(let words), .string(let word)): words.contains(word) ? nil : "is \(value)"
    case (.list(let count, let item), .list(let items)):
      Self.countFault(items, count) ?? Self.itemFault(items, item)
    case (.shares(let count), .list(let items)): Self.sharesFault(items, count)
    case (.record(let fields), .object(let pairs)): Self.recordFault(pairs, fields)
    case (.states(let count), .list(let items)): Self.statesFault(items, count)
    case (.pairs(_, let range, let unit), .object(let pairs)):
      Self.entryFault(pairs, .integer(range, unit: unit))
    case (.pairWords(_, let words), .object(let pairs)):
      // A family named twice counts once, so the length is bounded by the size of the text alone.
      Self.entryFault(pairs, .list(0...Int.max, of: .choice(words)))
    default: "is \(value)"
    }
  }

  private static func countFault(_ items: [CalcValue], _ count: ClosedRange<Int>) -> String? {
    count.contains(items.count) ? nil : "has \(items.count) items"
  }

  private static func itemFault(_ items: [CalcValue], _ kind: Self) -> String? {
    for (index, item) in items.enumerated() {
      if let fault = kind.fault(in: item) { return "item \(index + 1) \(fault)" }
    }
    return nil
  }

  private static func sharesFault(_ items: [CalcValue], _ count: ClosedRange<Int>) -> String? {
    let share = Self.integer(0...10_000, unit: "bp")
    if let fault = countFault(items, count) ?? itemFault(items, share) { return fault }
    let sum = items.reduce(0) { if case .int(let share) = $1 { $0 + share } else { $0 } }
    return sum == 10_000 ? nil : "sums to \(sum)"
  }

  private static func recordFault(
    _ pairs: [(String, CalcValue)], _ fields: [CalcArgument]
  ) -> String? {
    var seen: Set<String> = []
    for (name, value) in pairs {
      guard let field = fields.first(where: { $0.name == name }) else {
        return "has the unknown field \"\(name)\""
      }
      guard seen.insert(name).inserted else { return "has \"\(name)\" twice" }
      if let fault = field.kind.fault(in: value) { return "\"\(name)\" \(fault)" }
    }
    return fields.first { !seen.contains($0.name) }.map { "lacks \"\($0.name)\"" }
  }

  private static func statesFault(_ items: [CalcValue], _ count: ClosedRange<Int>) -> String? {
    if let fault = countFault(items, count) { return fault }
    var last = ""
    for item in items {
      guard case .string(let state) = item, isStateID(state) else {
        return "has \(item), which is no state id"
      }
      guard last < state else { return "has \(item) out of ascending order or twice" }
      last = state
    }
    return nil
  }

  /// A letter, then letters, digits or hyphens; lower case, at most 40 characters.
  private static func isStateID(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 40 else { return false }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return letters.contains(first)
      && text.utf8.allSatisfy {
        letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func entryFault(_ pairs: [(String, CalcValue)], _ kind: Self) -> String? {
    var seen: Set<String> = []
    for (key, value) in pairs {
      guard seen.insert(key).inserted else { return "has \"\(key)\" twice" }
      if let fault = kind.fault(in: value) { return "\"\(key)\" \(fault)" }
    }
    return nil
  }
}
