/// Finds what a mistyped word was meant to be.
package enum NearestWord {
  /// A list of valid words in a sentence stops after this many.
  static let listLimit = 6
  /// No word of the language is longer, so a longer one is near to none.
  private static let lengthLimit = 40

  /// The word of `words` nearest to `word`: one edit away for words of up to four letters, two for
  /// longer ones; ties go to a shared first letter, then to the alphabet. Words of one or two
  /// letters are near to none: any other short word would be.
  package static func find(_ word: String, among words: [String]) -> String? {
    let count = word.utf8.count
    guard count > 2, count <= lengthLimit else { return nil }
    let limit = count <= 4 ? 1 : 2
    let ranked = words.map { (edits: distance(word, $0, limit: limit), other: $0) }
      .filter { $0.edits <= limit }
      .map { ($0.edits, $0.other.first == word.first ? 0 : 1, $0.other) }
    return ranked.min { $0 < $1 }?.2
  }

  /// Edits between two words, where an insertion, a deletion, a substitution and an exchange of
  /// neighbours cost 1 each; `limit + 1` stands for anything above `limit`.
  package static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    // Words of the language are ASCII, so bytes are letters here.
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in left.indices {
      var line = [row + 1]
      for column in right.indices {
        let same = left[row] == right[column]
        var best = min(above[column + 1] + 1, line[column] + 1, above[column] + (same ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        line.append(best)
      }
      before = above
      above = line
    }
    return min(above[right.count], limit + 1)
  }

  /// `Known: …` with up to six of `words`, in alphabetical order, and how many more there are.
  static func list(_ words: [String]) -> String {
    let sorted = Set(words).sorted()
    guard !sorted.isEmpty else { return "There are none here." }
    let rest = sorted.count - listLimit
    let named = sorted.prefix(listLimit).joined(separator: ", ")
    return rest > 0 ? "Known: \(named) and \(rest) more" : "Known: \(named)"
  }

  /// The end of a sentence about an unknown word, and the nearest word if there is one.
  static func hint(_ word: String, among words: [String]) -> (tail: String, nearest: String?) {
    if let nearest = find(word, among: words) { return (". Did you mean \"\(nearest)\"?", nearest) }
    return (". " + list(words), nil)
  }
}
