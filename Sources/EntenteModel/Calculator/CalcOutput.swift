/// A result of a calculation: its name and the unit it is shown in.
package struct CalcOutput: Sendable, Hashable {
  /// The key in JSON.
  package let name: String
  /// `bp`, `$k`, `mU`, `days`, `cu`, `units`, ...; empty for words and bare counts.
  package let unit: String

  init(_ name: String, _ unit: String = "") {
    self.name = name
    self.unit = unit
  }
}
