import EntenteJSON
import NIOCore

/// The entente line protocol: keyed commands in text mode.
struct LineSpeech: Speech {
  let opening: [UInt8]
  let openingAnswers: Int
  let pong: [UInt8] = []
  private let key: [UInt8]
  private let command: [UInt8]

  /// Sends `opening` line by line, then `command` over and over, its keys beginning with `name`.
  init(opening: [String], command: String, name: String) {
    self.opening = opening.flatMap { Array($0.utf8) + [0x0A] }
    openingAnswers = opening.count
    key = Array("@key=\(name)-".utf8)
    self.command = Array(" \(command)\n".utf8)
  }

  func append(command number: Int, to buffer: inout ByteBuffer) {
    buffer.writeBytes(key)
    buffer.writeString(String(number))
    buffer.writeBytes(command)
  }

  func read(_ bytes: UnsafeRawBufferPointer, into tally: inout Tally) -> Int {
    var start = 0
    while let end = ByteWord.firstIndex(of: 0x0A, in: bytes, from: start) {
      count(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), into: &tally)
      start = end + 1
    }
    return start
  }

  private func count(_ line: UnsafeRawBufferPointer, into tally: inout Tally) {
    var start = 0
    if line.first == UInt8(ascii: "@") {
      start = (line.firstIndex(of: 0x20) ?? line.count - 1) + 1
    }
    guard start + 1 < line.count else { return }
    switch (line[start], line[start + 1]) {
    case (UInt8(ascii: "O"), _): tally.answers += 1
    case (UInt8(ascii: "E"), UInt8(ascii: "R")):
      tally.answers += 1
      tally.failures += 1
      tally.firstFailure = tally.firstFailure ?? String(decoding: line, as: UTF8.self)
    case (UInt8(ascii: "E"), UInt8(ascii: "V")): if isMessage(line) { tally.deliveries += 1 }
    default: return
    }
  }

  /// Whether an `EVENT 12 message.sent …` is one; `member.joined` is none.
  private func isMessage(_ line: UnsafeRawBufferPointer) -> Bool {
    let number = "EVENT ".utf8.count
    guard line.count > number, let space = line[number...].firstIndex(of: 0x20),
      space + 3 < line.count
    else { return false }
    return line[space + 1] == UInt8(ascii: "m") && line[space + 3] == UInt8(ascii: "s")
  }
}
