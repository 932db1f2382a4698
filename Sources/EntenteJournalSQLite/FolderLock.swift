import EntenteJournal
import Foundation
import Synchronization

/// The lock that makes one process the only writer of a data folder. The system gives it back when
/// the process ends in whatever way, so a crash leaves nothing to clean up.
final class FolderLock: Sendable {
  /// The file in the folder that carries the lock and the number of the process that has it.
  static let fileName = "entente.lock"

  /// Nil once the lock is given back.
  private let descriptor: Mutex<Int32?>

  /// Takes the lock. Throws `locked` with the holder's process number when another has it.
  init(folder: String) throws(JournalError) {
    let path = folder + "/" + Self.fileName
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let number = errno
      throw JournalError(
        number == ENOSPC ? .diskFull : .notWritable, "cannot write \(path)",
        underlying: SystemError(number: number))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard number == EWOULDBLOCK else {
        throw JournalError(
          .notWritable, "cannot lock \(path)", underlying: SystemError(number: number))
      }
      let name = holder.map { "process \($0)" } ?? "another process"
      throw JournalError(.locked(pid: holder), "\(folder) is in use by \(name)")
    }
    // The number only tells people who has the folder: a disk too full to take it is no reason to
    // refuse.
    let text = Array("\(getpid())\n".utf8)
    assert(descriptor >= 0, "The lock is held through an open file.")
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
    self.descriptor = Mutex(descriptor)
  }

  deinit { release() }

  /// Gives the folder free for another process.
  func release() {
    descriptor.withLock { held in
      if let held { close(held) }
      held = nil
    }
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var text = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &text, text.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: text[..<count], as: UTF8.self).filter { $0.isNumber })
  }
}

/// What the operating system answered.
struct SystemError: Error, CustomStringConvertible {
  /// The number of the answer, as in `errno.h`.
  let number: Int32

  /// The system's own words.
  var description: String { String(cString: strerror(number)) }
}
