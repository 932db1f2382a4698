import EntenteJSON
import NIOCore

/// The protocol of NATS: everybody subscribes to a subject, somebody publishes to it.
struct NATSSpeech: Speech {
  let opening: [UInt8]
  let openingAnswers = 1
  let pong = Array("PONG\r\n".utf8)
  private let command: [UInt8]

  /// Subscribes to `room` and publishes `size` bytes to it, over and over.
  init(room: String, size: Int) {
    opening = Array(
      "CONNECT {\"verbose\":false,\"pedantic\":false}\r\nSUB \(room) 1\r\nPING\r\n".utf8)
    command = Array(
      "PUB \(room) \(size)\r\n\(String(repeating: "x", count: size))\r\n".utf8)
  }

  func append(command number: Int, to buffer: inout ByteBuffer) { buffer.writeBytes(command) }

  func read(_ bytes: UnsafeRawBufferPointer, into tally: inout Tally) -> Int {
    var start = 0
    while let end = ByteWord.firstIndex(of: 0x0A, in: bytes, from: start) {
      var next = end + 1
      switch (bytes[start], bytes[min(start + 1, end)]) {
      case (UInt8(ascii: "M"), _):
        let line = bytes[start..<(end - 1)]
        let space = line.lastIndex(of: 0x20) ?? start
        let length = Int(String(decoding: line[(space + 1)...], as: UTF8.self)) ?? 0
        next += length + 2
        guard next <= bytes.count else { return start }
        tally.deliveries += 1
      case (UInt8(ascii: "P"), UInt8(ascii: "O")): tally.answers += 1
      case (UInt8(ascii: "P"), UInt8(ascii: "I")): tally.pings += 1
      case (UInt8(ascii: "-"), _):
        tally.failures += 1
        tally.firstFailure =
          tally.firstFailure ?? String(decoding: bytes[start..<end], as: UTF8.self)
      default: break
      }
      start = next
    }
    return start
  }
}
