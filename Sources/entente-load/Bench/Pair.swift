/// Several runs of the same load against the server and against a peer, taken in turns so that what
/// else the machine does meets both.
struct Pair: Sendable {
  var ours: [Figures] = []
  var theirs: [Figures] = []

  /// Runs both, `rounds` times.
  static func run(
    rounds: Int, ours: () async throws -> Figures, theirs: () async throws -> Figures
  ) async throws -> Pair {
    var pair = Pair()
    for _ in 0..<rounds {
      pair.ours.append(try await ours())
      pair.theirs.append(try await theirs())
    }
    return pair
  }

  /// The median of a figure over the runs of one side.
  static func median(_ runs: [Figures], _ name: String) -> Int {
    let values = runs.map { $0[name] }.sorted()
    return values.isEmpty ? 0 : values[values.count / 2]
  }

  /// The median of the ratios of the single runs, ours to theirs.
  func ratio(_ name: String) -> Double {
    let ratios = zip(ours, theirs).map { Double($0[name]) / Double(max(1, $1[name])) }.sorted()
    return ratios.isEmpty ? 0 : ratios[ratios.count / 2]
  }

  /// Requests that failed on our side.
  var failures: Int { ours.reduce(0) { $0 + $1["failures"] } }
}
