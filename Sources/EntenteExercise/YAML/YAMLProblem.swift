import Yams

/// Puts what the YAML parser complains about into words for people who do not know YAML.
enum YAMLProblem {
  /// The finding for `error`, thrown while `text` was parsed.
  static func finding(for error: any Error, text: String, file: String) -> Finding {
    guard let error = error as? YamlError else {
      return Finding(.error, file: file, name: "syntax", "This is no YAML that can be read.")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return finding(problem, at: mark, text: text, file: file)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", first: context.mark, text: text, file: file)
    case .reader(let problem, _, _, _):
      return Finding(.error, file: file, name: "syntax", "YAML: \(problem).")
    case .memory:
      return Finding(.error, file: file, name: "too-deep", tooDeep)
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Finding(.error, file: file, name: "syntax", "This is no YAML that can be read.")
    }
  }

  private static let tooDeep = "Lists and maps stand too deep here."

  private static func finding(
    _ problem: String, at mark: Mark, text: String, file: String
  ) -> Finding {
    // The parser's own limit is told in words for those who call it.
    if problem.hasPrefix("Maximum nesting") {
      return Finding(
        .error, file: file, line: mark.line, column: mark.column, name: "too-deep", tooDeep)
    }
    let rows = lines(of: text)
    if let quote = OpenQuote.place(in: rows, line: mark.line, column: mark.column) {
      return Finding(
        .error, file: file, line: quote.line, column: quote.column, name: "syntax",
        "The quote that opens here is not closed where it should be; the text goes on to line "
          + "\(min(mark.line, rows.count)).")
    }
    let line = rows[safe: mark.line - 1] ?? ""
    let isTab = Array(line.unicodeScalars)[safe: mark.column - 1] == "\t"
    let sentence =
      isTab || line.drop { $0 == " " }.first == "\t"
      ? "A tab cannot indent in YAML; use blanks."
      : "YAML: \(problem). Often a quote, a colon or the indentation is the cause."
    return Finding(
      .error, file: file, line: mark.line, column: mark.column, name: isTab ? "tab" : "syntax",
      sentence)
  }

  /// The parser tells where a key stood first; people look for the second.
  private static func duplicate(
    _ key: String, first: Mark, text: String, file: String
  ) -> Finding {
    var place = (line: first.line, column: first.column)
    let rows = lines(of: text)
    for number in first.line..<max(first.line, rows.count) {
      let row = rows[number]
      let indent = row.prefix { $0 == " " }.count
      if indent < first.column - 1, indent < row.count, row.first != "#" { break }
      let word = row.dropFirst(first.column - 1)
      if indent == first.column - 1, word.hasPrefix(key),
        word.dropFirst(key.count).drop(while: { $0 == " " }).first == ":"
      {
        place = (number + 1, first.column)
        break
      }
    }
    let earlier = place.line > first.line ? " (first in line \(first.line))" : ""
    return Finding(
      .error, file: file, line: place.line, column: place.column, name: "duplicate-key",
      "\"\(key.prefix(40))\" is given twice\(earlier); keep one.")
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}

extension Array {
  /// The element at `index`, nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
