/// Text in lines no longer than a width, broken between words.
package enum Wrapping {
  /// The lines of a Markdown text for a terminal: paragraphs are joined before they are broken,
  /// lists keep a line an item, marks of emphasis and code are left out.
  package static func lines(ofMarkdown text: String, width: Int) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      let isItem = words.hasPrefix("- ") || words.hasPrefix("* ") || words.first?.isNumber == true
      let plain = words.drop { $0 == "#" }.drop { $0 == " " }
        .replacing("**", with: "").replacing("`", with: "")
      if words.isEmpty {
        isOpen = false
        paragraphs.append("")
      } else if isOpen, !isItem, let last = paragraphs.popLast() {
        paragraphs.append(last + " " + plain)
      } else {
        paragraphs.append(String(plain))
        isOpen = !words.hasPrefix("#")
      }
    }
    while paragraphs.last == "" { paragraphs.removeLast() }
    return paragraphs.flatMap { lines(of: $0, width: width) }
  }

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
