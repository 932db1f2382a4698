/// The members of an object.
struct KeyedTreeEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let branch: EncodingBranch
  let path: CodingPath?
  var codingPath: [any CodingKey] { CodingPath.keys(path) }

  private func put(_ slot: EncodingSlot, _ key: any CodingKey) {
    guard case .object(var entries) = branch.content else {
      preconditionFailure("A keyed container writes into an object.")
    }
    branch.content = .nothing  // so that the array is not copied
    entries.append((key, slot))
    branch.content = .object(entries)
  }

  mutating func encodeNil(forKey key: Key) { put(.leaf(.null), key) }
  mutating func encode(_ value: Bool, forKey key: Key) { put(.leaf(.bool(value)), key) }
  mutating func encode(_ value: String, forKey key: Key) { put(.leaf(.string(value)), key) }
  mutating func encode(_ value: Int, forKey key: Key) { put(.leaf(.int(value)), key) }

  mutating func encode(_ value: Double, forKey key: Key) throws {
    throw EncodingBranch.refusal(value, CodingPath(path, key), "numbers are whole here")
  }

  mutating func encode(_ value: Float, forKey key: Key) throws {
    try encode(Double(value), forKey: key)
  }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    put(try EncodingBranch.slot(for: value, path: CodingPath(path, key)), key)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    nested(key).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nested(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { nested(PlainKey.superKey) }
  mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

  private func nested(_ key: any CodingKey) -> TreeEncoder {
    let branch = EncodingBranch()
    put(.branch(branch), key)
    return TreeEncoder(branch: branch, path: CodingPath(path, key))
  }
}
