import EntenteJournal
import Foundation

/// What completions said, in the order they came.
final class OutcomeLog: @unchecked Sendable {
  // Mutable state is touched only while `condition` is locked.
  private let condition = NSCondition()
  private var said: [String] = []

  var lines: [String] {
    condition.lock()
    defer { condition.unlock() }
    return said
  }

  func recorder(_ name: Int) -> GroupCommitter.Completion {
    { outcome in
      self.condition.lock()
      switch outcome {
      case .success: self.said.append("\(name) ok")
      case .failure(let error): self.said.append("\(name) \(error.code)")
      }
      self.condition.broadcast()
      self.condition.unlock()
    }
  }

  /// Returns when so many have spoken.
  func wait(for count: Int) {
    condition.lock()
    while said.count < count { condition.wait() }
    condition.unlock()
  }
}
