import EntenteJSON

/// Cuts terms into tokens. What fits nowhere becomes a finding and is left out.
struct TermsLexer {
  private let characters: [Character]
  private var index = 0
  private var place: TermsPlace
  private var tokens: [TermsToken] = []
  private var findings: [TermsFinding] = []

  private init(_ text: String, _ source: TermsSource) {
    characters = Array(text)
    place = source.start
  }

  /// All tokens of `text`, and what could not be read.
  static func read(
    _ text: String, source: TermsSource
  ) -> (tokens: [TermsToken], findings: [TermsFinding]) {
    var lexer = TermsLexer(text, source)
    while lexer.index < lexer.characters.count { lexer.next() }
    return (lexer.tokens, lexer.findings)
  }

  private mutating func next() {
    let character = characters[index]
    if character == " " || character == "\t" {
      advance(1)
    } else if Self.isLineEnd(character) {
      take(1, .separator)
      if let line = place.line { place = TermsPlace(line: line + 1, column: 1) }
    } else if character == ";" {
      take(1, .separator)
    } else if character == "\"" {
      string()
    } else if Self.isLetter(character) || startsNumber(at: index) {
      run()
    } else if let symbol = symbol() {
      take(symbol.count, .symbol(symbol))
    } else {
      strange()
    }
  }

  private func symbol() -> String? {
    let character = characters[index]
    let next = index + 1 < characters.count ? characters[index + 1] : " "
    if character == ">" || character == "<", next == "=" { return "\(character)=" }
    return "=,:>+".contains(character) ? String(character) : nil
  }

  private mutating func run() {
    var end = index + 1
    while end < characters.count, Self.isWordPart(characters[end]) { end += 1 }
    let text = String(characters[index..<end]).lowercased()
    take(end - index, Self.isLetter(characters[index]) ? .word(text) : .number(text))
  }

  private mutating func string() {
    var end = index + 1
    var isEscaped = false
    while end < characters.count, !Self.isLineEnd(characters[end]) {
      if !isEscaped, characters[end] == "\"" { break }
      isEscaped = !isEscaped && characters[end] == "\\"
      end += 1
    }
    let isClosed = end < characters.count && characters[end] == "\""
    let typed = String(characters[index..<(isClosed ? end + 1 : end)])
    if isClosed, case .string(let text)? = try? JSONValue.parse(typed) {
      take(end + 1 - index, .string(text))
      return
    }
    let sentence =
      isClosed ? "Only the escapes of JSON work in quotes" : "The closing quote is missing"
    findings.append(TermsFinding(.unknownValue, at: place, near: typed, sentence))
    // An empty text stands in its place, so that nothing else is reported about it.
    take(isClosed ? end + 1 - index : end - index, .string(""))
  }

  private mutating func strange() {
    var end = index + 1
    while end < characters.count, isStrange(at: end) { end += 1 }
    let typed = String(characters[index..<end])
    findings.append(
      TermsFinding(
        .unknownWord, at: place, near: typed,
        "\"\(typed.prefix(TermsFinding.nearLimit))\" means nothing here"))
    advance(end - index)
  }

  private func isStrange(at index: Int) -> Bool {
    let character = characters[index]
    return !Self.isWordPart(character) && !Self.isLineEnd(character)
      && !" \t;\"=,:><+".contains(character)
  }

  private func startsNumber(at index: Int) -> Bool {
    if Self.isDigit(characters[index]) { return true }
    guard characters[index] == "-" || characters[index] == ".", index + 1 < characters.count else {
      return false
    }
    return Self.isDigit(characters[index + 1])
  }

  private mutating func take(_ count: Int, _ kind: TermsToken.Kind) {
    let typed = String(characters[index..<(index + count)])
    tokens.append(TermsToken(kind: kind, typed: typed, place: place))
    advance(count)
  }

  private mutating func advance(_ count: Int) {
    index += count
    place.column += count
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isWholeNumber
  }

  private static func isLetter(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Words hold letters, digits and hyphens, numbers also a point and a percent sign. An underscore
  /// stays in the word, so that the nearest word can be named.
  private static func isWordPart(_ character: Character) -> Bool {
    isLetter(character) || isDigit(character) || "-_.%".contains(character)
  }
}
