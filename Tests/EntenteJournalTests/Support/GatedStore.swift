import EntenteJournal
import Foundation

/// A store whose commits wait at a gate and fail on demand.
final class GatedStore: JournalCommitting, @unchecked Sendable {
  // Mutable state is touched only while `condition` is locked.
  private let condition = NSCondition()
  private var isOpen: Bool
  private var failure: JournalError?
  private var tryCount = 0
  private var batches: [[Int]] = []
  private let store: (any JournalStore)?

  init(isOpen: Bool = true, store: (any JournalStore)? = nil) {
    self.isOpen = isOpen
    self.store = store
  }

  /// The sequences of every commit that succeeded.
  var committed: [[Int]] { locked { batches } }
  /// Commits that were tried.
  var tries: Int { locked { tryCount } }

  func open() {
    locked {
      isOpen = true
      condition.broadcast()
    }
  }

  func fail(with error: JournalError?) { locked { failure = error } }

  /// Returns when a commit stands at the gate.
  func waitForCommit() { locked { while tryCount == 0 { condition.wait() } } }

  func commit(_ batch: JournalBatch) throws(JournalError) {
    let failure = locked {
      tryCount += 1
      condition.broadcast()
      while !isOpen { condition.wait() }
      return self.failure
    }
    if let failure { throw failure }
    try store?.commit(batch)
    locked { batches.append(batch.entries.map(\.sequence)) }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }
}
