/// Something an author should know about a package: where it stands, what it is called, and one
/// sentence that says what would be right there.
package struct Finding: Sendable, Hashable {
  /// How bad it is.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The package cannot be played like this.
    case error
    /// The package can be played; somebody should look.
    case warning
  }

  package var severity: Severity
  /// Path inside the package, with `/`; empty for the package as a whole.
  package var file: String
  /// From 1; 0 where the finding is about the whole file.
  package var line: Int
  /// In characters from 1; 0 where the finding is about the whole file.
  package var column: Int
  /// A stable name in lower case, such as `unknown-programme`.
  package var name: String
  /// One sentence for the author: what is wrong, and what would be right there.
  package var sentence: String

  /// A finding at a place, or about a whole file where line and column are left out.
  package init(
    _ severity: Severity, file: String, line: Int = 0, column: Int = 0, name: String,
    _ sentence: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.name = name
    self.sentence = sentence
  }

  /// The one line that is printed, with the path of the package as its reader knows it:
  /// `Exercises/x/states.yaml:14:9: error unknown-programme: "canpy" is not a programme here.`
  package func printed(under folder: String) -> String {
    let path = [folder, file].filter { !$0.isEmpty }.joined(separator: "/")
    let place = line > 0 ? ":\(line):\(column)" : ""
    return "\(path)\(place): \(severity.rawValue) \(name): \(sentence)"
  }
}

extension Finding: Comparable {
  /// Files in bytewise order, then by position; a file's own findings come first.
  package static func < (left: Finding, right: Finding) -> Bool {
    (left.file, left.line, left.column, left.name, left.sentence)
      < (right.file, right.line, right.column, right.name, right.sentence)
  }
}

extension [Finding] {
  /// True if nothing here keeps the package from being played.
  package var allowPlay: Bool { allSatisfy { $0.severity != .error } }
}
