/// A value that stands for the whole place.
struct SingleTreeEncoding: SingleValueEncodingContainer {
  let branch: EncodingBranch
  let path: CodingPath?
  var codingPath: [any CodingKey] { CodingPath.keys(path) }

  mutating func encodeNil() { branch.content = .single(.leaf(.null)) }
  mutating func encode(_ value: Bool) { branch.content = .single(.leaf(.bool(value))) }
  mutating func encode(_ value: String) { branch.content = .single(.leaf(.string(value))) }
  mutating func encode(_ value: Int) { branch.content = .single(.leaf(.int(value))) }

  mutating func encode(_ value: Double) throws {
    throw EncodingBranch.refusal(value, path, "numbers are whole here")
  }

  mutating func encode(_ value: Float) throws { try encode(Double(value)) }

  /// Every other width of integer ends here: its own conformance asks for this container.
  mutating func encode(_ value: some FixedWidthInteger & Encodable) throws {
    guard let number = Int(exactly: value) else {
      throw EncodingBranch.refusal(value, path, "\(value) does not fit into 64 signed bits")
    }
    branch.content = .single(.leaf(.int(number)))
  }

  mutating func encode(_ value: some Encodable) throws {
    branch.content = .single(try EncodingBranch.slot(for: value, path: path))
  }
}
