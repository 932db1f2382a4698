import EntenteJournal
import Foundation
import Testing

@Suite("The group committer")
struct GroupCommitterTests {
  private func batch(_ sequences: ClosedRange<Int>) -> JournalBatch {
    JournalBatch(entries: sequences.map { Fixture.entry("ex-1", $0) })
  }

  @Test("tells everybody in the order of submission, once")
  func ordered() throws {
    let store = GatedStore()
    let committer = GroupCommitter(store: store)
    let log = OutcomeLog()
    for sequence in 1...1_000 {
      try committer.submit(batch(sequence...sequence), completion: log.recorder(sequence))
    }
    committer.stop()
    #expect(log.lines == (1...1_000).map { "\($0) ok" })
    #expect(store.committed.flatMap { $0 } == Array(1...1_000))
  }

  @Test("takes all that waits, at most a group, when the commit before has ended")
  func groups() throws {
    let store = GatedStore(isOpen: false)
    let committer = GroupCommitter(store: store)
    let log = OutcomeLog()
    try committer.submit(batch(1...1), completion: log.recorder(1))
    store.waitForCommit()
    for sequence in 2...500 {
      try committer.submit(batch(sequence...sequence), completion: log.recorder(sequence))
    }
    #expect(log.lines.isEmpty)
    store.open()
    committer.stop()
    #expect(store.committed.map(\.count) == [1, 256, 243])
    #expect(log.lines.count == 500)
  }

  @Test("keeps a batch whole, however large")
  func keepsBatchesWhole() throws {
    let store = GatedStore(isOpen: false)
    let committer = GroupCommitter(store: store)
    let log = OutcomeLog()
    try committer.submit(batch(1...1), completion: log.recorder(1))
    store.waitForCommit()
    try committer.submit(batch(2...201), completion: log.recorder(2))
    try committer.submit(batch(202...301), completion: log.recorder(3))
    try committer.submit(batch(302...901), completion: log.recorder(4))
    store.open()
    committer.stop()
    #expect(store.committed.map(\.count) == [1, 200, 100, 600])
  }

  @Test("refuses what is too much for its queue and never tells about it")
  func bounded() throws {
    let store = GatedStore(isOpen: false)
    let committer = GroupCommitter(store: store, queueLimit: 3)
    let log = OutcomeLog()
    try committer.submit(batch(1...1), completion: log.recorder(1))
    store.waitForCommit()
    for sequence in 2...4 {
      try committer.submit(batch(sequence...sequence), completion: log.recorder(sequence))
    }
    let refused = refusal { () throws(JournalError) in
      try committer.submit(batch(5...5), completion: log.recorder(5))
    }
    #expect(refused == .queueFull)
    store.open()
    committer.stop()
    #expect(log.lines == ["1 ok", "2 ok", "3 ok", "4 ok"])
    let late = refusal { () throws(JournalError) in
      try committer.submit(batch(6...6), completion: log.recorder(6))
    }
    #expect(late == .closed)
  }

  @Test("after a failed sync fails all that waits and all that comes, without another try")
  func failedSync() throws {
    let store = GatedStore(isOpen: false)
    let committer = GroupCommitter(store: store)
    let log = OutcomeLog()
    try committer.submit(batch(1...1), completion: log.recorder(1))
    store.waitForCommit()
    try committer.submit(batch(2...2), completion: log.recorder(2))
    store.fail(with: JournalError(.unknownOutcome, "the sync failed"))
    store.open()
    log.wait(for: 2)
    store.fail(with: nil)
    try committer.submit(batch(3...3), completion: log.recorder(3))
    committer.stop()
    #expect(log.lines == ["1 unknownOutcome", "2 unknownOutcome", "3 unknownOutcome"])
    #expect(store.tries == 1)
  }

  @Test("with a full disk fails all that waits, and tries again once a second")
  func diskFull() throws {
    let store = GatedStore(isOpen: false)
    let clock = TestClock()
    let committer = GroupCommitter(store: store, now: { clock.now })
    let log = OutcomeLog()
    try committer.submit(batch(1...1), completion: log.recorder(1))
    store.waitForCommit()
    try committer.submit(batch(2...2), completion: log.recorder(2))
    store.fail(with: JournalError(.diskFull, "no room"))
    store.open()
    log.wait(for: 2)
    clock.advance(by: .milliseconds(999))
    try committer.submit(batch(1...1), completion: log.recorder(3))
    log.wait(for: 3)
    #expect(store.tries == 1)
    clock.advance(by: .milliseconds(1))
    try committer.submit(batch(1...1), completion: log.recorder(4))
    log.wait(for: 4)
    #expect(store.tries == 2)
    store.fail(with: nil)
    clock.advance(by: .seconds(1))
    try committer.submit(batch(1...1), completion: log.recorder(5))
    log.wait(for: 5)
    try committer.submit(batch(2...2), completion: log.recorder(6))
    committer.stop()
    let full = (1...4).map { "\($0) diskFull" }
    #expect(log.lines == full + ["5 ok", "6 ok"])
  }

  @Test("does not let one wrong batch take the others of its group with it")
  func isolatesConflicts() throws {
    let folder = try TestFolder()
    let store = try StoreKind.memory.openWithSession(in: folder)
    let gate = GatedStore(isOpen: false, store: store)
    let committer = GroupCommitter(store: gate)
    let log = OutcomeLog()
    let entries = Fixture.entries(of: Fixture.session(), 1...4)
    func submit(_ entry: JournalEntry, _ name: Int) throws {
      try committer.submit(JournalBatch(entries: [entry]), completion: log.recorder(name))
    }
    try submit(entries[0], 1)
    gate.waitForCommit()
    try submit(entries[1], 2)
    try submit(entries[3], 4)
    try submit(entries[2], 3)
    gate.open()
    committer.stop()
    #expect(log.lines == ["1 ok", "2 ok", "4 conflict", "3 ok"])
    #expect(try store.session("ex-1")?.headSequence == 3)
  }

  @Test("commits what several threads submit, each in its own order")
  func manyThreads() throws {
    let store = GatedStore()
    let committer = GroupCommitter(store: store, queueLimit: .max)
    let log = OutcomeLog()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for index in 1...200 {
        let entry = Fixture.entry("ex-\(thread)", thread * 1_000 + index)
        do throws(JournalError) {
          try committer.submit(
            JournalBatch(entries: [entry]), completion: log.recorder(entry.sequence))
        } catch {
          Issue.record(error)
        }
      }
    }
    committer.stop()
    let all = store.committed.flatMap { $0 }
    for thread in 0..<8 {
      #expect(all.filter { $0 / 1_000 == thread } == (1...200).map { thread * 1_000 + $0 })
    }
    #expect(log.lines.count == 1_600)
  }
}
