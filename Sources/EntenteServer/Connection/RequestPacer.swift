import EntenteWire
import NIOCore

/// The bucket of requests of one connection: a burst is free, a steady stream goes at the pace of
/// the refill, and who keeps pushing for longer than the wait is told to slow down.
struct RequestPacer {
  /// What is to become of a request that has arrived.
  enum Verdict: Equatable {
    case run
    /// Leave it unread for so long.
    case wait(TimeAmount)
    /// Answer 501; the bucket is full again after so many seconds.
    case refuse(retrySeconds: Int)
  }

  /// What a request costs: the time in which the bucket earns it back.
  private static let cost = 1_000_000_000 / Int64(WireLimits.bucketRequestsPerSecond)
  private static let full = cost * Int64(WireLimits.bucketRequests)

  /// Time saved up, in nanoseconds.
  private var credit = Self.full
  private var counted: NIODeadline
  /// Since when requests have been waiting without a break.
  private var waitingSince: NIODeadline?

  /// A full bucket.
  init(at now: NIODeadline) { counted = now }

  /// Decides about the next request, and takes its cost where it may run.
  mutating func next(at now: NIODeadline) -> Verdict {
    credit = min(Self.full, credit + (now - counted).nanoseconds)
    counted = now
    if credit >= Self.cost {
      credit -= Self.cost
      return .run
    }
    let since = waitingSince ?? now
    waitingSince = since
    guard now - since < .seconds(Int64(WireLimits.bucketWaitSeconds)) else {
      return .refuse(retrySeconds: Int((Self.full - credit) / 1_000_000_000) + 1)
    }
    return .wait(.nanoseconds(Self.cost - credit))
  }

  /// Takes note that everything that had arrived was dealt with.
  mutating func caughtUp() { waitingSince = nil }
}
