import EntenteWire

/// Makes lines for a terminal out of paragraphs. Everything that is shown passes through here, and
/// here every character that could steer the terminal is made visible instead.
package struct Typesetter: Hashable, Sendable {
  /// No line is wider than this, however wide the window is: longer ones read badly.
  package static let columnsMax = 100
  /// A narrower window breaks words anyway.
  package static let columnsMin = 20

  /// Columns of the window; not more than `columnsMax` of them are used.
  package var columns: Int
  /// Whether styles become colours.
  package var hasColour: Bool
  /// Whether headings are drawn with rules; read aloud they are noise.
  package var hasRules: Bool

  package init(columns: Int, hasColour: Bool, hasRules: Bool) {
    self.columns = columns
    self.hasColour = hasColour
    self.hasRules = hasRules
  }

  /// The columns that text may use.
  package var width: Int { min(Self.columnsMax, max(Self.columnsMin, columns)) }

  private struct Cell {
    var character: Character
    var style: Style
    var width: Int
  }

  /// The lines of a paragraph, without their ends.
  package func lines(_ text: StyledText) -> [String] {
    var lines: [[Cell]] = []
    for paragraph in paragraphs(of: text) {
      lines += wrap(paragraph, hanging: min(text.hanging, width / 2))
    }
    if text.isRuled, hasRules, lines.count == 1 { rule(&lines[0]) }
    return lines.map(render)
  }

  /// One span without breaking it, for the prompt.
  package func inline(_ text: String, _ style: Style) -> String {
    render(cells(StyledText.Span(text, style)))
  }

  private func cells(_ span: StyledText.Span) -> [Cell] {
    VisibleText.escaped(span.text, keepingNewlines: true).map {
      Cell(character: $0, style: span.style, width: DisplayWidth.of($0))
    }
  }

  private func paragraphs(of text: StyledText) -> [[Cell]] {
    text.spans.flatMap(cells)
      .split(omittingEmptySubsequences: false) { $0.character == "\n" }.map(Array.init)
  }

  /// Breaks between words; a word that is wider than a line is cut.
  private func wrap(_ cells: [Cell], hanging: Int) -> [[Cell]] {
    var lines: [[Cell]] = []
    var rest = cells[...]
    repeat {
      let indent = lines.isEmpty ? 0 : hanging
      let cut = breakPlace(in: rest, room: width - indent)
      var line = rest[..<cut]
      while line.last?.character == " " { line.removeLast() }
      let margin = Cell(character: " ", style: .plain, width: 1)
      lines.append(Array(repeating: margin, count: indent) + line)
      rest = rest[cut...]
      if !rest.isEmpty { rest = rest.drop { $0.character == " " } }
    } while !rest.isEmpty
    return lines
  }

  /// Where the line that begins `cells` ends: all that fits, or up to the last space in it. At
  /// least one cell is taken.
  private func breakPlace(in cells: ArraySlice<Cell>, room: Int) -> Int {
    var used = 0
    guard
      let end = cells.indices.first(where: {
        used += cells[$0].width
        return used > room
      })
    else { return cells.endIndex }
    if cells[end].character == " " { return end }
    // Spaces that begin a line are its indent: to break there would leave an empty line.
    let text = cells[..<end].drop { $0.character == " " }
    let space = text.lastIndex { $0.character == " " }
    return space ?? max(end, cells.startIndex + 1)
  }

  private func rule(_ line: inout [Cell]) {
    let dash = Cell(character: "─", style: .faint, width: 1)
    let space = Cell(character: " ", style: .plain, width: 1)
    let used = line.reduce(0) { $0 + $1.width }
    line = [dash, dash, space] + line + [space]
    line += Array(repeating: dash, count: max(0, width - used - 4))
  }

  private func render(_ cells: [Cell]) -> String {
    var text = ""
    var style = Style.plain
    for cell in cells {
      if hasColour, cell.style != style {
        text += Self.sequence(cell.style)
        style = cell.style
      }
      text.append(cell.character)
    }
    if style != .plain { text += Self.sequence(.plain) }
    return text
  }

  private static func sequence(_ style: Style) -> String {
    switch style {
    case .plain: "\u{1B}[0m"
    case .strong: "\u{1B}[0;1m"
    case .faint: "\u{1B}[0;2m"
    case .event: "\u{1B}[0;36m"
    case .warning: "\u{1B}[0;33m"
    case .error: "\u{1B}[0;31m"
    }
  }
}
