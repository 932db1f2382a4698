extension CalcArgument {
  /// Reads what people type after `name=`. Numbers take the suffixes of their unit (`55%`, `450bp`,
  /// `3.5m`, `500k`, `2.5lots`, `90d`) or none, which means the unit of the reference; lists are
  /// separated by commas, the fields of an object by colons (`275000:no,30000:yes`), a pair has its
  /// value after a colon (`a|b:2623`, `a|b:IND+OPS`). Ranges are not checked here.
  package func parse(text: String) throws(CalcError) -> CalcValue {
    guard let value = kind.read(text) else {
      throw error(.string(text), "cannot be read from \"\(text)\"")
    }
    return value
  }
}

extension Calculation {
  /// Reads `name=value` words. A word without `=` is read as a name with nothing after it.
  package func parse(_ words: [String]) throws(CalcError) -> [(String, CalcValue)] {
    var values: [(String, CalcValue)] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let text = parts.count > 1 ? String(parts[1]) : ""
      guard let argument = arguments.first(where: { $0.name == name }) else {
        throw unknownArgument(name, .string(text))
      }
      values.append((name, try argument.parse(text: text)))
    }
    return values
  }
}

extension CalcArgument.Kind {
  /// The value of a typed word, nil if it has not the form of this kind.
  fileprivate func read(_ text: String) -> CalcValue? {
    switch self {
    case .integer(_, let unit): UnitText.read(text, unit: unit).map(CalcValue.int)
    case .boolean: Self.truth(text)
    case .choice(let words):
      words.first { $0.lowercased() == text.lowercased() }.map(CalcValue.string)
    case .list(_, let item): Self.list(text) { item.read($0) }
    case .shares:
      Self.list(text) { UnitText.read($0, unit: "bp").map(CalcValue.int) }
    case .record(let fields): Self.record(text, fields)
    case .states: Self.list(text) { .string($0) }
    case .pairs(_, _, let unit):
      Self.pairs(text) { UnitText.read($0, unit: unit).map(CalcValue.int) }
    case .pairWords(_, let words):
      Self.pairs(text) { entry in
        Self.list(entry, separator: "+") { Self.choice(words).read($0) }
      }
    }
  }

  private static func truth(_ text: String) -> CalcValue? {
    switch text.lowercased() {
    case "yes", "true": .bool(true)
    case "no", "false": .bool(false)
    default: nil
    }
  }

  /// Items between separators; an empty text is an empty list.
  private static func list(
    _ text: String, separator: Character = ",", item: (String) -> CalcValue?
  ) -> CalcValue? {
    if text.isEmpty { return .list([]) }
    var items: [CalcValue] = []
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      guard let value = item(String(part)) else { return nil }
      items.append(value)
    }
    return .list(items)
  }

  private static func record(_ text: String, _ fields: [CalcArgument]) -> CalcValue? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == fields.count else { return nil }
    var pairs: [(String, CalcValue)] = []
    for (field, part) in zip(fields, parts) {
      guard let value = field.kind.read(String(part)) else { return nil }
      pairs.append((field.name, value))
    }
    return .object(pairs)
  }

  private static func pairs(_ text: String, value: (String) -> CalcValue?) -> CalcValue? {
    if text.isEmpty { return .object([]) }
    var pairs: [(String, CalcValue)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let colon = part.lastIndex(of: ":") else { return nil }
      guard let entry = value(String(part[part.index(after: colon)...])) else { return nil }
      pairs.append((String(part[..<colon]), entry))
    }
    return .object(pairs)
  }
}
