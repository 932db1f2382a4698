import Foundation

/// A terminal without a screen: what a program writes to `device` comes out of `output`, and what
/// is typed goes in by `type`.
final class PseudoTerminal: Sendable {
  /// The descriptor that a program uses as its terminal.
  let device: Int32
  /// Pieces of what was written.
  let output: AsyncStream<String>
  private let keyboard: Int32

  init(columns: Int) throws {
    // The C library hides its names for this from Swift, so Linux is asked itself.
    let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
    let keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var place: Int32 = 0
    guard keyboard >= 0, ioctl(keyboard, unlock, &isLocked) == 0,
      ioctl(keyboard, number, &place) == 0
    else { throw POSIXError(.ENXIO) }
    let device = open("/dev/pts/\(place)", O_RDWR | O_NOCTTY)
    guard device >= 0 else { throw POSIXError(.ENXIO) }
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(device, UInt(TIOCSWINSZ), &size)
    let (output, feed) = AsyncStream.makeStream(of: String.self)
    self.keyboard = keyboard
    self.device = device
    self.output = output
    Thread {
      while true {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(keyboard, &bytes, bytes.count)
        guard count > 0 else { return feed.finish() }
        feed.yield(String(decoding: bytes[..<count], as: UTF8.self))
      }
    }.start()
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Whether lines are edited and shown by the system, as a shell expects it.
  var isCooked: Bool {
    var mode = termios()
    tcgetattr(device, &mode)
    let flags = tcflag_t(ECHO | ICANON | ISIG)
    return mode.c_lflag & flags == flags
  }

  /// Ends `output`.
  func unplug() { close(device) }
}
