/// One row of the clause catalogue.
package struct ClauseEntry: Sendable {
  /// The clause this row describes.
  package var kind: ClauseKind
  /// Catalogue number, 1...30.
  package var number: Int
  /// Class for the states of `from`, and for all states of a mutual clause.
  package var giverClass: RatificationClass
  /// Class for the states of `to`.
  package var receiverClass: RatificationClass
  /// Family for EQ28; nil where it is that of other clauses (`pilot`).
  package var family: ClauseFamily?
  /// Formation weight cw of EQ28.
  package var formationWeight: Int
  /// Stage for metric M2.
  package var stage: Stage
  /// Whether one side gives and another receives.
  package var direction: ClauseDirection
  /// Parameters in the order in which they are printed.
  package var parameters: [ParameterSpec]
  /// Names of which exactly one must be written; empty for most clauses.
  package var oneOf: [String] = []
  /// One sentence for people who ask for help.
  package var summary: String

  /// The parameter called `name`, nil if the clause has none.
  package func parameter(_ name: String) -> ParameterSpec? {
    parameters.first { $0.name == name }
  }
}
