import Foundation

/// Tells somebody at a terminal how far long work has come; says nothing in a pipe.
struct Progress {
  private let noun: String
  private let count: Int
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ noun: String, of count: Int) {
    self.noun = noun
    self.count = count
  }

  func show(_ number: Int) {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\(noun) \(number) of \(count)".utf8))
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
