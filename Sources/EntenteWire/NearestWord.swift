/// The word somebody probably meant. The distance counts insertions, deletions, substitutions and
/// exchanges of neighbours, one each.
package enum NearestWord {
  /// The candidate nearest to `word`, if it is near enough: at most 1 away for words of up to four
  /// letters, else 2. Of several, the one with the same first letter, then the first in the
  /// alphabet. Upper and lower case are the same; the answer is spelt as in `candidates`.
  package static func find(_ word: String, in candidates: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    let allowed = typed.count <= 4 ? 1 : 2
    var best: (distance: Int, otherLetter: Int, word: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, letters)
      guard distance <= allowed else { continue }
      let rank = (distance, letters.first == typed.first ? 0 : 1, candidate)
      if best.map({ rank < $0 }) ?? true { best = rank }
    }
    return best?.word
  }

  /// Only for words whose lengths differ by two at most, so the table stays as small as the words.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var least = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, beforeLast[column - 2] + 1)
        }
        current[column] = least
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
