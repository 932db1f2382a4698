/// The part of Markdown that briefs use, as HTML: headings, paragraphs, lists, tables, quotes,
/// code, emphasis. Everything else stands as it was typed; no tag of an author ever becomes one.
enum MarkdownHTML {
  /// HTML of `text`, its headings `deeper` levels down.
  static func html(of text: String, deeper: Int = 0) -> String {
    var writer = MarkdownWriter(deeper: deeper)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      writer.read(line)
    }
    writer.close()
    return writer.html
  }

  /// Emphasis and code of one line.
  static func inline(_ text: some StringProtocol) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // A quote that is never closed is an ordinary character.
    let isPaired = parts.count % 2 == 1
    var codes: [String] = []
    let prose = parts.enumerated().map { place, part in
      guard place % 2 == 1 else { return HTMLPage.escaped(links(part)) }
      guard isPaired || place < parts.count - 1 else {
        return "`" + HTMLPage.escaped(links(part))
      }
      // Code may stand inside emphasis: its place is kept by a character no escaped text has.
      codes.append("<code>\(HTMLPage.escaped(part))</code>")
      return "\u{0}"
    }.joined()
    var rest = codes[...]
    return emphasis(prose).split(separator: "\u{0}", omittingEmptySubsequences: false)
      .map { piece in piece + (rest.popFirst() ?? "") }.joined()
  }

  /// `**bold**` and `*italic*` in escaped text.
  private static func emphasis(_ text: String) -> String {
    marked(marked(text, "**", "strong"), "*", "em")
  }

  private static func marked(_ text: String, _ mark: String, _ tag: String) -> String {
    var html = ""
    var rest = text[...]
    while let open = rest.firstRange(of: mark) {
      let behind = rest[open.upperBound...]
      guard let close = behind.firstRange(of: mark), let first = behind.first, first != " ",
        close.lowerBound > behind.startIndex
      else {
        html += rest[..<open.upperBound]
        rest = behind
        continue
      }
      html += rest[..<open.lowerBound] + "<\(tag)>" + behind[..<close.lowerBound] + "</\(tag)>"
      rest = behind[close.upperBound...]
    }
    return html + rest
  }

  /// `[text](address)` as text with the address behind it: on paper nobody can follow a link.
  private static func links(_ text: some StringProtocol) -> String {
    var plain = ""
    var rest = String(text)[...]
    while let middle = rest.firstRange(of: "](") {
      let before = rest[..<middle.lowerBound]
      let behind = rest[middle.upperBound...]
      guard let open = before.lastIndex(of: "["), let close = behind.firstIndex(of: ")") else {
        plain += rest[..<middle.upperBound]
        rest = behind
        continue
      }
      let address = behind[..<close]
      plain += before[..<open] + before[before.index(after: open)...]
      if address.hasPrefix("http") { plain += " (\(address))" }
      rest = behind[behind.index(after: close)...]
    }
    return plain + rest
  }
}

/// Writes blocks line by line.
private struct MarkdownWriter {
  private enum Block {
    case paragraph
    case list(String)
    case quote, code, table
  }

  let deeper: Int
  private(set) var html = ""
  private var block: Block?
  private var lines: [String] = []

  init(deeper: Int) { self.deeper = deeper }

  mutating func read(_ line: Substring) {
    if case .code = block {
      if line.hasPrefix("```") { close() } else { lines.append(String(line)) }
      return
    }
    let words = line.drop { $0 == " " }
    if words.isEmpty { return close() }
    if words.hasPrefix("```") { return open(.code) }
    if let level = Self.heading(words) {
      close()
      let tag = "h\(min(6, level + deeper))"
      html += "<\(tag)>\(MarkdownHTML.inline(words.dropFirst(level + 1)))</\(tag)>\n"
    } else if let (tag, item) = Self.item(words) {
      if case .list(tag) = block { lines.append(item) } else { open(.list(tag), item) }
    } else if words.hasPrefix("|") {
      if case .table = block { lines.append(String(words)) } else { open(.table, String(words)) }
    } else if words.hasPrefix(">") {
      let text = String(words.dropFirst().drop { $0 == " " })
      if case .quote = block { lines.append(text) } else { open(.quote, text) }
    } else if case .list = block, line.first == " ", let last = lines.popLast() {
      lines.append("\(last) \(words)")
    } else if case .paragraph = block {
      lines.append(String(words))
    } else {
      open(.paragraph, String(words))
    }
  }

  private mutating func open(_ new: Block, _ line: String? = nil) {
    close()
    block = new
    lines = line.map { [$0] } ?? []
  }

  mutating func close() {
    defer { (block, lines) = (nil, []) }
    switch block {
    case nil: return
    case .paragraph: html += "<p>\(MarkdownHTML.inline(lines.joined(separator: " ")))</p>\n"
    case .quote:
      html +=
        "<blockquote><p>\(MarkdownHTML.inline(lines.joined(separator: " ")))</p></blockquote>\n"
    case .code: html += "<pre>\(HTMLPage.escaped(lines.joined(separator: "\n")))</pre>\n"
    case .list(let tag):
      let items = lines.map { "<li>\(MarkdownHTML.inline($0))</li>\n" }.joined()
      html += "<\(tag)>\n\(items)</\(tag)>\n"
    case .table: html += table
    }
  }

  private var table: String {
    let rows = lines.map { line in
      line.split(separator: "|").map { MarkdownHTML.inline($0.trimmed) }
    }
    let isRuled =
      lines.count > 1 && lines[1].allSatisfy { "|-: ".contains($0) } && lines[1].contains("-")
    let heading = isRuled ? rows.prefix(1) : []
    let body = isRuled ? rows.dropFirst(2) : rows[...]
    let row = { (cells: [String], tag: String) in
      "<tr>\(cells.map { "<\(tag)>\($0)</\(tag)>" }.joined())</tr>\n"
    }
    let head = heading.map { row($0, "th scope=\"col\"") }.joined()
      .replacing("</th scope=\"col\">", with: "</th>")
    return "<table>\n\(head.isEmpty ? "" : "<thead>\(head)</thead>\n")<tbody>\n"
      + body.map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
  }

  private static func heading(_ words: Substring) -> Int? {
    let level = words.prefix { $0 == "#" }.count
    return 1...6 ~= level && words.dropFirst(level).first == " " ? level : nil
  }

  private static func item(_ words: Substring) -> (tag: String, text: String)? {
    if words.hasPrefix("- ") || words.hasPrefix("* ") { return ("ul", String(words.dropFirst(2))) }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    guard 1...3 ~= digits.count, words.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return ("ol", String(words.dropFirst(digits.count + 2)))
  }
}
