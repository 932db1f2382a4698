import EntenteJournal
import Foundation
import Synchronization

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

/// A clock that stands until it is moved.
final class TestClock: Sendable {
  private let time = Mutex(ContinuousClock.now)

  var now: ContinuousClock.Instant { time.withLock { $0 } }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
