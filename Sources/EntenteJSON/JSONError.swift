/// Why a text is not the JSON we accept: what is wrong, and the byte where it was noticed.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// The text stops in the middle of a value.
    case unexpectedEnd
    /// Something else stands here than what was expected; the text names it with its article.
    case expected(String)
    /// A number with a point or an exponent.
    case notWhole
    /// A whole number outside the 64-bit range.
    case integerTooLarge
    /// A number such as `007`.
    case leadingZero
    /// The number `-0`.
    case minusZero
    /// A backslash that begins no escape of JSON.
    case badEscape
    /// One half of a surrogate pair alone.
    case loneSurrogate
    /// A raw control character inside a string.
    case controlCharacter(UInt8)
    /// Bytes that are not UTF-8.
    case badUTF8
    /// A key that stands twice in one object, compared by Unicode canonical equivalence.
    case duplicateKey(String)
    /// Nesting below the limit.
    case tooDeep(limit: Int)
    /// A text longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// Something follows the value.
    case trailingBytes
    /// Correct JSON of another shape than the reader wants; `path` names the place in it.
    case shape(path: String, problem: String)
  }

  /// The byte, from 0; 0 where the reason is a shape, which names a path instead.
  package var offset: Int
  /// What is wrong there.
  package var reason: Reason

  /// `reason`, noticed at byte `offset`, from 0.
  package init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  /// One plain sentence for people, without the place.
  package var sentence: String {
    switch reason {
    case .unexpectedEnd: "The JSON stops in the middle."
    case .expected(let what): "Expected \(what)."
    case .notWhole: "Numbers are whole here: no point and no exponent."
    case .integerTooLarge: "This number does not fit into 64 bits."
    case .leadingZero: "A number does not begin with 0 and go on."
    case .minusZero: "Write 0, not -0."
    case .badEscape: "This backslash begins no escape of JSON."
    case .loneSurrogate: "Half of a surrogate pair stands alone."
    case .controlCharacter(let byte):
      "A string holds the raw control character \(byte); write it as an escape."
    case .badUTF8: "This is not UTF-8."
    case .duplicateKey(let key): "The key \"\(key)\" stands twice in one object."
    case .tooDeep(let limit): "Nesting is deeper than \(limit)."
    case .tooLong(let limit): "The JSON is longer than \(limit) bytes."
    case .trailingBytes: "Something follows the end of the value."
    case .shape(let path, let problem): path.isEmpty ? problem : "At \(path): \(problem)"
    }
  }

  /// The sentence with its place.
  package var description: String {
    if case .shape = reason { return sentence }
    return "\(sentence) (byte \(offset))"
  }
}
