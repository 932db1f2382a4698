/// Names say what a thing is in the words of the field.
enum NameRule {
  private static let vague: Set<String> = [
    "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Info",
    "Placeholder",
  ]
  /// Fine in front of another word (`DataFolder`), empty at the end (`StateData`).
  private static let vagueAtEnd: Set<String> = ["Data"]

  static func check(_ files: [SourceFile]) -> [Finding] {
    files.flatMap { file -> [Finding] in
      var findings: [Finding] = []
      // `Type+Aspect`: each part is a name of its own.
      for part in file.name.split(separator: "+") {
        if let word = vagueWord(String(part)) {
          findings.append(file.finding(1, "the file name says \"\(word)\"; say what it holds"))
        }
      }
      for index in file.tokens.indices
      where ["struct", "enum", "class", "actor", "protocol", "typealias"]
        .contains(file.text(index))
        && file.text(index - 1) != "."
      {
        let name = file.text(index + 1)
        guard name.first?.isUppercase == true, let word = vagueWord(name) else { continue }
        findings.append(
          file.finding(
            file.tokens[index].line, "`\(name)` says \"\(word)\"; name it after what it is"))
      }
      return findings
    }
  }

  /// The word of `name` that says nothing, if there is one.
  static func vagueWord(_ name: String) -> String? {
    let words = camelWords(name)
    if let last = words.last, vagueAtEnd.contains(last) { return last }
    return words.first { vague.contains($0) }
  }

  /// `DealTextInfo` is `Deal`, `Text`, `Info`.
  static func camelWords(_ name: String) -> [String] {
    name.reduce(into: []) { words, letter in
      if letter.isUppercase || words.isEmpty {
        words.append(String(letter))
      } else {
        words[words.count - 1].append(letter)
      }
    }
  }
}
