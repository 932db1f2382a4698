/// What all connections of a run share: whether it counts now, and what was counted. Lives on the
/// loop of the run.
final class Window {
  /// Answers and deliveries count.
  var isMeasuring = false
  /// Nobody sends any more.
  var isStopping = false
  var tally = Tally()
  var latencies = Latencies()
  var workers: [any LoadWorker] = []

  /// Requests without an answer.
  var outstanding: Int { workers.reduce(0) { $0 + $1.outstanding } }
}

/// A connection that makes load.
protocol LoadWorker: AnyObject {
  /// Requests without an answer.
  var outstanding: Int { get }
  /// Begins to send.
  func begin()
  func close()
}
