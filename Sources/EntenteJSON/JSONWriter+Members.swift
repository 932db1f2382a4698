extension JSONWriter {
  /// The member `"name":value`.
  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    int(value)
  }

  /// The member `"name":"value"`.
  package mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// The member `"name":true` or `"name":false`.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// The member `"name":…` of a whole value.
  @_disfavoredOverload
  package mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(name)
    self.value(value)
  }

  /// The member `"name":value`, or nothing at all when there is no value.
  @_disfavoredOverload
  package mutating func member(_ name: StaticString, ifPresent value: Int?) {
    if let value { member(name, value) }
  }

  /// The member `"name":"value"`, or nothing at all when there is no value.
  package mutating func member(_ name: StaticString, ifPresent value: String?) {
    if let value { member(name, value) }
  }

  /// A whole value, canonically.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}
