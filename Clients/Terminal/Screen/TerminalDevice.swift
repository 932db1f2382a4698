import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal behind two file descriptors: its size, and the mode in which every key arrives.
final class TerminalDevice {
  private let input: Int32
  private let output: Int32
  private var before: termios?

  /// What the descriptors lead to; they need not be terminals.
  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Whether keys come from a terminal.
  var readsKeys: Bool { isatty(input) == 1 }
  /// Whether text goes to a terminal.
  var showsText: Bool { isatty(output) == 1 }

  /// Columns of the window; 80 where nobody knows.
  var columns: Int {
    var size = winsize()
    let isKnown = ioctl(output, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Lets every key through, unseen and at once, and has pastes marked as such. Does nothing twice.
  func beginKeys() {
    guard before == nil else { return }
    var mode = termios()
    guard tcgetattr(input, &mode) == 0 else { return }
    before = mode
    mode.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    mode.c_iflag &= ~tcflag_t(IXON | ICRNL | BRKINT | INPCK | ISTRIP)
    tcsetattr(input, TCSADRAIN, &mode)
    write("\u{1B}[?2004h")
  }

  /// Gives the terminal back as it was.
  func endKeys() {
    guard var mode = before else { return }
    before = nil
    write("\u{1B}[?2004l")
    tcsetattr(input, TCSADRAIN, &mode)
  }

  /// Writes all of `text`; false when nobody reads it any more.
  @discardableResult func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// `write` of the system, which a method of that name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
