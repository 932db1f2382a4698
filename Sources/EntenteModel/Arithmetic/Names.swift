/// A short name of one kind of thing: lower-case ASCII letters, digits and hyphens. Names of two
/// kinds never mix, and they compare bytewise, which is the order the rules use.
package protocol Name: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name as people type it.
  var text: String { get }
  /// A name of that text; whether anything bears it is asked elsewhere.
  init(_ text: String)
}

extension Name {
  package init(stringLiteral text: String) { self.init(text) }
  package var description: String { text }
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The handle of a state, as people type it: `aster`, `jpn`.
package struct StateID: Name {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A programme of the catalogue: `canopy`, `p07`.
package struct ProgrammeID: Name {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A theatre: `marches`.
package struct TheatreID: Name {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A deal: `D-7Q4K`.
package struct DealID: Name {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A clause inside its deal: `c1`, `c2`, in the order written.
package struct ClauseID: Name {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// An event of the exercise's MSEL: `x0-crisis`.
package struct InjectID: Name {
  package let text: String
  package init(_ text: String) { self.text = text }
}
