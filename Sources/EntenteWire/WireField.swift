/// What stands behind the `=` of a field.
package enum WireValue: Hashable, Sendable, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  case int(Int)
  case string(String)

  /// A number.
  package init(integerLiteral value: Int) { self = .int(value) }
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }

  /// The value as text, without quotes.
  package var description: String {
    switch self {
    case .int(let value): String(value)
    case .string(let value): value
    }
  }

  /// The number, or nil when this is a text.
  package var int: Int? { if case .int(let value) = self { value } else { nil } }
}

/// `name=value` of a server line. The name has letters, digits and hyphens.
package struct WireField: Hashable, Sendable {
  /// What stands before the `=`.
  package var name: String
  /// What stands behind it.
  package var value: WireValue

  /// `name=value`.
  package init(_ name: String, _ value: WireValue) {
    self.name = name
    self.value = value
  }

  /// `name=value` of a number.
  package init(_ name: String, _ value: Int) { self.init(name, .int(value)) }

  /// `name=value` of a text; it is quoted where it must be.
  @_disfavoredOverload
  package init(_ name: String, _ value: String) { self.init(name, .string(value)) }
}
