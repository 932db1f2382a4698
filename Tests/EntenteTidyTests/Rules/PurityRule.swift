/// The pure rooms know no clock, no chance, no concurrency, no fractions and no outside world.
/// Time, names and chance reach them as values inside a command; that is why a session replays.
enum PurityRule {
  private static let why: [String: String] = [
    "async": "no concurrency here; the host calls this room on its event loop",
    "await": "no concurrency here; the host calls this room on its event loop",
    "withTaskGroup": "no concurrency here",
    "DispatchQueue": "no concurrency here",
    "ContinuousClock": "no clock here; take the time as a value of the command",
    "SuspendingClock": "no clock here; take the time as a value of the command",
    "SystemRandomNumberGenerator": "no chance here; use the keyed draw of the model",
    "shuffled": "no chance here; use the keyed draw of the model",
    "shuffle": "no chance here; use the keyed draw of the model",
    "randomElement": "no chance here; use the keyed draw of the model",
    "hashValue": "a hash value differs from process to process; use the bytes of the state hash",
    "FileManager": "no input or output here",
    "ProcessInfo": "no input or output here",
    "getenv": "no input or output here",
    "readLine": "no input or output here",
  ]
  private static let calls: [String: String] = [
    "Date": "no clock here; take the time as a value of the command",
    "UUID": "no chance here; take the identifier as a value of the command",
    "Task": "no concurrency here",
    "random": "no chance here; use the keyed draw of the model",
  ]
  private static let fractions: Set<String> = ["Double", "Float", "Decimal"]

  static func check(_ files: [SourceFile]) -> [Finding] {
    files.filter { RoomTable.row(of: $0.path).map { RoomTable.pure.contains($0.name) } ?? false }
      .flatMap(findings)
  }

  private static func findings(in file: SourceFile) -> [Finding] {
    let isWhole =
      RoomTable.row(of: file.path).map { RoomTable.wholeNumbers.contains($0.name) } ?? false
    return file.tokens.indices.compactMap { index in
      let token = file.tokens[index]
      guard token.kind == .word else { return nil }
      if let reason = why[token.text] {
        return file.finding(token.line, "`\(token.text)`: \(reason)")
      }
      if isWhole, fractions.contains(token.text) {
        return file.finding(
          token.line, "`\(token.text)`: integers only; use a quantity type and one rounding rule")
      }
      if let reason = calls[token.text], ["(", ".", "{"].contains(file.text(index + 1)) {
        return file.finding(token.line, "`\(token.text)\(file.text(index + 1))`: \(reason)")
      }
      if token.text == "actor", file.text(index + 1).first?.isUppercase == true {
        return file.finding(token.line, "`actor`: no concurrency here; use a struct")
      }
      return nil
    }
  }
}
