import EntenteModel

/// The end of a sentence about a word that is not known.
enum Hint {
  /// Lists in sentences stop after this many words.
  static let wordsMax = 6

  /// The nearest of `known`, or up to six that would do.
  static func nearest(to word: String, in known: [String]) -> String {
    let known = Set(known).filter { !$0.isEmpty }.sorted()
    if let near = NearestWord.find(word, among: known) { return "did you mean \"\(near)\"?" }
    if known.isEmpty { return "there are none here." }
    let some = known.prefix(wordsMax).joined(separator: ", ")
    return "known: \(some)\(known.count > wordsMax ? ", …" : "")."
  }
}
