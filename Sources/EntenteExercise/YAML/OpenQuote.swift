/// Finds the quote an author forgot to close. The parser reads on to the next one, which may stand
/// far below, and complains there; people look for the line where it opens.
struct OpenQuote {
  private let rows: [[Unicode.Scalar]]
  private let end: (line: Int, column: Int)
  /// The opening quote of the text that is being read.
  private var mark: Unicode.Scalar?
  private var opening = (line: 0, column: 0)
  private var brackets = 0
  /// The indentation of the line that began lines of plain text, nil outside of such.
  private var block: Int?
  private var found: (line: Int, column: Int)?

  /// The place of the quote that opens in a line above `line` and is closed in it at or before
  /// `column`, or not at all; nil if there is none. Places count from 1.
  static func place(
    in rows: [Substring], line: Int, column: Int
  ) -> (line: Int, column: Int)? {
    var search = OpenQuote(
      rows: rows.prefix(line).map { Array($0.unicodeScalars) }, end: (line, column))
    return search.run()
  }

  private init(rows: [[Unicode.Scalar]], end: (line: Int, column: Int)) {
    self.rows = rows
    self.end = end
  }

  private mutating func run() -> (line: Int, column: Int)? {
    for (number, row) in rows.enumerated() { read(row, number: number + 1) }
    return mark == nil ? found : opening.line < end.line ? opening : nil
  }

  private mutating func read(_ row: [Unicode.Scalar], number: Int) {
    let indent = row.prefix { $0 == " " }.count
    if mark == nil {
      if let outer = block {
        if indent == row.count || indent > outer { return }
        block = nil
      }
      if indent == 0 { brackets = 0 }
    }
    var index = 0
    while index < row.count {
      if number == end.line, mark == nil, index >= end.column { return }
      index = step(row, at: index, number: number)
    }
    if mark == nil, beginsBlock(row) { block = indent }
  }

  /// Reads the character at `index` and answers where to go on.
  private mutating func step(_ row: [Unicode.Scalar], at index: Int, number: Int) -> Int {
    let scalar = row[index]
    if let open = mark {
      if open == "\"", scalar == "\\" { return index + 2 }
      guard scalar == open else { return index + 1 }
      if open == "'", row[safe: index + 1] == "'" { return index + 2 }
      if number == end.line, opening.line < number { found = opening }
      mark = nil
      return index + 1
    }
    switch scalar {
    case "#" where index == 0 || row[index - 1] == " ": return row.count
    case "[", "{": brackets += 1
    case "]", "}": brackets = max(0, brackets - 1)
    case "\"", "'":
      if canOpen(row, at: index) { (mark, opening) = (scalar, (number, index + 1)) }
    default: break
    }
    return index + 1
  }

  /// Whether a value can begin at `index`; a quote within words is a character like others.
  private func canOpen(_ row: [Unicode.Scalar], at index: Int) -> Bool {
    guard let last = row[..<index].last(where: { $0 != " " }) else { return true }
    switch last {
    case ":", "-": return row[index - 1] == " "
    case "[", "{": return true
    case ",": return brackets > 0
    default: return false
    }
  }

  /// Whether the line ends with the mark of text in lines of its own.
  private func beginsBlock(_ row: [Unicode.Scalar]) -> Bool {
    let word = row.reversed().drop { $0 == " " }.prefix { $0 != " " }.reversed()
    guard let first = word.first, first == "|" || first == ">" else { return false }
    return word.dropFirst().allSatisfy { "+-123456789".unicodeScalars.contains($0) }
  }
}
