import NIOCore

/// What came in the bytes that were read.
struct Tally: Sendable {
  /// Requests that were answered, the failed ones included.
  var answers = 0
  var failures = 0
  /// Messages of others, and of oneself, that were handed out.
  var deliveries = 0
  /// Questions whether one is there.
  var pings = 0
  /// The first answer that was a failure.
  var firstFailure: String?
}

/// One protocol as a load speaks it: how a command is written, and what in the answer counts.
protocol Speech: Sendable {
  /// What is sent first, and how many answers have to come before the load may begin.
  var opening: [UInt8] { get }
  var openingAnswers: Int { get }
  /// The answer to a ping; empty where there are none.
  var pong: [UInt8] { get }
  /// Appends a command that no other of this connection equals.
  func append(command number: Int, to buffer: inout ByteBuffer)
  /// Counts what is whole in `bytes` and returns how many of them that is.
  func read(_ bytes: UnsafeRawBufferPointer, into tally: inout Tally) -> Int
}
