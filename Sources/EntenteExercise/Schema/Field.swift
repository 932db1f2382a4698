/// A value that fits its shape, in canonical units, with the place where it stands.
struct Field: Sendable {
  indirect enum Value: Sendable {
    case number(Int)
    case text(String)
    case flag(Bool)
    case list([Field])
    case record(Fields)
  }

  var value: Value
  var line: Int
  var column: Int
  /// Where the text of a scalar begins, nil where it stands in lines of its own.
  var textColumn: Int?
  /// The file it stands in, where that is another than the one that was read.
  var file: String?

  init(_ value: Value, at node: YAMLNode) {
    self.value = value
    line = node.line
    column = node.column
    textColumn = node.textColumn
    file = node.file
  }
}

/// The keys of a record or map that could be read, in the order written. What is missing or could
/// not be read has been reported, so accessors answer nil and the caller goes on with a default.
struct Fields: Sendable {
  var entries: [(key: String, field: Field)] = []
  var line = 1
  var column = 1
  /// The file they stand in, where that is another than the one that was read.
  var file: String?
  /// The id its author wrote, where it goes by another name.
  var written: String?

  subscript(key: String) -> Field? { entries.first { $0.key == key }?.field }

  func number(_ key: String) -> Int? {
    if case .number(let number)? = self[key]?.value { number } else { nil }
  }

  func text(_ key: String) -> String? {
    if case .text(let text)? = self[key]?.value { text } else { nil }
  }

  func flag(_ key: String) -> Bool? {
    if case .flag(let flag)? = self[key]?.value { flag } else { nil }
  }

  func record(_ key: String) -> Fields? {
    if case .record(let record)? = self[key]?.value { record } else { nil }
  }

  /// The members of a list; empty where there is none.
  func list(_ key: String) -> [Field] {
    if case .list(let list)? = self[key]?.value { list } else { [] }
  }

  /// The records of a list.
  func records(_ key: String) -> [Fields] { list(key).compactMap(\.record) }

  /// The words of a list.
  func texts(_ key: String) -> [String] { list(key).compactMap(\.text) }

  /// The keys whose values are numbers, in the order written.
  var numbers: [(key: String, value: Int)] {
    entries.compactMap { entry in entry.field.number.map { (entry.key, $0) } }
  }
}

extension Field {
  var number: Int? {
    if case .number(let number) = value { number } else { nil }
  }

  var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  var record: Fields? {
    if case .record(let record) = value { record } else { nil }
  }
}
