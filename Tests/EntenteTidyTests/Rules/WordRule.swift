/// Words that announce unfinished work, and calls that do not say why they stop.
enum WordRule {
  /// Written in two halves, so that this file does not break its own rule.
  private static let unfinished = [
    "TO" + "DO", "FIX" + "ME", "X" + "XX", "unimple" + "mented", "not imple" + "mented",
  ]

  static func checkUnfinished(_ files: [SourceFile], _ documents: [Document]) -> [Finding] {
    let texts = files.map { ($0.path, $0.lines) } + documents.map { ($0.path, $0.lines) }
    return texts.flatMap { path, lines in
      lines.indices.flatMap { index in
        unfinished.filter { contains(lines[index], word: $0) }.map {
          Finding(
            path: path, line: index + 1,
            message: "\"\($0)\": finish it, or open an issue and take the mark out")
        }
      }
    }
  }

  /// A trap without a sentence helps nobody who reads the log.
  static func checkTraps(_ files: [SourceFile]) -> [Finding] {
    let traps: Set<String> = ["fatalError", "preconditionFailure", "assertionFailure"]
    return files.flatMap { file in
      file.tokens.indices.compactMap { index in
        guard traps.contains(file.text(index)), file.text(index + 1) == "(",
          file.text(index + 2) == ")"
        else { return nil }
        return file.finding(
          file.tokens[index].line,
          "`\(file.text(index))()` needs a sentence: which promise was broken?")
      }
    }
  }

  /// Only the programs talk to the terminal; a room answers with values, the host logs.
  static func checkSpeech(_ files: [SourceFile]) -> [Finding] {
    let speech: Set<String> = ["print", "debugPrint", "dump"]
    return files.filter { file in
      RoomTable.row(of: file.path).map { !RoomTable.speaking.contains($0.name) } ?? file.isTest
    }.flatMap { file -> [Finding] in
      // A file with a function of that name means its own.
      let own = Set(
        file.tokens.indices.filter { file.text($0) == "func" }.map { file.text($0 + 1) })
      return file.tokens.indices.compactMap { index -> Finding? in
        guard speech.contains(file.text(index)), !own.contains(file.text(index)),
          file.text(index + 1) == "(",
          ![".", "func"].contains(file.text(index - 1))
        else { return nil }
        return file.finding(
          file.tokens[index].line,
          "`\(file.text(index))(` belongs to Sources/entente and Clients/Terminal. Return the text"
            + " or log it")
      }
    }
  }

  /// Whether `line` holds `word` with nothing of a word on either side.
  static func contains(_ line: String, word: String) -> Bool {
    var rest = line[...]
    while let range = rest.firstRange(of: word) {
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      let isWhole = [before, after].allSatisfy {
        !($0?.isLetter ?? false) && !($0?.isNumber ?? false)
      }
      if isWhole { return true }
      rest = line[range.upperBound...]
    }
    return false
  }
}
