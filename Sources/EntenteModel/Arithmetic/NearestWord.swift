/// Finds what a mistyped word was meant to be. The distance counts insertions, deletions,
/// substitutions and exchanges of neighbours, each as one (optimal string alignment).
package enum NearestWord {
  /// No word of the program is longer; longer ones are near to none and cost nothing.
  private static let lengthMax = 64

  /// The word of `words` nearest to `word`, if it is near enough to be meant: one edit away for
  /// words of up to four letters, two for longer ones; ties go to a shared first letter, then to
  /// the alphabet. Case does not count. Words of one or two letters are near to none: any other
  /// short word would be.
  package static func find(_ word: String, among words: [String]) -> String? {
    guard word.count > 2, word.count <= lengthMax else { return nil }
    let nearest = nearest(to: word, among: words)
    let limit = word.count <= 4 ? 1 : 2
    return nearest.flatMap { distance(word.lowercased(), $0.lowercased()) <= limit ? $0 : nil }
  }

  /// The nearest of `words`, however far, nil if there are none.
  package static func nearest(to word: String, among words: [String]) -> String? {
    sorted(words, by: word).first
  }

  /// `words` by distance to `word`; ties by shared first letter, then alphabetically.
  package static func sorted(_ words: [String], by word: String) -> [String] {
    let word = String(word.prefix(lengthMax)).lowercased()
    func rank(_ candidate: String) -> (Int, Int, String) {
      let lowered = candidate.lowercased()
      return (distance(word, lowered), lowered.first == word.first ? 0 : 1, candidate)
    }
    return words.map(rank).sorted(by: <).map(\.2)
  }

  /// How many edits lie between two words; case counts, and only the first 64 characters.
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
}
