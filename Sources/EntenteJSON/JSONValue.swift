/// A JSON document as a value: integers only, objects sorted bytewise by key. Two values are equal
/// exactly when their canonical bytes are.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// An object of `members`, sorted here; a key given twice traps.
  package static func object(_ members: [JSONMember]) -> JSONValue { .object(JSONObject(members)) }

  /// The number, or nil when this is none.
  package var int: Int? { if case .int(let value) = self { value } else { nil } }

  /// The text, or nil when this is none.
  package var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The yes or no, or nil when this is neither.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements, or nil when this is no array.
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The members in ascending order of their keys, or nil when this is no object.
  package var members: [JSONMember]? {
    if case .object(let value) = self { value.members } else { nil }
  }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }

  /// The value of `key` when this is an object that has it.
  package subscript(key: String) -> JSONValue? {
    if case .object(let value) = self { value[key] } else { nil }
  }

  /// The element at `index` when this is an array that has it.
  package subscript(index: Int) -> JSONValue? {
    if case .array(let value) = self, value.indices.contains(index) { value[index] } else { nil }
  }

  /// The canonical bytes: the one way to write this value.
  package var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }

  /// The canonical bytes as text.
  package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// Reads one document that fills `bytes` but for white space around it. Keys may stand in any
  /// order. Throws `JSONError` with the offset of the first thing that is wrong.
  package static func parse(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONValue {
    var scanner = try JSONScanner(bytes, limits: limits)
    let value = try scanner.value()
    try scanner.end()
    return value
  }

  /// As above, from an array.
  package static func parse(
    _ bytes: [UInt8], limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      try parse(UnsafeRawBufferPointer(buffer), limits: limits)
    }
  }

  /// As above, from a text; offsets count its UTF-8 bytes.
  package static func parse(
    _ text: String, limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONValue {
    try parse([UInt8](text.utf8), limits: limits)
  }

  /// Equal when the canonical bytes are.
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.int(let one), .int(let other)): one == other
    case (.string(let one), .string(let other)): BytewiseOrder.same(one, other)
    case (.array(let one), .array(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    default: false
    }
  }

  /// Hashes texts by their bytes, as `==` compares them.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .string(let value): for byte in value.utf8 { hasher.combine(byte) }
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}
