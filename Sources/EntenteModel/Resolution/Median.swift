/// The middle of a list of numbers; of an even list the rounded mean of the middle two.
enum Median {
  static func of(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle] : rdiv(sorted[middle - 1] + sorted[middle], 2)
  }
}
