import Foundation

/// Turns many small batches into few commits. One thread of its own takes everything that waits,
/// at most a group, whenever the commit before it has ended; there is no timer and one commit at a
/// time, so a busy disk makes groups larger and not the queue longer.
///
/// A batch counts as durable when its completion is called with success. Completions come on the
/// writer's thread, in the order of submission, each exactly once, and must not block.
package final class GroupCommitter: @unchecked Sendable {
  // Everything mutable is touched only while `condition` is locked.

  /// Hears what became of a batch.
  package typealias Completion = @Sendable (Result<Void, JournalError>) -> Void

  /// Commands in one transaction: large enough that a slow disk does not limit a class of forty,
  /// small enough that one commit stays within some milliseconds.
  package static let groupMax = 256
  /// Commands that may wait: sixty-four full groups, more than a hundred connections may have under
  /// way. Beyond that a client is better told to come back.
  package static let queueMax = 16_384
  /// How often a full disk is tried again, in seconds.
  package static let probeSeconds = 1

  private struct Submission {
    let batch: JournalBatch
    let completion: Completion
  }

  private let store: any JournalCommitting
  private let queueLimit: Int
  private let now: @Sendable () -> ContinuousClock.Instant

  private let condition = NSCondition()
  private var queue: [Submission] = []
  private var queuedWeight = 0
  private var isStopping = false
  private var hasFinished = false
  /// Set for good once the outcome of a commit is unknown: nothing decided after it can be trusted.
  private var fatal: JournalError?
  private var diskFull: (error: JournalError, since: ContinuousClock.Instant)?

  /// Starts the writer's thread; it runs until ``stop()``.
  package init(
    store: any JournalCommitting, queueLimit: Int = GroupCommitter.queueMax,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    precondition(queueLimit > 0, "A writer without a queue can take nothing.")
    self.store = store
    self.queueLimit = queueLimit
    self.now = now
    let thread = Thread { self.run() }
    thread.name = "entente.journal"
    thread.start()
  }

  /// Hands a batch to the writer. Throws `queueFull` or `closed`, and then the completion is never
  /// called.
  package func submit(
    _ batch: JournalBatch, completion: @escaping Completion
  ) throws(JournalError) {
    condition.lock()
    defer { condition.unlock() }
    guard !isStopping else { throw JournalError(.closed, "the journal's writer has stopped") }
    guard queue.isEmpty || queuedWeight + batch.weight <= queueLimit else {
      throw JournalError(.queueFull, "\(queuedWeight) commands wait for the disk")
    }
    queue.append(Submission(batch: batch, completion: completion))
    queuedWeight += batch.weight
    condition.signal()
  }

  /// Takes no more batches, writes those that wait, and returns when the thread has ended.
  package func stop() {
    condition.lock()
    isStopping = true
    condition.broadcast()
    while !hasFinished { condition.wait() }
    condition.unlock()
  }

  private func run() {
    while let group = nextGroup() {
      if let refusal = standingRefusal() {
        tell(group, .failure(refusal))
      } else {
        commit(group)
      }
    }
  }

  /// Waits for work. Nil when the writer is to end and nothing waits.
  private func nextGroup() -> [Submission]? {
    condition.lock()
    defer { condition.unlock() }
    while queue.isEmpty && !isStopping { condition.wait() }
    guard !queue.isEmpty else {
      hasFinished = true
      condition.broadcast()
      return nil
    }
    var count = 1
    var weight = queue[0].batch.weight
    while count < queue.count, weight + queue[count].batch.weight <= Self.groupMax {
      weight += queue[count].batch.weight
      count += 1
    }
    let group = Array(queue.prefix(count))
    queue.removeFirst(count)
    queuedWeight -= weight
    assert(queuedWeight >= 0, "What leaves the queue was counted when it came.")
    assert(!queue.isEmpty || queuedWeight == 0, "An empty queue weighs nothing.")
    return group
  }

  /// The error that meets a group without trying: always after an unknown outcome, and for a second
  /// after the disk was found full.
  private func standingRefusal() -> JournalError? {
    condition.lock()
    defer { condition.unlock() }
    if let fatal { return fatal }
    guard let diskFull, now() - diskFull.since < .seconds(Self.probeSeconds) else { return nil }
    return diskFull.error
  }

  private func commit(_ group: [Submission]) {
    precondition(!group.isEmpty, "A commit has something to write.")
    var whole = group[0].batch
    for submission in group.dropFirst() { whole.append(submission.batch) }
    do throws(JournalError) {
      try store.commit(whole)
      succeeded()
      tell(group, .success(()))
    } catch {
      if error.code == .conflict && group.count > 1 {
        commitOneByOne(group)
      } else {
        failed(group, with: error)
      }
    }
  }

  /// A batch that contradicts the store must not take the others of its group with it.
  private func commitOneByOne(_ group: [Submission]) {
    for (index, submission) in group.enumerated() {
      do throws(JournalError) {
        try store.commit(submission.batch)
        succeeded()
        tell([submission], .success(()))
      } catch {
        guard error.code == .conflict else {
          failed(Array(group[index...]), with: error)
          return
        }
        tell([submission], .failure(error))
      }
    }
  }

  private func succeeded() {
    condition.lock()
    diskFull = nil
    condition.unlock()
  }

  /// Tells a group that it failed. Whatever waits behind was decided on top of it, so after a full
  /// disk or an unknown outcome it fails too.
  private func failed(_ group: [Submission], with error: JournalError) {
    var behind: [Submission] = []
    condition.lock()
    if error.code == .unknownOutcome { fatal = error }
    if error.code == .diskFull { diskFull = (error, now()) }
    if error.code == .unknownOutcome || error.code == .diskFull {
      behind = queue
      queue = []
      queuedWeight = 0
    }
    condition.unlock()
    tell(group + behind, .failure(error))
  }

  private func tell(_ group: [Submission], _ outcome: Result<Void, JournalError>) {
    for submission in group { submission.completion(outcome) }
  }
}
