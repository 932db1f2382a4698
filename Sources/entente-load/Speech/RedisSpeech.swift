import EntenteJSON
import NIOCore

/// The protocol of Redis: `XADD` of one field to a stream.
struct RedisSpeech: Speech {
  let opening: [UInt8] = []
  let openingAnswers = 0
  let pong: [UInt8] = []
  private let command: [UInt8]

  /// Adds `size` bytes to `stream`, over and over.
  init(stream: String, size: Int) {
    let words = ["XADD", stream, "*", "text", String(repeating: "x", count: size)]
    command = Array(
      ("*\(words.count)\r\n" + words.map { "$\($0.utf8.count)\r\n\($0)\r\n" }.joined()).utf8)
  }

  func append(command number: Int, to buffer: inout ByteBuffer) { buffer.writeBytes(command) }

  func read(_ bytes: UnsafeRawBufferPointer, into tally: inout Tally) -> Int {
    var start = 0
    while let end = ByteWord.firstIndex(of: 0x0A, in: bytes, from: start) {
      var next = end + 1
      if bytes[start] == UInt8(ascii: "$") {
        let length = Int(String(decoding: bytes[(start + 1)..<(end - 1)], as: UTF8.self)) ?? 0
        next += length + 2
        guard next <= bytes.count else { return start }
      }
      tally.answers += 1
      if bytes[start] == UInt8(ascii: "-") {
        tally.failures += 1
        tally.firstFailure =
          tally.firstFailure ?? String(decoding: bytes[start..<end], as: UTF8.self)
      }
      start = next
    }
    return start
  }
}
