import EntenteWire

/// Slows guessing down: wrong codes and tokens are counted by address and in all; over the limit
/// every further try waits, and the wait doubles.
struct LoginLimits {
  private struct Count {
    var since: Int
    var wrong: Int
    /// No try before this moment, milliseconds since the epoch.
    var notBefore: Int
    var delay: Int
  }

  /// A minute, in milliseconds.
  private static let window = 60_000
  /// The first wait and the longest one, in milliseconds.
  private static let firstDelay = 2_000
  private static let delayMax = 300_000
  /// Addresses remembered; beyond that the oldest are forgotten, since memory is bounded.
  private static let addressesMax = 10_000

  private var byAddress: [String: Count] = [:]
  private var all = Count(since: 0, wrong: 0, notBefore: 0, delay: 0)

  /// Milliseconds somebody at `address` has to wait before a try; 0 is now.
  func wait(for address: String, at now: Int) -> Int {
    max(0, (byAddress[address]?.notBefore ?? 0) - now, all.notBefore - now)
  }

  /// A try was wrong.
  mutating func failed(_ address: String, at now: Int) {
    if byAddress.count >= Self.addressesMax {
      byAddress = byAddress.filter { now - $0.value.since < Self.window }
      if byAddress.count >= Self.addressesMax { byAddress.removeAll() }
    }
    var count = byAddress[address] ?? Count(since: now, wrong: 0, notBefore: 0, delay: 0)
    Self.note(&count, limit: WireLimits.wrongCodesPerMinuteAndAddress, at: now)
    byAddress[address] = count
    Self.note(&all, limit: WireLimits.wrongCodesPerMinuteAndSession, at: now)
  }

  private static func note(_ count: inout Count, limit: Int, at now: Int) {
    if now - count.since >= window {
      count.since = now
      count.wrong = 0
      if now > count.notBefore + window { count.delay = 0 }
    }
    count.wrong += 1
    guard count.wrong > limit else { return }
    count.delay = count.delay == 0 ? firstDelay : min(delayMax, count.delay * 2)
    count.notBefore = now + count.delay
  }
}
