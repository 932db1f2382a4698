import EntenteWire

/// How long to wait between tries: doubling up to an end, with some chance in it, so that a class
/// does not come back all at the same moment.
package struct Backoff: Hashable, Sendable {
  /// Milliseconds before the first try.
  package var first: Int
  /// Milliseconds at which the doubling stops.
  package var max: Int

  /// Waits of `first` to `max` milliseconds; the defaults are the protocol's.
  package init(
    first: Int = WireLimits.reconnectMilliseconds, max: Int = WireLimits.reconnectMillisecondsMax
  ) {
    precondition(first >= 0 && max >= first, "a wait is not below 0, and the longest is the last")
    self.first = first
    self.max = max
  }

  /// Milliseconds before the try `attempt`, from 1: a fifth more or less than the plain doubling,
  /// and never more than `max`. `chance` is any number; each of its values is as likely.
  package func delay(attempt: Int, chance: UInt32) -> Int {
    precondition(attempt >= 1, "tries are counted from 1")
    // 16 doublings are more than any span that makes sense, and cannot overflow.
    let plain = Swift.min(max, first << Swift.min(attempt - 1, 16))
    let spread = plain / 5
    guard spread > 0 else { return plain }
    return Swift.min(max, plain - spread + Int(chance) % (2 * spread + 1))
  }
}
