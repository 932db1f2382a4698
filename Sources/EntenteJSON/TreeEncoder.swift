/// The encoder of one nested value; it hands out containers that fill its branch.
struct TreeEncoder: Encoder {
  let branch: EncodingBranch
  let path: CodingPath?

  var codingPath: [any CodingKey] { CodingPath.keys(path) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = branch.content {} else { branch.content = .object([]) }
    return KeyedEncodingContainer(KeyedTreeEncoding(branch: branch, path: path))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = branch.content {} else { branch.content = .array([]) }
    return UnkeyedTreeEncoding(branch: branch, path: path)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleTreeEncoding(branch: branch, path: path)
  }
}
