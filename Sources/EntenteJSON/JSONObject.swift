/// One key and its value.
package struct JSONMember: Hashable, Sendable {
  /// The key, any text.
  package let key: String
  /// What stands behind the colon.
  package var value: JSONValue

  /// The member `"key":value`.
  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }

  /// Equal when the canonical bytes are.
  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    BytewiseOrder.same(left.key, right.key) && left.value == right.value
  }

  /// Hashes the bytes of the key, as `==` compares them.
  package func hash(into hasher: inout Hasher) {
    for byte in key.utf8 { hasher.combine(byte) }
    hasher.combine(value)
  }
}

/// The members of an object, always sorted bytewise by key, no key twice.
package struct JSONObject: Hashable, Sendable, RandomAccessCollection,
  ExpressibleByDictionaryLiteral
{
  /// In ascending bytewise order of their keys.
  package let members: [JSONMember]

  /// Sorts `members`. A key that stands twice is an error in the program and traps.
  package init(_ members: [JSONMember]) {
    let sorted = members.sorted { BytewiseOrder.precedes($0.key, $1.key) }
    for (member, next) in zip(sorted, sorted.dropFirst()) {
      precondition(
        !BytewiseOrder.same(member.key, next.key), "The key \"\(next.key)\" is given twice.")
    }
    self.members = sorted
  }

  /// Takes members that are known to be sorted and different.
  init(sorted members: [JSONMember]) {
    assert(
      zip(members, members.dropFirst()).allSatisfy { BytewiseOrder.precedes($0.key, $1.key) },
      "The members of an object stand in ascending order of their keys.")
    self.members = members
  }

  /// Sorts the members; a key that stands twice traps.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { JSONMember($0.0, $0.1) })
  }

  /// 0.
  package var startIndex: Int { members.startIndex }
  /// The number of members.
  package var endIndex: Int { members.endIndex }
  /// The member at `position`, in ascending order of keys.
  package subscript(position: Int) -> JSONMember { members[position] }

  /// The value of `key`, or nil; keys compare bytewise.
  package subscript(key: String) -> JSONValue? {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if BytewiseOrder.precedes(members[middle].key, key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < members.count, BytewiseOrder.same(members[low].key, key) else { return nil }
    return members[low].value
  }
}
