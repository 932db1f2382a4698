/// Looks at texts with the eyes of those who have to read them in time, or have them read aloud.
enum MarkdownCheck {
  /// Two pages; people read no more between opening an envelope and talking to a neighbour.
  static let briefWordsMax = 400

  /// Warnings about one text; `isBrief` for what people read under the clock.
  static func findings(_ text: String, file: String, isBrief: Bool) -> [Finding] {
    var findings: [Finding] = []
    let words = text.split(whereSeparator: \.isWhitespace).count
    if isBrief, words > briefWordsMax {
      findings.append(
        Finding(
          .warning, file: file, name: "long-text",
          "This brief has \(words) words; at most \(briefWordsMax) are read in time."))
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      for place in line.indices where line[place...].hasPrefix("![](") {
        let column = line.distance(from: line.startIndex, to: place) + 1
        findings.append(
          Finding(
            .warning, file: file, line: number + 1, column: column, name: "no-alternative-text",
            "Say in the brackets what the picture shows; not everybody sees it."))
      }
    }
    return findings
  }
}
