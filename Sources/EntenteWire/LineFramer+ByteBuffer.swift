package import NIOCore

/// What a connection's bytes mean, line by line.
package enum WireInput: Hashable, Sendable {
  /// A line without its end, as a slice that shares the bytes it came in.
  case line(ByteBuffer)
  /// A line beyond the limit, thrown away; `opensBody` when it ended in `<<`.
  case tooLong(opensBody: Bool)
  /// The connection began with another protocol. Nothing comes after this.
  case wrongProtocol(ForeignProtocol)
}

extension LineFramer {
  /// Takes the next input out of `buffer`, or returns nil when no whole line is left in it.
  package mutating func next(in buffer: inout ByteBuffer) -> WireInput? {
    while true {
      switch buffer.withUnsafeReadableBytes({ next($0) }) {
      case .line(let length, let consumed):
        guard let line = buffer.getSlice(at: buffer.readerIndex, length: length) else {
          preconditionFailure("A line lies inside the bytes it was found in.")
        }
        buffer.moveReaderIndex(forwardBy: consumed)
        return .line(line)
      case .tooLong(let opensBody, let consumed):
        buffer.moveReaderIndex(forwardBy: consumed)
        return .tooLong(opensBody: opensBody)
      case .discard(let consumed): buffer.moveReaderIndex(forwardBy: consumed)
      case .foreign(let foreign):
        buffer.moveReaderIndex(forwardBy: buffer.readableBytes)
        return .wrongProtocol(foreign)
      case .incomplete: return nil
      }
    }
  }
}

extension RequestParser {
  /// The request in `line`, as `parse(_:)` of its bytes.
  package static func parse(_ line: ByteBuffer) throws(RequestRefusal) -> RequestLine? {
    try line.withUnsafeReadableBytes { bytes in
      Result { () throws(RequestRefusal) in try parse(bytes) }
    }.get()
  }
}

extension ServerLineParser {
  /// The server's line in `line`, as `parse(_:)` of its bytes.
  package static func parse(_ line: ByteBuffer) throws(WireError) -> ServerLine {
    try line.withUnsafeReadableBytes { bytes in
      Result { () throws(WireError) in try parse(bytes) }
    }.get()
  }
}

extension BodyAssembler {
  /// Takes a line without its end.
  package mutating func add(_ line: ByteBuffer) -> Step {
    line.withUnsafeReadableBytes { add($0) }
  }
}

extension RequestReader {
  /// Takes a line without its end.
  package mutating func take(_ line: ByteBuffer) -> Output {
    line.withUnsafeReadableBytes { take($0) }
  }
}
