/// The part of a long line that is shown in one row of the terminal, so that the cursor is in it.
package struct LineWindow: Hashable, Sendable {
  /// What is shown.
  package var text: String
  /// The column of the cursor in it, from 0.
  package var cursorColumn: Int

  /// The part of `characters` that `columns` columns have room for, the cursor's own included;
  /// `columns` is at least 4. The part moves by half of its width, so that it rests while somebody
  /// types.
  package init(_ characters: [Character], cursor: Int, columns: Int) {
    precondition(columns >= 4, "a window has room for a wide character and its cursor")
    precondition(characters.indices.contains(cursor) || cursor == characters.count)
    let widths = characters.map(DisplayWidth.of)
    let before = widths[..<cursor].reduce(0, +)
    // One column stays free for the cursor behind the last character.
    let total = widths.reduce(0, +)
    let half = columns / 2
    let start = total < columns ? 0 : max(0, before / half - 1) * half
    var column = 0
    var shown = ""
    for (character, width) in zip(characters, widths) {
      let place = column - start
      column += width
      if place + width > columns { break }
      if place >= 0 {
        shown.append(character)
      } else if place + width > 0 {
        // Half of a wide character sticks in from the left.
        shown.append(contentsOf: String(repeating: " ", count: place + width))
      }
    }
    text = shown
    cursorColumn = before - start
  }
}
