import EntenteTerminal
import Testing

@Suite("LineWindow") struct LineWindowTests {
  @Test("a short line is shown whole")
  func short() {
    let window = LineWindow(Array("status"), cursor: 3, columns: 20)
    #expect(window.text == "status")
    #expect(window.cursorColumn == 3)
  }

  @Test("wherever the cursor is, it is in the window and stands on its own character")
  func long() {
    let line = Array((0..<40).map { "\($0 % 10)漢" }.joined())
    for columns in [4, 7, 20, 41] {
      for cursor in 0...line.count {
        let window = LineWindow(line, cursor: cursor, columns: columns)
        #expect(window.cursorColumn >= 0 && window.cursorColumn < columns)
        #expect(DisplayWidth.of(window.text) <= columns)
        guard cursor < line.count, line[cursor].isASCII else { continue }
        // What stands in the cursor's column is the character behind the cursor.
        var column = 0
        let shown = window.text.first { character in
          defer { column += DisplayWidth.of(character) }
          return column == window.cursorColumn
        }
        #expect(shown == line[cursor], "columns \(columns), cursor \(cursor)")
      }
    }
  }

  @Test("typing on does not move the window at every key")
  func rest() {
    let line = Array(repeating: Character("x"), count: 100)
    let places = (50..<100).map { cursor in
      cursor - LineWindow(line, cursor: cursor, columns: 20).cursorColumn
    }
    #expect(Set(places).count <= 6)
  }
}
