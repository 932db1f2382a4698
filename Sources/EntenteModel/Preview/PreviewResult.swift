/// What a text would do, looked at some turns ahead against the same run without it.
package struct PreviewResult: Sendable {
  /// Turns looked ahead, 1 or more.
  package var horizon: Int
  /// Waits the text begins, in the order of its clauses.
  package var gates: [PreviewGates]
  /// Unit cost at the horizon of every line of the programmes the text is about.
  package var costs: [PreviewCost]
  /// By party, ascending; with fog only the reader's own.
  package var parties: [PreviewEffect]
  /// What the text says it is for, and what it does as far as the reader is told.
  package var purpose = PurposeReading(declared: .enhance, effects: [])
  /// Leak meters of the programmes the text is about.
  package var leaks: [PreviewLeak]
  /// What the text makes its parties owe, turn by turn.
  package var duties: [PreviewDuty]
  /// What the parties should know, of the text first, then of the look ahead.
  package var warnings: [DealWarning]
  /// What stands against the reader's signature now.
  package var refusals: [RuleRefusal]
  /// What stands in for things the reader does not see.
  package var assumptions: [String]

  /// The effect on a state, if it is told.
  package func effect(on state: Int) -> PreviewEffect? { parties.first { $0.state == state } }
}
