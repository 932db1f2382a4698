/// A place of the tree that an encoder fills: done at once, or a branch that containers fill later.
enum EncodingSlot {
  case leaf(JSONValue)
  case branch(EncodingBranch)

  func finished(path: CodingPath?) throws -> JSONValue {
    switch self {
    case .leaf(let value): value
    case .branch(let branch): try branch.finished(path: path)
    }
  }
}

/// What one nested encoder has written so far. A class, because containers are values that write
/// into the place they came from.
final class EncodingBranch {
  enum Content {
    case nothing
    case single(EncodingSlot)
    case object([(key: any CodingKey, slot: EncodingSlot)])
    case array([EncodingSlot])
  }

  var content = Content.nothing

  /// Encodes `value`: the common simple types at once, all others through their own `encode(to:)`.
  static func slot(for value: some Encodable, path: CodingPath?) throws -> EncodingSlot {
    if let leaf = simple(value) { return .leaf(leaf) }
    let branch = EncodingBranch()
    try value.encode(to: TreeEncoder(branch: branch, path: path))
    switch branch.content {
    case .single(let slot): return slot
    case .array: break
    case .nothing, .object: return .branch(branch)
    }
    // Sets, and dictionaries of other keys than texts and numbers, come as arrays in chance order.
    guard let unordered = type(of: value) as? any UnorderedCollection.Type else {
      return .branch(branch)
    }
    return .leaf(try unordered.ordered(try branch.finished(path: path)))
  }

  static func refusal(_ value: Any, _ path: CodingPath?, _ problem: String) -> EncodingError {
    .invalidValue(
      value, EncodingError.Context(codingPath: CodingPath.keys(path), debugDescription: problem))
  }

  /// The whole value below this place.
  func finished(path: CodingPath?) throws -> JSONValue {
    switch content {
    case .nothing: throw Self.refusal(self, path, "a value wrote nothing")
    case .single(let slot): return try slot.finished(path: path)
    case .array(let slots):
      return .array(
        try slots.enumerated().map { index, slot in
          try slot.finished(path: CodingPath(path, PlainKey(index)))
        })
    case .object(let entries): return .object(try object(entries, path: path))
    }
  }

  private func object(
    _ entries: [(key: any CodingKey, slot: EncodingSlot)], path: CodingPath?
  ) throws -> JSONObject {
    var members: [JSONMember] = []
    members.reserveCapacity(entries.count)
    for (key, slot) in entries {
      let value =
        if case .leaf(let leaf) = slot { leaf } else {
          try slot.finished(path: CodingPath(path, key))
        }
      members.append(JSONMember(key.stringValue, value))
    }
    members.sort { BytewiseOrder.precedes($0.key, $1.key) }
    for (member, next) in zip(members, members.dropFirst())
    where BytewiseOrder.same(member.key, next.key) {
      throw Self.refusal(self, path, "the key \"\(next.key)\" is written twice")
    }
    return JSONObject(sorted: members)
  }

  private static func simple<Value: Encodable>(_ value: Value) -> JSONValue? {
    if Value.self == Int.self { return .int(unsafeBitCast(value, to: Int.self)) }
    // The comparison of types just made promises the casts.
    // swift-format-ignore: NeverForceUnwrap
    if Value.self == String.self { return .string(value as! String) }
    // swift-format-ignore: NeverForceUnwrap
    if Value.self == Bool.self { return .bool(value as! Bool) }
    return nil
  }
}
