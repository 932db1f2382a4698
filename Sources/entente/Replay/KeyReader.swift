import Foundation

/// Single keys from a terminal, without waiting for Return and without showing them.
final class KeyReader {
  private var original: termios

  /// Nil where standard input is no terminal.
  init?() {
    original = termios()
    guard tcgetattr(STDIN_FILENO, &original) == 0 else { return nil }
    var raw = original
    // Ctrl-C comes as a key, so that the terminal is always put back.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
  }

  /// The next byte; nil at the end of the input.
  func next() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }

  /// Puts the terminal back as it was.
  func restore() { tcsetattr(STDIN_FILENO, TCSANOW, &original) }
}
