/// Every figure the protocol limits, with its reason. The greeting is printed from these, and the
/// code that enforces a limit reads it here: the two cannot drift apart.
package enum WireLimits {
  /// What a connection may do that nobody has logged in on: little, because it may be anybody.
  package enum BeforeLogin {
    /// Bytes of a line: the longest login is below 200.
    package static let lineBytes = 512
    /// Lines: enough to try a code or a password a few times and to ask for help.
    package static let lines = 20
    /// Seconds until somebody is logged in: a code is read off a sheet and typed by then.
    package static let seconds = 60
    /// Bytes that wait to be sent: all help texts fit.
    package static let queuedBytes = 32 * 1024
    /// Errors until the connection is closed.
    package static let errors = 10
    /// Connections of one address: a whole class sits behind one.
    package static let connectionsPerAddress = 32
    /// Connections in all: what a laptop can hold without noticing.
    package static let connections = 128
  }

  /// Bytes of a line without its end: terms of 24 clauses fit, and a screen of text.
  package static let lineBytes = 4096
  /// Bytes of a body, line ends counted as one each: ten pages of a brief.
  package static let bodyBytes = 65_536
  /// Lines of a body.
  package static let bodyLines = 400
  /// Seconds between two lines of a body: a person who pastes is faster, one who types may think.
  package static let bodyGapSeconds = 30
  /// Requests that wait for their reply; then the server stops reading.
  package static let requestsInFlight = 64
  /// Connections of one member: a terminal, a browser, a telephone, and one that is being replaced.
  package static let connectionsPerMember = 4
  /// Requests that a connection may make at once before it is slowed down.
  package static let bucketRequests = 40
  /// Requests a second that refill the bucket: nobody types faster.
  package static let bucketRequestsPerSecond = 5
  /// Seconds that the server stops reading on an empty bucket, before it answers 501.
  package static let bucketWaitSeconds = 2
  /// Errors in a row until the connection is closed: a person stops before that, a loop does not.
  package static let errorsInARow = 50
  /// Seconds without any progress in sending until the reader counts as gone.
  package static let stalledSeconds = 60
  /// Seconds without a line until a connection without heartbeat is closed.
  package static let idleSeconds = 1800
  /// Seconds of silence until the server sends PING to a client with the heartbeat capability.
  package static let heartbeatSeconds = 60
  /// Seconds of silence until such a client counts as gone: two heartbeats and a half.
  package static let heartbeatLostSeconds = 150
  /// Wrong join codes a minute from one address; then the delay doubles.
  package static let wrongCodesPerMinuteAndAddress = 5
  /// Wrong join codes a minute for one session, from wherever; then the delay doubles.
  package static let wrongCodesPerMinuteAndSession = 30
  /// Seconds from the request to stop until the program ends.
  package static let drainSeconds = 5
  /// Milliseconds until a client tries to connect again, for the first time.
  package static let reconnectMilliseconds = 500
  /// Milliseconds at which that delay stops doubling.
  package static let reconnectMillisecondsMax = 10_000

  /// Tags of a line: there are four, and none may stand twice.
  package static let tags = 4
  /// Bytes of a tag's value: a UUID with a counter is 50.
  package static let tagValueBytes = 64
  /// Letters of a verb: the longest has 10.
  package static let verbLetters = 16
  /// Arguments of a line: several times the longest question to CALC.
  package static let arguments = 64
  /// Nesting of JSON that a client sends: a deal has 5.
  package static let jsonDepth = 8
  /// Bytes of a server line that a client reads: the longest body, every byte of it escaped, and
  /// room for fields.
  package static let serverLineBytes = 512 * 1024
  /// Characters of a wrong word that an error repeats: enough to know it again.
  package static let echoedCharacters = 40
}
