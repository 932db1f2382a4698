/// Writes text as YAML that reads back as the same text.
enum YAMLText {
  /// One word bare where that is safe, else in double quotes.
  static func quoted(_ text: String) -> String {
    let isPlain = text.first.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
    let safe = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_.%".unicodeScalars.contains(scalar))
    }
    return isPlain && safe ? text : escaped(text)
  }

  /// Text of one line in double quotes, of several in lines of its own, `indent` blanks in.
  static func scalar(_ text: String, indent: Int) -> String {
    guard text.contains("\n") else { return text.isEmpty ? "" : quoted(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isRegular =
      lines[0].first.map { !$0.isWhitespace } ?? false
      && !text.hasSuffix("\n\n")
      && text.unicodeScalars.allSatisfy { $0 == "\n" || !TextCheck.isRefused($0) && $0 != "\t" }
    guard isRegular else { return escaped(text) }
    let mark = text.hasSuffix("\n") ? "|" : "|-"
    let body = text.hasSuffix("\n") ? lines.dropLast() : lines[...]
    let blanks = String(repeating: " ", count: indent)
    return mark + body.map { $0.isEmpty ? "\n" : "\n\(blanks)\($0)" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
