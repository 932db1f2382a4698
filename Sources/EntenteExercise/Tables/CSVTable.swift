/// A table as spreadsheets exchange it (RFC 4180): rows of cells, quoted where needed.
struct CSVTable: Hashable, Sendable {
  /// A larger table is no list of events.
  static let cellsMax = 20_000

  /// A quote that is never closed, or more cells than a table has.
  struct Damage: Error, Hashable, Sendable {
    /// The row it was noticed in, from 1.
    var row: Int
    var sentence: String
  }

  var rows: [[String]]

  init(rows: [[String]]) { self.rows = rows }

  /// Reads a table; the separator is the one its first line has most of: comma, semicolon or tab.
  init(_ text: String) throws(Damage) {
    var characters = Array(text.unicodeScalars)
    // Spreadsheets begin a file in UTF-8 with this mark.
    if characters.first?.value == 0xFEFF { characters.removeFirst() }
    let first = characters.prefix { $0 != "\n" }
    let separators: [Unicode.Scalar] = [",", ";", "\t"]
    let separator =
      separators.max { one, other in
        first.count { $0 == one } < first.count { $0 == other }
      } ?? ","
    rows = try Self.cells(characters, separator)
  }

  private static func cells(
    _ characters: [Unicode.Scalar], _ separator: Unicode.Scalar
  ) throws(Damage) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var count = 0
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      switch character {
      case "\"" where isQuoted && index < characters.count && characters[index] == "\"":
        cell.append("\"")
        index += 1
      case "\"" where isQuoted: isQuoted = false
      case "\"" where cell.isEmpty: isQuoted = true
      case _ where isQuoted: if character != "\r" { cell.append(character) }
      case separator, "\n":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        count += 1
        if character == "\n" {
          rows.append(row)
          row = []
        }
      case "\r": continue
      default: cell.append(character)
      }
      if count > cellsMax {
        throw Damage(row: rows.count + 1, sentence: "A table has at most \(cellsMax) cells.")
      }
    }
    if isQuoted {
      throw Damage(row: rows.count + 1, sentence: "A quote that opens here is never closed.")
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [String(cell)]) }
    return rows.filter { $0.contains { !$0.isEmpty } }
  }

  /// The text of the table, lines ended as spreadsheets expect, with the mark by which they know
  /// UTF-8.
  var text: String {
    "\u{FEFF}"
      + rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
    guard needsQuotes || cell.hasPrefix(" ") || cell.hasSuffix(" ") else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: formulas

  /// A cell that a spreadsheet would take for a formula is led by an apostrophe, and so is one that
  /// begins with an apostrophe of its own.
  static func guarded(_ cell: String) -> String {
    guard let first = cell.first, "=+-@'\t".contains(first) else { return cell }
    return "'" + cell
  }

  /// The cell without the apostrophe that guards it.
  static func unguarded(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let next = cell.dropFirst().first, "=+-@'\t".contains(next) else {
      return cell
    }
    return String(cell.dropFirst())
  }
}
