import EntenteSession
import EntenteWire

extension WireField {
  /// A field of a page on the wire.
  init(_ field: Page.Field) {
    switch field.value {
    case .integer(let number): self.init(field.name, number)
    case .text(let text): self.init(field.name, text)
    }
  }
}
