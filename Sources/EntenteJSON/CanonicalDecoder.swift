/// Turns JSON into `Decodable` values; the counterpart of `CanonicalEncoder`. It reads any JSON
/// that `JSONValue.parse` accepts, keys in any order, and ignores keys that nobody asks for.
package struct CanonicalDecoder: Sendable {
  private let limits: JSONLimits

  /// A decoder that refuses texts beyond `limits`.
  package init(limits: JSONLimits = .standard) { self.limits = limits }

  /// The value in `bytes`. The error has the offset where the JSON is wrong, or is a shape with the
  /// path where the value is of another kind.
  package func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(JSONError) -> Value {
    try decode(type, from: try JSONValue.parse(bytes, limits: limits))
  }

  /// As above, from JSON that is parsed already.
  package func decode<Value: Decodable>(
    _ type: Value.Type, from tree: JSONValue
  ) throws(JSONError) -> Value {
    do {
      return try TreeDecoder(tree: tree, path: nil).decode(type)
    } catch let error as JSONError {
      throw error
    } catch let error as DecodingError {
      throw Self.shape(error)
    } catch {
      throw CodingPath.error([], "\(error)")
    }
  }

  private static func shape(_ error: DecodingError) -> JSONError {
    switch error {
    case .keyNotFound(let key, let context):
      CodingPath.error(context.codingPath, "the key \"\(key.stringValue)\" is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      CodingPath.error(context.codingPath, context.debugDescription)
    @unknown default: CodingPath.error([], "\(error)")
    }
  }
}
