/// Times from request to answer, in microseconds.
struct Latencies: Sendable {
  private var values: [UInt32] = []

  /// Adds one, given in nanoseconds.
  mutating func add(nanoseconds: UInt64) {
    values.append(UInt32(clamping: nanoseconds / 1000))
  }

  /// Adds all of another run.
  mutating func append(_ other: Latencies) { values += other.values }

  /// How many there are.
  var count: Int { values.count }

  /// p50, p99 and the longest, in microseconds; 0 where there are none.
  var summary: (median: Int, p99: Int, longest: Int) {
    let sorted = values.sorted()
    guard let last = sorted.last else { return (0, 0, 0) }
    func quantile(_ percent: Int) -> Int { Int(sorted[(sorted.count - 1) * percent / 100]) }
    return (quantile(50), quantile(99), Int(last))
  }
}
