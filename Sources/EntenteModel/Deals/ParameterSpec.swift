/// One parameter in the catalogue: its name, what may be written, and what holds if nothing is.
package struct ParameterSpec: Sendable {
  /// As it is typed and stored.
  package var name: String
  /// What may be written.
  package var type: ParameterType
  /// What holds if nothing is written.
  package var fallback: ParameterFallback
  /// One line for people who ask for help.
  package var summary: String

  /// A row of the catalogue.
  package init(
    _ name: String, _ type: ParameterType, _ fallback: ParameterFallback, _ summary: String
  ) {
    self.name = name
    self.type = type
    self.fallback = fallback
    self.summary = summary
  }

  /// True if the parameter must be written.
  package var isRequired: Bool { fallback == .required }
}
