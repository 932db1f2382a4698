/// The project stands alone: no file of it names a place outside of it.
enum BoundaryRule {
  /// Written in halves, so that this file does not break its own rule.
  private static let outside = [
    ".." + "/shared", "/wo" + "rk/", "design " + "page", "/tmp/" + "mini",
  ]

  static func check(_ files: [SourceFile], _ documents: [Document]) -> [Finding] {
    let texts = files.map { ($0.path, $0.lines) } + documents.map { ($0.path, $0.lines) }
    return texts.flatMap { path, lines in
      lines.indices.flatMap { index in
        outside.filter { mentions(lines[index], $0) }.map {
          Finding(
            path: path, line: index + 1,
            message: "\"\($0)\" is outside the project; say here what the reader needs, or name a"
              + " document of the project")
        }
      }
    }
  }

  /// Whether `line` names `place`; `frame` + `work/x` is no path that begins with a slash.
  static func mentions(_ line: String, _ place: String) -> Bool {
    var rest = line[...]
    while let range = rest.firstRange(of: place) {
      let before = line[..<range.lowerBound].last
      let isPartOfPath =
        place.hasPrefix("/") && (before.map { $0.isLetter || $0.isNumber } ?? false)
      if !isPartOfPath { return true }
      rest = line[range.upperBound...]
    }
    return false
  }
}
