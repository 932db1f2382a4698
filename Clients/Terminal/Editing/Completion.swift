/// The words that what was typed may be the beginning of.
package struct Completion: Hashable, Sendable {
  /// The beginning, as typed; it ends at the cursor.
  package var typed: String
  /// In the order of the alphabet, no word twice.
  package var candidates: [String]

  /// Those of `words` that begin with `typed`, whatever the case.
  package init(of typed: String, in words: [String]) {
    self.typed = typed
    let start = typed.lowercased()
    candidates = Set(words).filter { $0.lowercased().hasPrefix(start) }.sorted()
  }

  /// What all words begin with, whatever the case, in the spelling of the first.
  static func commonStart(of words: [String]) -> String {
    guard let first = words.first else { return "" }
    var common = Array(first)
    for word in words.dropFirst() {
      let letters = Array(word)
      let same = zip(common, letters).prefix { $0.lowercased() == $1.lowercased() }.count
      common = Array(common[..<same])
    }
    return String(common)
  }
}
