/// The leak meter of a programme: how much it rises a turn, with and without the text; bp.
package struct PreviewLeak: Hashable, Sendable {
  /// The programme.
  package var programme: Int
  /// Rise a turn with the text.
  package var with: Int
  /// Rise a turn without it.
  package var without: Int
  /// The highest value by the horizon, with the text.
  package var highest: Int
}
