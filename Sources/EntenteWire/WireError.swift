/// A refusal as the wire tells it: a code, the fields that name the thing, the value and the limit
/// it broke, and a sentence a person can act on.
package struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Number and name.
  package var code: WireCode
  /// The thing, the value, the limit; no name twice.
  package var fields: [WireField]
  /// One or two sentences for the person.
  package var text: String

  /// `ERR code NAME fields :text`.
  package init(_ code: WireCode, _ fields: [WireField], _ text: String) {
    self.code = code
    self.fields = fields
    self.text = text
  }

  /// As the line in text mode, without its end.
  package var description: String {
    var bytes: [UInt8] = []
    ServerLinePrinter.append(ServerLine(self), as: .text, to: &bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  /// `text` cut to a length at which an error can repeat it.
  package static func echo(_ text: some StringProtocol) -> String {
    guard text.count > WireLimits.echoedCharacters else { return String(text) }
    return text.prefix(WireLimits.echoedCharacters - 1) + "…"
  }
}
