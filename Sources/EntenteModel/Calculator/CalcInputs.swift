/// The checked arguments of one calculation. Asking for what the argument table does not promise is
/// a mistake in the table and traps.
package struct CalcInputs: Sendable {
  private let values: [String: CalcValue]

  init(_ arguments: [(String, CalcValue)]) {
    values = Dictionary(arguments) { first, _ in first }
  }

  private func value(_ name: String) -> CalcValue {
    guard let value = values[name] else { preconditionFailure("no argument \(name)") }
    return value
  }

  /// A whole number.
  func int(_ name: String) -> Int { value(name).number }
  /// A whole number with its unit.
  func amount<Amount: Quantity>(_ name: String) -> Amount { Amount(value(name).number) }
  /// True or false.
  func bool(_ name: String) -> Bool {
    guard case .bool(let value) = value(name) else { preconditionFailure("\(name) is no boolean") }
    return value
  }
  /// One of the words of an enum.
  func word<Word: RawRepresentable>(_ name: String) -> Word where Word.RawValue == String {
    guard case .string(let text) = value(name), let word = Word(rawValue: text) else {
      preconditionFailure("\(name) is no word")
    }
    return word
  }
  /// The items of a list.
  func items(_ name: String) -> [CalcValue] {
    guard case .list(let items) = value(name) else { preconditionFailure("\(name) is no list") }
    return items
  }
  /// A list of whole numbers.
  func ints(_ name: String) -> [Int] { items(name).map(\.number) }
  /// A list of whole numbers with their unit.
  func amounts<Amount: Quantity>(_ name: String) -> [Amount] {
    items(name).map { Amount($0.number) }
  }
  /// A list of true or false.
  func bools(_ name: String) -> [Bool] { items(name).map { $0 == .bool(true) } }
  /// A list of words.
  func strings(_ name: String) -> [String] {
    items(name).map { item in
      guard case .string(let text) = item else { preconditionFailure("\(name) has no words") }
      return text
    }
  }
  /// A list of objects, each to be asked like the whole.
  func records(_ name: String) -> [CalcInputs] {
    items(name).map { item in
      guard case .object(let pairs) = item else { preconditionFailure("\(name) has no objects") }
      return CalcInputs(pairs)
    }
  }
  /// An object by key, to be asked like the whole.
  func object(_ name: String) -> CalcInputs {
    guard case .object(let pairs) = value(name) else {
      preconditionFailure("\(name) is no object")
    }
    return CalcInputs(pairs)
  }
  /// Whether a key is there, where an object may leave some out.
  func has(_ name: String) -> Bool { values[name] != nil }
}

extension CalcValue {
  /// The number of a checked value.
  fileprivate var number: Int {
    guard case .int(let number) = self else { preconditionFailure("\(self) is no number") }
    return number
  }
}
