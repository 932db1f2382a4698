extension Calculation {
  /// The calculation as people type it: `gap threat=75% exposure=90% …`; reading it again gives the
  /// same arguments.
  package func typed(_ arguments: CalcArguments) -> String {
    let words = self.arguments.compactMap { argument in
      arguments.first { $0.0 == argument.name }.map { given in
        let value = argument.kind.typed(given.1)
        // A line of the protocol says nothing with two quotes.
        return argument.name + "=" + (value.isEmpty ? "\"\"" : value)
      }
    }
    return ([name] + words).joined(separator: " ")
  }
}

extension CalcArgument.Kind {
  /// A value as it is typed, with the suffix of its unit: what `read` takes.
  func typed(_ value: CalcValue) -> String {
    switch (self, value) {
    case (.integer(_, let unit), .int(let number)): return UnitText.typed(number, unit: unit)
    case (.shares, .list(let items)):
      return items.map { Self.integer(0...10_000, unit: "bp").typed($0) }.joined(separator: ",")
    case (.list(_, let item), .list(let items)):
      return items.map(item.typed).joined(separator: ",")
    case (.record(let fields), .object(let pairs)):
      return fields.compactMap { field in
        pairs.first { $0.0 == field.name }.map { field.kind.typed($0.1) }
      }.joined(separator: ":")
    case (.pairs(_, let range, let unit), .object(let pairs)):
      let item = Self.integer(range, unit: unit)
      return pairs.map { "\($0.0):\(item.typed($0.1))" }.joined(separator: ",")
    case (.pairWords, .object(let pairs)):
      return pairs.map { "\($0.0):\(Self.joined($0.1, "+"))" }.joined(separator: ",")
    default: return Self.joined(value, ",")
    }
  }

  private static func joined(_ value: CalcValue, _ separator: String) -> String {
    switch value {
    case .int(let number): String(number)
    case .bool(let truth): truth ? "yes" : "no"
    case .string(let word): word
    case .list(let items):
      items.map { joined($0, separator) }.joined(separator: separator)
    case .object, .unreadable: value.description
    }
  }
}
