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
      var generator = SystemRandomNumberGenerator()
      // A word at a time: each draw asks the system.
      var bytes: [UInt8] = []
      while bytes.count < count {
        withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
      }
      return Array(bytes.prefix(count))
    })
}
