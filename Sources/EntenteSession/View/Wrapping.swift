/// Text in lines no longer than a width, broken between words.
package enum Wrapping {
  /// The lines of `text`; a line feed stays a break, an empty line stays empty.
  package static func lines(of text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ") {
        if !current.isEmpty, current.count + 1 + word.count > width {
          lines.append(current)
          current = ""
        }
        current += current.isEmpty ? String(word) : " " + word
      }
      return lines + [current]
    }
  }
}
