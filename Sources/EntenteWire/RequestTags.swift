/// The tags in front of a request.
package struct RequestTags: Hashable, Sendable {
  /// `id=`: comes back on every line of the reply.
  package var id: String?
  /// `key=`: the same key, the same effect, once.
  package var key: String?
  /// `turn=`: the turn the sender believes it is, from 0.
  package var turn: Int?
  /// `rev=`: the revision the sender means, from 0.
  package var rev: Int?

  /// Tags as a client sets them; texts have 1 to 64 letters, digits, `.`, `_` and `-`.
  package init(id: String? = nil, key: String? = nil, turn: Int? = nil, rev: Int? = nil) {
    self.id = id
    self.key = key
    self.turn = turn
    self.rev = rev
  }

  /// Whether `byte` may stand in the value of a tag.
  static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
