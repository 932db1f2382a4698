/// A value that goes into or comes out of a calculation, whatever it was written in: JSON, a typed
/// word, the wire.
package enum CalcValue: Sendable {
  case int(Int)
  case bool(Bool)
  case string(String)
  case list([CalcValue])
  /// Names and values in the order written.
  case object([(String, CalcValue)])
  /// Something that no calculation takes (a fraction, null, a number too large), as it was written;
  /// it is refused with the name of the argument it was meant for.
  case unreadable(String)
}

extension CalcValue: Equatable {
  /// Same kind and content; objects also in the same order.
  package static func == (left: CalcValue, right: CalcValue) -> Bool {
    switch (left, right) {
    case (.int(let one), .int(let other)): one == other
    case (.bool(let one), .bool(let other)): one == other
    case (.string(let one), .string(let other)): one == other
    case (.unreadable(let one), .unreadable(let other)): one == other
    case (.list(let one), .list(let other)): one == other
    case (.object(let one), .object(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
    default: false
    }
  }
}

extension CalcValue: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A whole number.
  package init(integerLiteral value: Int) { self = .int(value) }
  /// True or false.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A word.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  package init(arrayLiteral elements: CalcValue...) { self = .list(elements) }
  /// An object that keeps the order written.
  package init(dictionaryLiteral elements: (String, CalcValue)...) { self = .object(elements) }
}

extension CalcValue: CustomStringConvertible {
  /// How the value is shown inside a sentence.
  package var description: String {
    switch self {
    case .int(let value): String(value)
    case .bool(let value): value ? "true" : "false"
    case .string(let value): "\"\(value)\""
    case .unreadable(let text): text
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .object(let pairs):
      "{" + pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    }
  }
}
