import EntenteTerminal

/// What stands on a terminal after some output: as much of one as the client uses.
struct ScreenModel {
  private(set) var rows: [[Character]] = [[]]
  private(set) var column = 0
  private(set) var bells = 0
  private(set) var unknown: [String] = []

  /// The rows without the spaces at their ends.
  var text: [String] {
    rows.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return String(row.filter { $0 != "\0" })
    }
  }

  /// The row of the cursor.
  var line: String { String((rows.last ?? []).filter { $0 != "\0" }) }

  mutating func write(_ text: String) {
    // Scalars, since a carriage return and a line feed would be one character.
    var rest = Array(text.unicodeScalars)[...]
    var visible = ""
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r", "\n", "\u{07}", "\u{1B}":
        put(visible)
        visible = ""
        control(scalar, &rest)
      default: visible.unicodeScalars.append(scalar)
      }
    }
    put(visible)
  }

  private mutating func control(
    _ scalar: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>
  ) {
    switch scalar {
    case "\r": column = 0
    case "\n":
      rows.append([])
      column = 0
    case "\u{07}": bells += 1
    default:
      let end = rest.dropFirst().firstIndex { ("@"..."~").contains($0) } ?? rest.endIndex - 1
      let sequence = rest[...end].map(String.init).joined()
      rest = rest[(end + 1)...]
      obey(sequence)
    }
  }

  private mutating func obey(_ sequence: String) {
    switch sequence.last {
    case "m": break
    case "J" where sequence == "[J":
      let row = rows.count - 1
      rows[row] = Array(rows[row].prefix(column))
    case "J" where sequence == "[2J": (rows, column) = ([[]], 0)
    case "H": break
    case "h", "l": break
    case "C": column += Int(sequence.dropFirst().dropLast()) ?? 0
    default: unknown.append(sequence)
    }
  }

  private mutating func put(_ text: String) {
    for character in text {
      let row = rows.count - 1
      let width = DisplayWidth.of(character)
      while rows[row].count < column + width { rows[row].append(" ") }
      rows[row][column] = character
      if width == 2 { rows[row][column + 1] = "\0" }
      column += width
    }
  }
}
