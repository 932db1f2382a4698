import EntenteJournal
import Foundation

/// A door in front of the disk: while it is shut, commits wait, and it may turn them away.
final class Gate: @unchecked Sendable {
  // Everything is touched only while `condition` is locked.
  private let condition = NSCondition()
  private var isOpen = true
  private var fault: JournalError?
  private var readingFault: JournalError?
  private var hasPackages = true
  private var isWaiting = false

  func shut() { set(false) }

  func open() { set(true) }

  /// Every commit fails so from now on; nil mends the disk.
  func fail(_ fault: JournalError.Code?) {
    condition.lock()
    self.fault = fault.map { JournalError($0, "the test's disk") }
    condition.unlock()
  }

  /// Looking up members, codes and accounts fails so from now on; nil mends it.
  func failReading(_ fault: JournalError.Code?) {
    condition.lock()
    readingFault = fault.map { JournalError($0, "the test's disk") }
    condition.unlock()
  }

  /// Throws where reading fails.
  func read() throws(JournalError) {
    condition.lock()
    defer { condition.unlock() }
    if let readingFault { throw readingFault }
  }

  /// The packages of the store are gone.
  func losePackages() {
    condition.lock()
    hasPackages = false
    condition.unlock()
  }

  /// Whether a commit stands in front of the door.
  var holdsCommit: Bool {
    condition.lock()
    defer { condition.unlock() }
    return isWaiting
  }

  var keepsPackages: Bool {
    condition.lock()
    defer { condition.unlock() }
    return hasPackages
  }

  /// Returns when the gate is open.
  func pass() throws(JournalError) {
    condition.lock()
    defer { condition.unlock() }
    isWaiting = true
    while !isOpen { condition.wait() }
    isWaiting = false
    if let fault { throw fault }
  }

  private func set(_ value: Bool) {
    condition.lock()
    isOpen = value
    condition.broadcast()
    condition.unlock()
  }
}

/// A store in memory whose commits pass a gate.
struct GatedStore: JournalStore {
  let gate: Gate
  let store = InMemoryJournalStore()

  func commit(_ batch: JournalBatch) throws(JournalError) {
    try gate.pass()
    try store.commit(batch)
  }

  func close() throws(JournalError) { try store.close() }
  func sessions() throws(JournalError) -> [SessionRecord] { try store.sessions() }
  func session(_ id: String) throws(JournalError) -> SessionRecord? { try store.session(id) }
  func entries(
    of session: String, after sequence: Int, limit: Int
  ) throws(JournalError) -> [JournalEntry] {
    try store.entries(of: session, after: sequence, limit: limit)
  }
  func entry(of session: String, actor: String, key: String) throws(JournalError) -> JournalEntry? {
    try store.entry(of: session, actor: actor, key: key)
  }
  func creation(actor: String, key: String) throws(JournalError) -> JournalEntry? {
    try store.creation(actor: actor, key: key)
  }
  func forEachEntry(
    of session: String, after sequence: Int, through last: Int,
    _ body: (BorrowedEntry) -> EntryStep
  ) throws(JournalError) {
    try store.forEachEntry(of: session, after: sequence, through: last, body)
  }
  func package(_ hash: [UInt8]) throws(JournalError) -> [UInt8]? {
    gate.keepsPackages ? try store.package(hash) : nil
  }
  func latestSnapshot(
    of session: String, notAfter sequence: Int, foldID: String
  ) throws(JournalError) -> Snapshot? {
    try store.latestSnapshot(of: session, notAfter: sequence, foldID: foldID)
  }
  func removeSnapshots(of session: String) throws(JournalError) {
    try store.removeSnapshots(of: session)
  }
  func checkpoints(of session: String) throws(JournalError) -> [Checkpoint] {
    try store.checkpoints(of: session)
  }
  func members(of session: String) throws(JournalError) -> [MemberRecord] {
    try store.members(of: session)
  }
  func member(secretHash: [UInt8]) throws(JournalError) -> MemberRecord? {
    try gate.read()
    return try store.member(secretHash: secretHash)
  }
  func joinCodes(of session: String) throws(JournalError) -> [JoinCodeRecord] {
    try store.joinCodes(of: session)
  }
  func joinCode(secretHash: [UInt8]) throws(JournalError) -> JoinCodeRecord? {
    try gate.read()
    return try store.joinCode(secretHash: secretHash)
  }
  func accounts() throws(JournalError) -> [AccountRecord] {
    try gate.read()
    return try store.accounts()
  }
  func meta(_ key: String) throws(JournalError) -> String? { try store.meta(key) }
  func integrityCheck() throws(JournalError) -> [String] { try store.integrityCheck() }
}
