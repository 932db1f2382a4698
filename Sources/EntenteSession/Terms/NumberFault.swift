/// Why a typed number cannot be read.
package struct NumberFault: Error, Hashable, Sendable {
  /// `unit-missing`, `too-fine`, `bad-number` or `out-of-range`.
  package var reason: TermsFinding.Reason
  /// One sentence without its full stop.
  package var sentence: String

  init(_ reason: TermsFinding.Reason, _ sentence: String) {
    self.reason = reason
    self.sentence = sentence
  }
}
