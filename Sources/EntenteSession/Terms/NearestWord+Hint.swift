import EntenteModel

extension NearestWord {
  /// A list of valid words in a sentence stops after this many.
  static let listLimit = 6

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
