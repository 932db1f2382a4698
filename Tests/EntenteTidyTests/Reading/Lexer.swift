/// Splits Swift source into tokens. It knows just enough of the language to tell code from comments
/// and from literals; code inside an interpolation is code.
struct Lexer {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var tokens: [Token] = []
  private var literalLines: Set<Int> = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The tokens of `text`, and the numbers of the lines that begin inside a literal.
  static func read(_ text: String) -> (tokens: [Token], literalLines: Set<Int>) {
    var lexer = Lexer(text)
    lexer.code(insideInterpolation: false)
    return (lexer.tokens, lexer.literalLines)
  }

  private func peek(_ offset: Int = 0) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  private func sees(_ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == text.utf8Start[$0] }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
  }

  private mutating func code(insideInterpolation: Bool) {
    var depth = 0
    while at < bytes.count {
      let byte = peek()
      if byte <= 0x20 {
        advance()
      } else if sees("//") {
        while at < bytes.count, peek() != UInt8(ascii: "\n") { at += 1 }
      } else if sees("/*") {
        blockComment()
      } else if let hashes = hashesBeforeQuote() {
        string(hashes: hashes)
      } else if let length = regexLength() {
        tokens.append(Token(kind: .literal, text: "", line: line))
        advance(length)
      } else if isWord(byte) {
        word()
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if insideInterpolation, depth < 0 { return }
        tokens.append(
          Token(kind: .symbol, text: String(UnicodeScalar(byte)), line: line))
        advance()
      }
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...0xFF:
      true
    default: false
    }
  }

  private mutating func word() {
    let start = at
    if peek() == UInt8(ascii: "`") {
      at += 1
      while at < bytes.count, peek() != UInt8(ascii: "`"), peek() != UInt8(ascii: "\n") { at += 1 }
      at += 1
    } else {
      while at < bytes.count, isWord(peek()), peek() != UInt8(ascii: "`") { at += 1 }
    }
    at = min(at, bytes.count)
    tokens.append(
      Token(kind: .word, text: String(decoding: bytes[start..<at], as: UTF8.self), line: line))
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        advance(2)
      } else if sees("*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && at < bytes.count
  }

  /// The number of `#` in front of a string literal that begins here, or nil where none begins.
  private func hashesBeforeQuote() -> Int? {
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    return peek(hashes) == UInt8(ascii: "\"") ? hashes : nil
  }

  private func hashesFollow(_ count: Int, from offset: Int) -> Bool {
    (0..<count).allSatisfy { peek(offset + $0) == UInt8(ascii: "#") }
  }

  private mutating func string(hashes: Int) {
    tokens.append(Token(kind: .literal, text: "", line: line))
    advance(hashes)
    let isLong = sees("\"\"\"")
    let quotes = isLong ? 3 : 1
    advance(quotes)
    while at < bytes.count {
      if peek() == UInt8(ascii: "\\"), hashesFollow(hashes, from: 1) {
        advance(1 + hashes)
        if peek() == UInt8(ascii: "(") {
          advance()
          code(insideInterpolation: true)
        }
        nextInString()
      } else if isLong ? sees("\"\"\"") : sees("\""), hashesFollow(hashes, from: quotes) {
        return advance(quotes + hashes)
      } else if !isLong, peek() == UInt8(ascii: "\n") {
        return  // A literal of one line ends with its line, closed or not.
      } else {
        nextInString()
      }
    }
  }

  private mutating func nextInString() {
    let before = line
    advance()
    if line > before { literalLines.insert(line) }
  }

  /// The length of a regular-expression literal that begins here, or nil. A slash after a value is
  /// a division; a literal without `#` closes on its line.
  private func regexLength() -> Int? {
    let isExtended = sees("#/")
    guard isExtended || peek() == UInt8(ascii: "/") else { return nil }
    if !isExtended {
      if let last = tokens.last, !opensExpression(last) { return nil }
      if peek(1) <= 0x20 { return nil }
    }
    var offset = isExtended ? 2 : 1
    while at + offset < bytes.count, isExtended || peek(offset) != UInt8(ascii: "\n") {
      if peek(offset) == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      if peek(offset) == UInt8(ascii: "/"), !isExtended || peek(offset + 1) == UInt8(ascii: "#") {
        return offset + (isExtended ? 2 : 1)
      }
      offset += 1
    }
    return nil
  }

  private func opensExpression(_ token: Token) -> Bool {
    token.kind == .symbol ? "([{,=:;!&|?".contains(token.text) : token.text == "return"
  }
}
