import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where signals are told: the writing end of the pipe of the one reader that listens, or -1. A
/// signal handler may not do more than write a byte.
private let signalPipe = Atomic<Int32>(-1)

/// Waits for input and for signals of the terminal on a thread of its own, since a terminal or a
/// pipe can only be waited for.
final class InputReader: Sendable {
  private enum Note: UInt8 {
    case resized = 1
    case stop
    case end
  }

  private static let pieceBytes = 64 * 1024

  private let descriptor: Int32
  private let take: @Sendable (ConsoleInput) -> Void
  private let columns: @Sendable () -> Int
  private let pipeEnds: (read: Int32, write: Int32)

  /// Reads from `descriptor`. `take` is called on the reader's thread.
  init(
    _ descriptor: Int32, columns: @escaping @Sendable () -> Int,
    take: @escaping @Sendable (ConsoleInput) -> Void
  ) {
    self.descriptor = descriptor
    self.columns = columns
    self.take = take
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "the system has a pipe left for signals")
    pipeEnds = (ends[0], ends[1])
  }

  /// Begins to read; with `listensToSignals`, the signals of this process too.
  func start(listensToSignals: Bool) {
    if listensToSignals { listen() }
    let thread = Thread { self.run() }
    thread.name = "entente-input"
    thread.start()
  }

  /// Ends the thread; what was not read stays unread.
  func stop() {
    _ = signalPipe.compareExchange(
      expected: pipeEnds.write, desired: -1, ordering: .sequentiallyConsistent)
    Self.tell(.end, pipeEnds.write)
  }

  private func listen() {
    signalPipe.store(pipeEnds.write, ordering: .sequentiallyConsistent)
    signal(SIGWINCH) { _ in InputReader.tell(.resized, signalPipe.load(ordering: .relaxed)) }
    // A terminal must not be left without echo. Who handles these signals already is not disturbed.
    for number in [SIGTERM, SIGHUP] where Self.isDefault(number) {
      signal(number) { _ in InputReader.tell(.stop, signalPipe.load(ordering: .relaxed)) }
    }
  }

  private static func isDefault(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      return action.__sigaction_u.__sa_handler == nil
    #else
      return action.__sigaction_handler.sa_handler == nil
    #endif
  }

  private static func tell(_ note: Note, _ pipe: Int32) {
    guard pipe >= 0 else { return }
    var byte = note.rawValue
    _ = write(pipe, &byte, 1)
  }

  private func run() {
    defer {
      close(pipeEnds.read)
      close(pipeEnds.write)
    }
    var isOpen = true
    while true {
      var waits = [
        pollfd(fd: pipeEnds.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen ? descriptor : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waits, 2, -1) >= 0 || errno == EINTR else { return take(.inputEnded) }
      if waits[0].revents != 0, !obey() { return }
      if waits[1].revents != 0 { isOpen = read() }
    }
  }

  /// Does what the notes of the pipe say; false at the end.
  private func obey() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = systemRead(pipeEnds.read, &bytes, bytes.count)
    for byte in bytes.prefix(max(0, count)) {
      switch Note(rawValue: byte) {
      case .resized: take(.resized(columns: columns()))
      case .stop: take(.stopped)
      case .end: return false
      case nil: break
      }
    }
    return true
  }

  /// Reads once; false when the input is at its end.
  private func read() -> Bool {
    var bytes = [UInt8](repeating: 0, count: Self.pieceBytes)
    let count = systemRead(descriptor, &bytes, bytes.count)
    if count > 0 {
      take(.bytes(Array(bytes[..<count])))
      return true
    }
    if count < 0, errno == EAGAIN || errno == EINTR { return true }
    take(.inputEnded)
    return false
  }
}

/// `read` of the system, which a method of that name would hide.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}
