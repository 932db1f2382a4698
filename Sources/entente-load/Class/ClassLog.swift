import NIOCore

/// What forty people met: times of commands and of readings, and every answer that was no `OK`.
actor ClassLog {
  private(set) var commands = Latencies()
  private(set) var readings = Latencies()
  /// Answers by which the rules said no: a part of the game.
  private(set) var refusals = 0
  /// Answers, by number, that nobody should have met.
  private(set) var errors: [Int: Int] = [:]
  private(set) var firstError: String?

  /// Takes note of an answer that came so many nanoseconds after its request.
  func note(_ line: String, isCommand: Bool, nanoseconds: UInt64, _ answer: Answer) {
    if isCommand {
      if answer.isOK { commands.add(nanoseconds: nanoseconds) }
    } else {
      readings.add(nanoseconds: nanoseconds)
    }
    guard let number = answer.errorNumber else { return }
    if (600..<700).contains(number) {
      refusals += 1
    } else {
      fail(number, "\(line) was answered: \(answer.text)")
    }
  }

  /// Takes note of something that nobody should have met.
  func fail(_ number: Int, _ text: String) {
    errors[number, default: 0] += 1
    firstError = firstError ?? text
  }

  /// All errors.
  var errorCount: Int { errors.values.reduce(0, +) }
}
