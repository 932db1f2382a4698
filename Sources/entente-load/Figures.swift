import EntenteJSON

/// What a run found out, by name and in order: printed as one line of JSON for scripts.
struct Figures: Sendable {
  private var pairs: [(name: String, value: JSONValue)] = []

  /// Adds a number.
  mutating func set(_ name: String, _ value: Int) { pairs.append((name, .int(value))) }

  /// Adds a text.
  mutating func set(_ name: String, _ value: String) { pairs.append((name, .string(value))) }

  /// The number of that name, 0 where there is none.
  subscript(name: String) -> Int { pairs.first { $0.name == name }?.value.int ?? 0 }

  /// One line, without its end.
  var line: String {
    var writer = JSONWriter(keys: .asGiven)
    writer.beginObject()
    for pair in pairs {
      writer.key(pair.name)
      writer.raw(pair.value.canonicalBytes)
    }
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
