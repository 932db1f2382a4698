/// Tables on standard output.
struct BenchReport {
  private static let width = 10

  func say(_ text: String) { print(text) }

  /// A title, and the names of the columns below it.
  func head(_ title: String, _ columns: [String]) {
    print("\n\(title)\n")
    row(columns)
  }

  /// One row; the first column has room for words.
  func row(_ cells: [String]) {
    let first = cells[0].padding(to: cells.count > 4 ? Self.width : 42)
    let rest = cells.dropFirst().map { $0.padding(to: Self.width, onLeft: true) }
    print(([first] + rest).joined())
  }

  /// Says so where requests failed: then the figures above it are not worth much.
  func failures(_ pair: Pair) {
    guard pair.failures > 0 else { return }
    print("  \(pair.failures) requests failed, for example: \(pair.ours.map(\.line).last ?? "")")
  }

  static func ratio(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }
}

extension String {
  fileprivate func padding(to width: Int, onLeft: Bool = false) -> String {
    let space = String(repeating: " ", count: max(1, width - count))
    return onLeft ? space + self : self + space
  }
}
