/// A parameter with its value.
package struct Parameter: Hashable, Sendable, Codable {
  /// As the catalogue names it.
  package var name: String
  /// In canonical units.
  package var value: ParameterValue

  /// Parameter `name` with `value`.
  package init(_ name: String, _ value: ParameterValue) {
    self.name = name
    self.value = value
  }
}
