/// Files, functions and lines have an end.
enum LengthRule {
  static let fileLinesMax = 500
  static let functionLinesMax = 70
  static let columnsMax = 100

  static func checkFiles(_ files: [SourceFile]) -> [Finding] {
    files.filter { $0.lines.count > fileLinesMax }.map {
      $0.finding(
        fileLinesMax,
        "\($0.lines.count) lines; \(fileLinesMax) is the end. Split it by what it is about"
          + " (Type+Aspect.swift)")
    }
  }

  static func checkFunctions(_ files: [SourceFile]) -> [Finding] {
    files.flatMap { file in
      bodies(of: file).compactMap { name, first, last in
        let length = last - first + 1
        guard length > functionLinesMax else { return nil }
        return file.finding(
          first,
          "`\(name)` has \(length) lines; \(functionLinesMax) is the end. Name its parts"
            + " and make each a function")
      }
    }
  }

  /// A line may be longer only inside a literal of several lines, or to hold an address whole.
  static func checkColumns(_ files: [SourceFile]) -> [Finding] {
    files.flatMap { file in
      file.lines.indices.compactMap { index in
        let line = file.lines[index]
        let isComment = line.drop { $0 == " " }.hasPrefix("//")
        guard line.utf8.count > columnsMax, line.count > columnsMax,
          !file.literalLines.contains(index + 1), !(isComment && line.contains("://"))
        else { return nil }
        return file.finding(
          index + 1,
          "\(line.count) columns; \(columnsMax) is the end. Run Scripts/format, then"
            + " break what is left by hand")
      }
    }
  }

  /// Every function, initialiser, subscript and computed variable with a body.
  static func bodies(of file: SourceFile) -> [(name: String, first: Int, last: Int)] {
    file.tokens.indices.compactMap { index in
      let token = file.tokens[index]
      guard token.kind == .word, let open = bodyStart(of: file, at: index) else { return nil }
      let name = ["func", "var"].contains(token.text) ? file.text(index + 1) : token.text
      return (name, token.line, file.tokens[file.closing(open)].line)
    }
  }

  private static let starters: Set<String> = ["func", "init", "deinit", "subscript", "var"]
  private static let stops: Set<String> = [
    "actor", "associatedtype", "case", "class", "deinit", "enum", "extension", "fileprivate",
    "func", "import", "init", "internal", "let", "mutating", "package", "private", "protocol",
    "public", "static", "struct", "subscript", "typealias", "var", "}", "#",
  ]

  /// The index of the `{` that opens the body of the declaration whose keyword stands at `index`.
  static func bodyStart(of file: SourceFile, at index: Int) -> Int? {
    let keyword = file.tokens[index].text
    guard starters.contains(keyword), file.text(index - 1) != "." else { return nil }
    let first = index + (["func", "var"].contains(keyword) ? 2 : 1)
    var depth = 0
    for next in first..<max(first, file.tokens.count) {
      let token = file.tokens[next]
      switch token.text {
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth < 0 { return nil }  // The word was a label or an argument.
      case "{" where depth == 0: return next
      case "=" where depth == 0 && keyword == "var": return nil
      default:
        guard depth == 0 else { continue }
        if stops.contains(token.text) { return nil }
        let isNextLine = token.line > file.tokens[next - 1].line
        if keyword == "var", isNextLine { return nil }
      }
    }
    return nil
  }
}
