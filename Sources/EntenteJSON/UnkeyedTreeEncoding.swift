/// The elements of an array.
struct UnkeyedTreeEncoding: UnkeyedEncodingContainer {
  let branch: EncodingBranch
  let path: CodingPath?
  var codingPath: [any CodingKey] { CodingPath.keys(path) }

  var count: Int {
    if case .array(let slots) = branch.content { slots.count } else { 0 }
  }

  private var elementPath: CodingPath { CodingPath(path, PlainKey(count)) }

  private func put(_ slot: EncodingSlot) {
    guard case .array(var slots) = branch.content else {
      preconditionFailure("An unkeyed container writes into an array.")
    }
    branch.content = .nothing  // so that the array is not copied
    slots.append(slot)
    branch.content = .array(slots)
  }

  mutating func encodeNil() { put(.leaf(.null)) }
  mutating func encode(_ value: Bool) { put(.leaf(.bool(value))) }
  mutating func encode(_ value: String) { put(.leaf(.string(value))) }
  mutating func encode(_ value: Int) { put(.leaf(.int(value))) }

  mutating func encode(_ value: Double) throws {
    throw EncodingBranch.refusal(value, elementPath, "numbers are whole here")
  }

  mutating func encode(_ value: Float) throws { try encode(Double(value)) }

  mutating func encode(_ value: some Encodable) throws {
    put(try EncodingBranch.slot(for: value, path: elementPath))
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    nested().container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    nested().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { nested() }

  private func nested() -> TreeEncoder {
    let path = elementPath
    let branch = EncodingBranch()
    put(.branch(branch))
    return TreeEncoder(branch: branch, path: path)
  }
}
