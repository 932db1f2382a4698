/// A collection whose own order is chance: its encoding is put in order before it is used.
protocol UnorderedCollection {
  /// The same content, in the order of its canonical bytes.
  static func ordered(_ encoded: JSONValue) throws -> JSONValue
}

extension Set: UnorderedCollection {
  static func ordered(_ encoded: JSONValue) throws -> JSONValue {
    guard let elements = encoded.array else { return encoded }
    return .array(sortedByBytes(elements.map { [$0] }).flatMap(\.self))
  }
}

extension Dictionary: UnorderedCollection {
  /// An object is in order already; an array holds key, value, key, value.
  static func ordered(_ encoded: JSONValue) throws -> JSONValue {
    guard let elements = encoded.array else { return encoded }
    let pairs = stride(from: 0, to: elements.count - 1, by: 2).map {
      [elements[$0], elements[$0 + 1]]
    }
    return .array(sortedByBytes(pairs).flatMap(\.self))
  }
}

/// Sorts groups by the canonical bytes of their first value.
private func sortedByBytes(_ groups: [[JSONValue]]) -> [[JSONValue]] {
  groups.map { (bytes: $0[0].canonicalBytes, group: $0) }
    .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    .map(\.group)
}
