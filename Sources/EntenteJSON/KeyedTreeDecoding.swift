/// The members of an object.
struct KeyedTreeDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let object: JSONObject
  let path: CodingPath?

  var codingPath: [any CodingKey] { CodingPath.keys(path) }
  var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { object[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try member(key).isNull }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    guard case .bool(let value) = try member(key) else { return try decoder(key).decode(type) }
    return value
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    guard case .string(let value) = try member(key) else { return try decoder(key).decode(type) }
    return value
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    guard case .int(let value) = try member(key) else { return try decoder(key).decode(type) }
    return value
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(PlainKey.superKey) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: any CodingKey) throws -> TreeDecoder {
    TreeDecoder(tree: try member(key), path: CodingPath(path, key))
  }

  private func member(_ key: any CodingKey) throws -> JSONValue {
    guard let value = object[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: codingPath, debugDescription: "missing"))
    }
    return value
  }
}
