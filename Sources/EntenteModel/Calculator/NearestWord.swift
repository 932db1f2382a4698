/// Finds the word somebody meant. The distance counts insertions, deletions, substitutions and
/// exchanges of neighbours, each as one (optimal string alignment).
package enum NearestWord {
  /// Longer words are compared by this many characters, so that a long line costs little.
  private static let lengthMax = 64

  /// How many edits lie between two words; case counts.
  package static func distance(_ one: String, _ other: String) -> Int {
    let from = Array(one.unicodeScalars.prefix(lengthMax))
    let to = Array(other.unicodeScalars.prefix(lengthMax))
    var beforeLast = [Int](repeating: 0, count: to.count + 1)
    var last = Array(0...to.count)
    for row in 0..<from.count {
      var current = [row + 1]
      for column in 0..<to.count {
        var best = min(
          last[column + 1] + 1, current[column] + 1,
          last[column] + (from[row] == to[column] ? 0 : 1))
        if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[to.count]
  }

  /// `words` by distance to `word`, its case ignored; ties by shared first letter, then
  /// alphabetically.
  package static func sorted(_ words: [String], by word: String) -> [String] {
    let word = String(word.prefix(lengthMax)).lowercased()
    func rank(_ candidate: String) -> (Int, Int, String) {
      let lowered = candidate.lowercased()
      return (distance(word, lowered), lowered.first == word.first ? 0 : 1, candidate)
    }
    return words.map(rank).sorted(by: <).map(\.2)
  }

  /// The nearest of `words`, nil if there are none.
  package static func nearest(to word: String, among words: [String]) -> String? {
    sorted(words, by: word).first
  }

  /// The nearest of `words` if it is near enough to be meant: one edit for words of up to four
  /// characters, two for longer ones.
  package static func suggestion(for word: String, among words: [String]) -> String? {
    guard let nearest = nearest(to: word, among: words) else { return nil }
    let limit = word.count <= 4 ? 1 : 2
    return distance(word.lowercased(), nearest.lowercased()) <= limit ? nearest : nil
  }
}
