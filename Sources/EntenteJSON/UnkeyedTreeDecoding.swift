/// The elements of an array, one after another.
struct UnkeyedTreeDecoding: UnkeyedDecodingContainer {
  let elements: [JSONValue]
  let path: CodingPath?
  private(set) var currentIndex = 0

  init(elements: [JSONValue], path: CodingPath?) {
    self.elements = elements
    self.path = path
  }

  var codingPath: [any CodingKey] { CodingPath.keys(path) }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  mutating func decodeNil() throws -> Bool {
    guard try current().isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try decoder().decode(type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let container = try decoder().container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try decoder().unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try decoder()
    currentIndex += 1
    return decoder
  }

  private func decoder() throws -> TreeDecoder {
    TreeDecoder(tree: try current(), path: CodingPath(path, PlainKey(currentIndex)))
  }

  private func current() throws -> JSONValue {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        JSONValue.self,
        DecodingError.Context(
          codingPath: codingPath, debugDescription: "the array ends after \(elements.count)"))
    }
    return elements[currentIndex]
  }
}
