// Words, for moves and for completion.
extension LineEditor {
  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  /// Where the word before the cursor begins.
  var wordStart: Int {
    var place = cursor
    while place > 0, !Self.isOfWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isOfWord(characters[place - 1]) { place -= 1 }
    return place
  }

  /// Where the word after the cursor ends.
  var wordEnd: Int {
    var place = cursor
    while place < characters.count, !Self.isOfWord(characters[place]) { place += 1 }
    while place < characters.count, Self.isOfWord(characters[place]) { place += 1 }
    return place
  }

  /// Completes what stands before the cursor: the one word that fits with a space behind it, or as
  /// much as all that fit have in common, or else the candidates to be shown.
  package mutating func complete(with completion: Completion) -> Outcome {
    guard let first = completion.candidates.first else { return .refused }
    if completion.candidates.count == 1 {
      let hasSpace = cursor < characters.count && characters[cursor] == " "
      return put(first + (hasSpace ? "" : " "), inPlaceOf: completion.typed)
    }
    let common = Completion.commonStart(of: completion.candidates)
    guard common.count > completion.typed.count else {
      return .candidates(completion.candidates)
    }
    return put(common, inPlaceOf: completion.typed)
  }

  private mutating func put(_ word: String, inPlaceOf typed: String) -> Outcome {
    let start = cursor - typed.count
    guard start >= 0 else { return .refused }
    characters.removeSubrange(start..<cursor)
    cursor = start
    return insert(word)
  }
}
