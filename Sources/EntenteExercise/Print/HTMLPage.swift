/// A page of HTML for a printer: one file with its style inside, without program and without
/// anything from elsewhere. Text is always escaped.
package struct HTMLPage: Sendable {
  /// What stands between the tags of the body.
  package var body = ""
  private let title: String
  private let language: String

  /// A page with a title, in a language as in `en`.
  package init(title: String, language: String = "en") {
    self.title = title
    self.language = language
  }

  /// The whole document.
  package var text: String {
    """
    <!doctype html>
    <html lang="\(Self.escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  /// Text as it may stand between tags and in quotes; what hides or turns text around is left out.
  package static func escaped(_ text: some StringProtocol) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
      case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
      default: if !TextCheck.isRefused(scalar) { safe.append(scalar) }
      }
    }
    return String(safe)
  }

  /// Adds an element with escaped text.
  package mutating func add(_ tag: String, _ text: String) {
    body += "<\(tag)>\(Self.escaped(text))</\(tag)>\n"
  }

  /// Adds a line in small type.
  mutating func add(small text: String) {
    body += "<p class=\"small\">\(Self.escaped(text))</p>\n"
  }

  /// Adds Markdown, its headings `deeper` levels down.
  mutating func add(markdown text: String, deeper: Int = 1) {
    body += MarkdownHTML.html(of: text, deeper: deeper)
  }

  /// Adds a table; the first row is its heading, the first cell of the others theirs.
  package mutating func add(table rows: [[String]]) {
    guard let heading = rows.first, rows.count > 1 else { return }
    body += "<table>\n<thead><tr>"
    body += heading.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
    body += "</tr></thead>\n<tbody>\n"
    for row in rows.dropFirst() {
      let cells = row.enumerated().map { place, cell in
        place == 0
          ? "<th scope=\"row\">\(Self.escaped(cell))</th>" : "<td>\(Self.escaped(cell))</td>"
      }
      body += "<tr>\(cells.joined())</tr>\n"
    }
    body += "</tbody>\n</table>\n"
  }

  /// Adds a list, a line each.
  mutating func add(list lines: [String]) {
    guard !lines.isEmpty else { return }
    body += "<ul>\n"
    for line in lines { body += "<li>\(MarkdownHTML.inline(line))</li>\n" }
    body += "</ul>\n"
  }

  /// Opens a part that begins on a new sheet, with a line on who may read it.
  package mutating func begin(sheet readers: String) {
    body += "<section>\n<p class=\"readers\">\(Self.escaped(readers))</p>\n"
  }

  /// Closes the part.
  package mutating func end() { body += "</section>\n" }

  private static let style = """
    @page { size: A4; margin: 12mm 14mm; }
    body { font: 11pt/1.45 Georgia, "Liberation Serif", serif; color: #000; background: #fff;
      max-width: 178mm; margin: 0 auto; padding: 8mm 4mm; }
    h1, h2, h3, h4, th, .readers { font-family: Helvetica, "Liberation Sans", Arial, sans-serif; }
    h1 { font-size: 20pt; line-height: 1.15; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
    h1, h2, h3, h4 { break-after: avoid; margin: 1.1em 0 .4em; }
    section { break-before: page; border-top: 2pt solid #000; padding-top: 2mm; margin-top: 14mm; }
    section:first-of-type { margin-top: 0; }
    p { margin: .5em 0; } p, li { orphans: 3; widows: 3; }
    .readers { font-size: 9pt; font-weight: bold; text-transform: uppercase; letter-spacing: .06em; }
    .small { font-size: 8.5pt; line-height: 1.25; }
    table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: 10pt; }
    th, td { border: .5pt solid #555; padding: 1.2mm 2mm; text-align: left; vertical-align: top; }
    thead { display: table-header-group; } tr, .strip { break-inside: avoid; }
    code, pre { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: .92em; }
    pre { border: .5pt solid #555; padding: 2mm; white-space: pre-wrap; overflow-wrap: anywhere; }
    blockquote { border-left: 2pt solid #555; margin-left: 0; padding-left: 4mm; }
    .strip { border-bottom: 1pt dashed #555; padding: 5mm 0; }
    .strip .code { font: bold 20pt "Liberation Mono", monospace; letter-spacing: .08em; }
    /* On paper all of a team stands on one sheet. */
    @media print { body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.32; }
      section { margin-top: 0; border: 0; } h1 { font-size: 17pt; } h2 { font-size: 12.5pt; }
      h1, h2, h3, h4 { margin: .7em 0 .25em; } p { margin: .4em 0; }
      table { font-size: 9pt; margin: .4em 0; } th, td { padding: .5mm 2mm; } }
    """
}
