package import EntenteJournal
package import EntenteSession
import EntenteWire
package import Logging
package import NIOCore

/// Owns every live session of one event loop: takes requests, has them decided, writes what happens
/// into the journal, and answers when it is durable. Nothing here is visible to anybody before its
/// commit, and everything runs on the loop; only the writer's thread is elsewhere.
package final class Host {
  package let loop: any EventLoop
  package let environment: HostEnvironment
  package let store: any JournalStore
  package let exercises: ExerciseSource
  package let rules: Rules
  package let options: HostOptions
  package let logger: Logger
  let committer: GroupCommitter

  package internal(set) var sessions: [String: LiveSession] = [:]
  /// Sessions that are over and that nobody looks at: opened again when somebody asks.
  package internal(set) var shelved: Set<String> = []
  /// Sessions that cannot be served, and why.
  package internal(set) var quarantined: [String: String] = [:]
  var connections: [Int: HostConnection] = [:]
  /// Connections of each session, by its id.
  var audience: [String: [HostConnection]] = [:]
  var nextConnection = 1
  var limits = LoginLimits()
  let passwords = PasswordDesk()
  /// Join codes by the hash of the code, as far as they were read or made.
  var codes: [[UInt8]: JoinCodeRecord] = [:]

  /// What this tick decided and has not handed to the writer yet.
  var batch = JournalBatch()
  /// Number of the batch being filled, of the newest durable one, and the batches that the writer
  /// has, oldest first.
  var ticket = 1
  var durable = 0
  var underWay: [BatchUnderWay] = []
  var isSubmitting = false
  /// Connections with replies that wait, by the ticket they wait for; tickets ascend.
  var waiting: [(ticket: Int, connection: HostConnection)] = []
  var dirty: [HostConnection] = []
  /// What is to be done once a ticket is durable; forgotten where it never will be.
  var whenDurable: [(ticket: Int, body: () -> Void)] = []
  /// When the next clock task runs, milliseconds since the epoch.
  var clockDue: Int?
  var clockTask: Scheduled<Void>?
  /// True once the end has begun: commands that change something are refused, reading goes on.
  package internal(set) var isDraining = false
  /// The journal took back what was decided; set until it works again.
  var isStorageFull = false
  var storageFullSince = 0
  /// Called once when the outcome of a commit is unknown: the process must end with status 74.
  package var onUnknownOutcome: (@Sendable () -> Void)?

  /// A host without sessions, to be used on `loop` only; `open` fetches those of the store.
  package init(
    loop: any EventLoop, environment: HostEnvironment, store: any JournalStore,
    exercises: ExerciseSource, rules: Rules, options: HostOptions = HostOptions(), logger: Logger
  ) {
    self.loop = loop
    self.environment = environment
    self.store = store
    self.exercises = exercises
    self.rules = rules
    self.options = options
    self.logger = logger
    committer = GroupCommitter(store: store, queueLimit: options.journalQueueMax)
  }

  /// Takes no command that changes something from now on; reading goes on.
  package func beginDraining() { isDraining = true }

  /// Whether something was decided that is not on disk yet.
  package var isAhead: Bool { isSubmitting || !underWay.isEmpty }

  /// The loop's view of this host, for closures that come back from elsewhere.
  var bound: NIOLoopBound<Host> { NIOLoopBound(self, eventLoop: loop) }
}

/// What an operator may set.
package struct HostOptions: Sendable {
  /// Requests a connection may make at once and a second after that; nil for no limit (benchmarks
  /// and tests on loopback).
  package var isRateLimited = true
  /// Commands of a connection that may wait for the disk before the server stops reading it.
  package var inFlightMax = WireLimits.requestsInFlight
  /// Commands that may wait for the disk in all, before 502.
  package var journalQueueMax = GroupCommitter.queueMax
  /// The version told in the greeting.
  package var version = "0.1.0"
  package init() {}
}
