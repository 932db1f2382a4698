/// A value of a YAML file and the place where it stands, lines and columns from 1.
package struct YAMLNode: Sendable, Hashable {
  /// What a value can be.
  package enum Content: Sendable, Hashable {
    /// Words and numbers alike, as written, without quotes; what they mean is the reader's matter.
    case scalar(String)
    case list([YAMLNode])
    /// In the order written; no key twice.
    case map([YAMLEntry])
  }

  package var content: Content
  /// The line it begins in, from 1.
  package var line: Int
  /// The column it begins in, in characters from 1.
  package var column: Int
  /// Where the text of a scalar begins, behind its quote; nil where it stands in lines of its own.
  package var textColumn: Int?
  /// The file it stands in, where that is another than the one being read.
  package var file: String?

  /// A value that begins at a line and a column.
  package init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The value under `key`, nil if this is no map or has no such key.
  package subscript(key: String) -> YAMLNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text of a scalar, nil for a list or a map.
  package var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// True for a scalar that says nothing: no text, or what YAML writes for none.
  var isBlank: Bool {
    guard let text else { return false }
    let isPlain = textColumn == column
    return text.allSatisfy(\.isWhitespace) || isPlain && ["~", "null"].contains(text)
  }

  /// The members of a list; empty for everything else.
  package var members: [YAMLNode] {
    guard case .list(let members) = content else { return [] }
    return members
  }
}

/// A key of a map with its value; the place is that of the key.
package struct YAMLEntry: Sendable, Hashable {
  /// The key as written, without quotes.
  package var key: String
  /// The line of the key, from 1.
  package var line: Int
  /// The column of the key, in characters from 1.
  package var column: Int
  package var value: YAMLNode

  /// A key that begins at a line and a column, and its value.
  package init(key: String, line: Int, column: Int, value: YAMLNode) {
    self.key = key
    self.line = line
    self.column = column
    self.value = value
  }
}
