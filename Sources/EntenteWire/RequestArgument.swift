/// One argument of a request: a word, or `name=value`.
package struct RequestArgument: Hashable, Sendable {
  /// The name before the `=`, as typed; nil for a word.
  package var name: String?
  /// The word or the value, without quotes.
  package var value: String
  /// Where it begins in the line, in bytes from 0.
  package var offset: Int

  /// A word, or `name=value`; a client leaves `offset` at 0.
  package init(name: String? = nil, _ value: String, offset: Int = 0) {
    self.name = name
    self.value = value
    self.offset = offset
  }

  /// Whether `byte` may stand in the name of an argument.
  static func nameAllows(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// Whether `byte` may stand in a word: visible ASCII but the quote.
  static func wordAllows(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && byte != UInt8(ascii: "\"")
  }

  /// Whether a word may begin with `byte`: these begin a text, JSON and a body.
  static func wordBegins(with byte: UInt8) -> Bool {
    byte != UInt8(ascii: ":") && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "[")
      && byte != UInt8(ascii: "<")
  }
}
