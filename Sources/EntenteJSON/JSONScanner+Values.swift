extension JSONScanner {
  /// Any value, whole. Refuses a key that stands twice in one object, at the second.
  package mutating func value() throws(JSONError) -> JSONValue {
    switch kind {
    case .object: return .object(try object())
    case .array:
      try beginArray()
      var elements: [JSONValue] = []
      while try nextElement() { elements.append(try value()) }
      return .array(elements)
    case .string: return .string(try string())
    case .int: return .int(try int())
    case .bool: return .bool(try bool())
    case .null:
      guard null() else { throw failure(.expected("null")) }
      return .null
    case nil: throw failure(.expected("a value"))
    }
  }

  /// Checks the form of any value and leaves it.
  package mutating func skipValue() throws(JSONError) {
    switch kind {
    case .object:
      try beginObject()
      while try nextMember() { try skipValue() }
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .string: try skipString()
    case .int: _ = try int()
    case .bool: _ = try bool()
    case .null: guard null() else { throw failure(.expected("null")) }
    case nil: throw failure(.expected("a value"))
    }
  }

  /// Checks the form of any value, leaves it and says where its bytes stand.
  package mutating func rawValue() throws(JSONError) -> Range<Int> {
    _ = peek()
    let start = offset
    try skipValue()
    return start..<offset
  }

  private mutating func nextMember() throws(JSONError) -> Bool { try nextKey() != nil }

  private mutating func object() throws(JSONError) -> JSONObject {
    try beginObject()
    var members: [JSONMember] = []
    var offsets: [Int] = []
    var isSorted = true
    var isASCII = true
    while true {
      let place = offset
      guard let key = try nextKey() else { break }
      if let last = members.last, !BytewiseOrder.precedes(last.key, key) { isSorted = false }
      isASCII = isASCII && key.utf8.allSatisfy { $0 < 0x80 }
      offsets.append(place)
      members.append(JSONMember(key, try value()))
    }
    if isSorted, isASCII { return JSONObject(sorted: members) }
    try refuseDuplicates(members, offsets)
    return JSONObject(members)
  }

  /// Swift's sets compare texts by canonical equivalence, and so does this: two spellings of one
  /// name must not become two keys.
  private func refuseDuplicates(
    _ members: [JSONMember], _ offsets: [Int]
  ) throws(JSONError) {
    var seen: Set<String> = []
    for (member, place) in zip(members, offsets) where !seen.insert(member.key).inserted {
      throw JSONError(offset: keyOffset(from: place), reason: .duplicateKey(member.key))
    }
  }

  /// The quote of the key whose comma or white space begins at `place`.
  private func keyOffset(from place: Int) -> Int {
    ByteWord.firstIndex(of: UInt8(ascii: "\""), in: bytes, from: place) ?? place
  }

  /// The bytes of the value that begins here, copied; it is checked for its form only.
  package mutating func rawBytes() throws(JSONError) -> [UInt8] {
    Array(bytes[try rawValue()])
  }
}
