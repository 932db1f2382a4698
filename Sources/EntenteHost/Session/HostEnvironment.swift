/// What the host takes from the world outside: time, chance, and nothing else. Tests hand in their
/// own, and then the same commands give the same journal bytes.
package struct HostEnvironment: Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var now: @Sendable () -> Int
  /// So many bytes that nobody can guess.
  package var random: @Sendable (_ count: Int) -> [UInt8]

  package init(
    now: @escaping @Sendable () -> Int, random: @escaping @Sendable (_ count: Int) -> [UInt8]
  ) {
    self.now = now
    self.random = random
  }
}
