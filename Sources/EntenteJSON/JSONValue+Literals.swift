extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, CustomStringConvertible
{
  /// `null`.
  package init(nilLiteral: ()) { self = .null }
  /// `true` or `false`.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  package init(integerLiteral value: Int) { self = .int(value) }
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }
  /// The elements in their order.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// The members in any order; a key given twice traps.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONMember($0.0, $0.1) }))
  }

  /// The canonical text.
  package var description: String { canonicalText }
}
