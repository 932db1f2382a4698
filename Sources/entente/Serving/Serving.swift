import EntenteHost
import EntenteJournal
import EntenteSession
import Foundation

/// What a running server takes from this machine.
enum Serving {
  /// The rules with the hash they need.
  static let rules = Rules(hash: { HashChain.digest(of: $0) })

  /// The clock of the system and its chance.
  static let environment = HostEnvironment(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    },
    random: { count in
      var bytes = [UInt8](repeating: 0, count: count)
      bytes.withUnsafeMutableBytes { all in
        // The system gives up to 256 bytes a call.
        for start in stride(from: 0, to: count, by: 256) {
          let part = UnsafeMutableRawBufferPointer(rebasing: all[start..<min(count, start + 256)])
          guard getentropy(part.baseAddress, part.count) == 0 else {
            preconditionFailure("a system that serves has chance: errno \(errno)")
          }
        }
      }
      return bytes
    })
}
