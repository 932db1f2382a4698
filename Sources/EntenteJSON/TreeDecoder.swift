/// The decoder of one nested value.
struct TreeDecoder: Decoder {
  let tree: JSONValue
  let path: CodingPath?

  var codingPath: [any CodingKey] { CodingPath.keys(path) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let object) = tree else { throw mismatch([String: Any].self, "an object") }
    return KeyedDecodingContainer(KeyedTreeDecoding(object: object, path: path))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = tree else { throw mismatch([Any].self, "an array") }
    return UnkeyedTreeDecoding(elements: elements, path: path)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// Decodes the whole place as `type`: the common simple types at once.
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == Int.self { return unsafeBitCast(try decode(Int.self), to: type) }
    // The comparison of types just made promises the cast.
    // swift-format-ignore: NeverForceUnwrap
    if type == String.self { return try decode(String.self) as! Value }
    return try type.init(from: self)
  }

  func mismatch(_ type: Any.Type, _ wanted: String) -> DecodingError {
    .typeMismatch(
      type,
      DecodingError.Context(
        codingPath: codingPath, debugDescription: "expected \(wanted), found \(found)"))
  }

  private var found: String {
    switch tree {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "the number \(value)"
    case .string: "a text"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension TreeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tree.isNull }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = tree else { throw mismatch(type, "true or false") }
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .string(let value) = tree else { throw mismatch(type, "a text") }
    return value
  }

  func decode(_ type: Int.Type) throws -> Int {
    guard case .int(let value) = tree else { throw mismatch(type, "a whole number") }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    throw mismatch(type, "a type of whole numbers in the program")
  }

  func decode(_ type: Float.Type) throws -> Float {
    throw mismatch(type, "a type of whole numbers in the program")
  }

  /// Every other width of integer ends here: its own conformance asks for this container.
  func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
    guard let value = Value(exactly: try decode(Int.self)) else {
      throw mismatch(type, "a number from \(Value.min) to \(Value.max)")
    }
    return value
  }
}
