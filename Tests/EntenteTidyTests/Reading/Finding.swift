import Testing

/// One place that breaks a rule, and what to do about it.
struct Finding: CustomStringConvertible, Equatable {
  var path: String
  var line: Int
  var message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// How many findings of one rule are printed before the rest is only counted.
private let shownMax = 25

/// Fails the running test once for every finding.
func report(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
  for finding in findings.prefix(shownMax) {
    Issue.record("\(finding)", sourceLocation: sourceLocation)
  }
  if findings.count > shownMax {
    Issue.record(
      "… and \(findings.count - shownMax) more like these", sourceLocation: sourceLocation)
  }
}
