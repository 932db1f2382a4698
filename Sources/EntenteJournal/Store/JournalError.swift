/// The store could not do what it was asked: what kind of trouble, doing what, and the cause.
package struct JournalError: Error, CustomStringConvertible {
  /// The kinds of trouble, by what the caller has to do next.
  package enum Code: Sendable, Hashable {
    /// No room on the disk. Rolled back: nothing was written, and the store goes on when there is.
    case diskFull
    /// The disk reported an error while committing. The entries may or may not be there after a
    /// restart; the only safe step is to stop the process and let recovery and the keys decide.
    case unknownOutcome
    /// The file is not a sound store. It was not changed and must not be.
    case damaged
    /// The store was written by a newer version of this program.
    case newerSchema(have: Int, supported: Int)
    /// Another process has the folder, with this process number where it could be read.
    case locked(pid: Int?)
    /// The folder cannot be made or written to.
    case notWritable
    /// There is no store, or no such session, where one was asked for.
    case missing
    /// The disk would not be asked to keep what is committed.
    case notDurable
    /// Another connection held the file for too long; try again.
    case busy
    /// The queue of the writer is full; try again.
    case queueFull
    /// The batch contradicts the store: a sequence out of order, a key used twice, an unknown
    /// session or package. Rolled back.
    case conflict
    /// The store was opened for reading only.
    case readOnly
    /// The store, or its writer, was closed.
    case closed
    /// The disk reported an error while reading.
    case unreadable
    /// A fault of this program.
    case internalFault
  }

  /// The kind of trouble.
  package let code: Code
  /// What was being done, and with what.
  package let context: String
  /// What the database or the system said, nil where the store itself refused.
  package let underlying: (any Error)?

  /// An error of the store.
  package init(_ code: Code, _ context: String, underlying: (any Error)? = nil) {
    self.code = code
    self.context = context
    self.underlying = underlying
  }

  /// One line for a log.
  package var description: String {
    let cause = underlying.map { " (\($0))" } ?? ""
    return "\(code): \(context)\(cause)"
  }
}
