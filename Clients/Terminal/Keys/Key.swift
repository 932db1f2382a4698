/// What somebody pressed, as far as a line of text cares.
package enum Key: Hashable, Sendable {
  /// Visible characters.
  case text(String)
  /// A text that was pasted, with line feeds between its lines.
  case paste(String)
  case enter
  case tab
  case left
  case right
  case wordLeft
  case wordRight
  case home
  case end
  case up
  case down
  case backspace
  case delete
  case deleteWordBack
  case deleteWordForward
  case killToStart
  case killToEnd
  /// Brings back what was killed last.
  case yank
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D.
  case endOfInput
  /// Ctrl-L.
  case clearScreen
}
