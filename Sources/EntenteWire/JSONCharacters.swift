import EntenteJSON

/// The character rules for texts inside JSON, where a forbidden character can hide in an escape.
/// Line ends are allowed there: they are how one line of JSON carries a text of several.
enum JSONCharacters {
  /// The first forbidden character of any key or text, or nil.
  static func firstForbidden(in value: JSONValue) -> UInt32? {
    switch value {
    case .null, .bool, .int: return nil
    case .string(let text):
      return WireCharacters.firstForbidden(in: text, allowingNewlines: true)
    case .array(let elements):
      for element in elements {
        if let scalar = firstForbidden(in: element) { return scalar }
      }
      return nil
    case .object(let members):
      for member in members {
        if let scalar = WireCharacters.firstForbidden(in: member.key, allowingNewlines: false)
          ?? firstForbidden(in: member.value)
        {
          return scalar
        }
      }
      return nil
    }
  }
}
