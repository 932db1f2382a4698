/// A line that is no request, with what the answer needs.
package struct RequestRefusal: Error, Hashable, Sendable {
  /// The `id` tag, as far as it could be read.
  package var id: String?
  /// What is wrong, and where.
  package var error: WireError
  /// Whether the line ended in `<<`: its body follows, and must be read and thrown away.
  package var opensBody: Bool

  /// A refusal that is answered under `id`.
  package init(id: String?, error: WireError, opensBody: Bool) {
    self.id = id
    self.error = error
    self.opensBody = opensBody
  }
}
