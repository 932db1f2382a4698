import Dispatch

/// Compares passwords, one at a time and away from the event loop: each takes tenths of a second
/// and much memory, and nobody else has to wait for it. Used on the host's event loop.
final class PasswordDesk {
  /// Passwords that may wait: some seconds of work. Beyond that somebody guesses.
  static let waitingMax = 8
  /// Seconds after which a desk that was full has room again.
  static let retrySeconds = 2

  private let worker = DispatchQueue(label: "entente.passwords")
  private var waiting = 0

  /// Whether another one may wait.
  var hasRoom: Bool { waiting < Self.waitingMax }

  /// Compares; `answer` is called on the worker, and has to go back to the loop by itself and call
  /// `settle` there.
  func compare(
    _ password: String, with hash: PasswordHash, answer: @escaping @Sendable (Bool) -> Void
  ) {
    precondition(hasRoom, "whoever asks looks for room first")
    waiting += 1
    worker.async { answer(hash.fits(password)) }
  }

  /// An answer came.
  func settle() { waiting -= 1 }
}
