import NIOCore
import Synchronization

/// A clock that stands until it is moved.
final class ManualClock: Sendable {
  private let time = Mutex(NIODeadline.uptimeNanoseconds(1_000_000_000_000))

  var now: NIODeadline { time.withLock { $0 } }

  /// The time of day that goes with it, in milliseconds since the epoch.
  var milliseconds: Int {
    1_700_000_000_000 + Int((now.uptimeNanoseconds - 1_000_000_000_000) / 1_000_000)
  }

  func advance(seconds: Int64) { time.withLock { $0 = $0 + .seconds(seconds) } }
}
