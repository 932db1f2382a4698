/// How a scarce input was shared out, by line; mU.
struct InputShare: Sendable {
  /// What the line asked for; 0 where it does not use the input.
  var wanted: [Int]
  /// From the pool of all suppliers.
  var pooled: [Int]
  /// From what its state had laid up.
  var released: [Int]
  /// From the market outside, and the $k set aside for it.
  var bought: [Int]
  var money: [Int]

  init(lines: Int) {
    wanted = Array(repeating: 0, count: lines)
    pooled = wanted
    released = wanted
    bought = wanted
    money = wanted
  }

  /// All a line may use.
  func allotted(_ line: Int) -> Int { pooled[line] + released[line] + bought[line] }

  /// What a line asked for and has not got.
  func missing(_ line: Int) -> Int { max(0, wanted[line] - allotted(line)) }

  /// Where the input of what a line built came from: the pool first, the market last.
  func use(of output: Int, _ line: Int) -> (pooled: Int, released: Int, bought: Int) {
    let fromPool = min(output, pooled[line])
    let fromReserve = min(output - fromPool, released[line])
    return (fromPool, fromReserve, min(output - fromPool - fromReserve, bought[line]))
  }
}
