/// A word, number or sign of a condition, with its offset in characters from 0.
struct ConditionToken: Hashable {
  enum Kind: Hashable {
    case word(String)
    case number(Int)
    case open, close, comma
    case comparison(String)
    /// A character that means nothing here.
    case stray(String)
    case end
  }

  var kind: Kind
  var offset: Int

  /// The tokens of `text`, closed by one of kind `end`.
  static func scan(_ text: String) -> [ConditionToken] {
    let characters = Array(text)
    var tokens: [ConditionToken] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      index += 1
      if character.isWhitespace { continue }
      let kind: Kind
      switch character {
      case "(": kind = .open
      case ")": kind = .close
      case ",": kind = .comma
      case "=": kind = .comparison("=")
      case ">" where index < characters.count && characters[index] == "=",
        "<" where index < characters.count && characters[index] == "=":
        index += 1
        kind = .comparison("\(character)=")
      case _ where isWordPart(character):
        while index < characters.count, isWordPart(characters[index]) { index += 1 }
        kind = word(String(characters[start..<index]))
      default: kind = .stray(String(character))
      }
      tokens.append(ConditionToken(kind: kind, offset: start))
    }
    return tokens + [ConditionToken(kind: .end, offset: characters.count)]
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_*.".contains(character))
  }

  private static func word(_ text: String) -> Kind {
    guard let first = text.first, first.isNumber || first == "-" else { return .word(text) }
    let isPlain = text.dropFirst(first == "-" ? 1 : 0).allSatisfy(\.isNumber)
    if isPlain, text.count <= 12, let number = Int(text) { return .number(number) }
    return .stray(text)
  }
}
