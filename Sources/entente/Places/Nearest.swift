import EntenteModel

/// The end of a sentence about a word that is not known.
enum Nearest {
  /// `; did you mean "x"?` where a word is near, else a full stop.
  static func hint(_ word: String, among words: [String]) -> String {
    guard let near = NearestWord.find(word, among: words) else { return "." }
    return "; did you mean \"\(near)\"?"
  }
}
