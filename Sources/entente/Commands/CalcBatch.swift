import EntenteSession
import Foundation

/// Reads questions from standard input and answers each with one line, in order, as they come.
enum CalcBatch {
  /// Bytes of a line that are looked at: a thousand times the longest question. What follows them
  /// is thrown away, so that no line can fill the memory.
  private static let lineMax = 1 << 20
  private static let chunk = 1 << 16

  static func run() {
    var line: [UInt8] = []
    var isBegun = false
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = read(STDIN_FILENO, &buffer, chunk)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var answers = ""
      for part in buffer[..<count].split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        if part.offset > 0 {
          answers += CalculatorJSON.answer(line: line) + "\n"
          line.removeAll(keepingCapacity: true)
        }
        line += part.element.prefix(max(0, lineMax - line.count))
        isBegun = !part.element.isEmpty || (part.offset == 0 && isBegun)
      }
      Console.write(answers)
    }
    if isBegun { Console.json(CalculatorJSON.answer(line: line)) }
  }
}
