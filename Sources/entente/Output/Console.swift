import EntenteWire
import Foundation

/// The program's two outputs. Data and answers go to standard output, everything else to standard
/// error; nothing is buffered, so that a reader at the other end of a pipe has each line at once.
enum Console {
  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether somebody types at standard input.
  static var isTyped: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether colour is wanted: on a terminal, unless `NO_COLOR` is set.
  static var hasColour: Bool {
    isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Columns to write in: those of the terminal, 100 at most; nil where there is none.
  static var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return columnsUsual
    }
    return min(Int(size.ws_col), columnsMax)
  }

  /// What a terminal that does not tell is taken for, and the longest line that reads well.
  private static let columnsUsual = 80
  private static let columnsMax = 100

  /// A variable of the environment; nil where it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
    return value
  }

  /// A line on standard output, with what could play tricks on a terminal made visible.
  static func line(_ text: String = "") { write(VisibleText.escaped(text) + "\n") }

  /// A line of JSON on standard output, as it is.
  static func json(_ text: String) { write(text + "\n") }

  /// A line on standard output in bold where there is colour.
  static func heading(_ text: String) {
    let text = VisibleText.escaped(text)
    write(hasColour ? "\u{1B}[1m\(text)\u{1B}[0m\n" : text + "\n")
  }

  /// One sentence on standard error.
  static func complain(_ sentence: String) {
    emit(Array(("entente: " + VisibleText.escaped(sentence) + "\n").utf8), to: STDERR_FILENO)
  }

  /// A line for people on standard error, which is not an error.
  static func remark(_ text: String) {
    emit(Array((VisibleText.escaped(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// A question on standard error, answered on the same line.
  static func ask(_ text: String) { emit(Array(text.utf8), to: STDERR_FILENO) }

  /// Text on standard output, as it is.
  static func write(_ text: String) { write(bytes: Array(text.utf8)) }

  /// Bytes on standard output. A reader that went away ends the program quietly; a full disk
  /// behind a redirection is an error.
  static func write(bytes: [UInt8]) {
    guard let number = emit(bytes, to: STDOUT_FILENO) else { return }
    if number == EPIPE { exit(ExitStatus.success.rawValue) }
    Ending.end(
      Failure(
        .diskError,
        "Standard output cannot be written (\(String(cString: strerror(number)))); check where it "
          + "goes."))
  }

  /// Writes everything; the number of the error where that fails.
  @discardableResult
  private static func emit(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
