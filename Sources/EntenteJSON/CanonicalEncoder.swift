/// Turns `Encodable` values into canonical JSON: integers only, keys sorted, and sets and
/// dictionaries in an order that depends on their content alone. Meant for whole worlds at a turn's
/// end and for packages; journal bodies use `JSONWriter`.
///
/// Numbers with a point are refused, as are integers outside 64 signed bits. A `Set` becomes an
/// array sorted by the canonical bytes of its elements. A `Dictionary` whose keys are texts or
/// whole numbers becomes an object; any other becomes an array of key, value, key, value, sorted by
/// the bytes of the keys. (A type that hands its own encoder on to a dictionary inside itself is
/// out of sight; synthesised conformances never do that.)
package struct CanonicalEncoder: Sendable {
  /// An encoder; it keeps nothing between two values.
  package init() {}

  /// The canonical bytes of `value`. The error is a shape with the path of what cannot be written.
  package func encode(_ value: some Encodable) throws(JSONError) -> [UInt8] {
    try tree(value).canonicalBytes
  }

  /// As `encode`, as a value.
  package func tree(_ value: some Encodable) throws(JSONError) -> JSONValue {
    do {
      return try EncodingBranch.slot(for: value, path: nil).finished(path: nil)
    } catch let error as JSONError {
      throw error
    } catch EncodingError.invalidValue(_, let context) {
      throw CodingPath.error(context.codingPath, context.debugDescription)
    } catch {
      throw CodingPath.error([], "\(error)")
    }
  }
}
