/// A Swift file as the rules see it: its place, its lines and its tokens.
struct SourceFile {
  /// The path from the project's root, with `/` between its parts.
  var path: String
  var lines: [String]
  var tokens: [Token]
  /// Lines that begin inside a literal of several lines.
  var literalLines: Set<Int>

  init(path: String, text: String) {
    self.path = path
    // Compared by bytes, so that "\r\n" does not hide a line end.
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() }
    (tokens, literalLines) = Lexer.read(text)
  }

  /// The name of the file without its folder and without `.swift`.
  var name: String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".swift") ? last.dropLast(6) : last)
  }

  var isTest: Bool { path.hasPrefix("Tests/") }

  func finding(_ line: Int, _ message: String) -> Finding {
    Finding(path: path, line: line, message: message)
  }

  /// The text of the token at `index`, or an empty text outside the file.
  func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

  /// The index of the `}` that closes the `{` at `open`, or the last index of a file cut short.
  func closing(_ open: Int) -> Int {
    var depth = 0
    for index in open..<tokens.count where tokens[index].kind == .symbol {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return tokens.count - 1
  }
}
