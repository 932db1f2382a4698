package import EntenteJournal
import Foundation
import GRDB

/// What the store was doing when the database refused: the same answer means different things.
package enum StoreAction: Sendable {
  /// Opening the file, or bringing it to this schema.
  case opening
  /// Reading rows.
  case reading
  /// Writing rows of a transaction that is not yet to be committed.
  case writing
  /// From the moment COMMIT was asked for.
  case committing
}

extension JournalError {
  /// The one place where an answer of the database becomes an error of the store.
  package init(_ error: any Error, while action: StoreAction, _ context: String) {
    if let error = error as? JournalError {
      self = error
      return
    }
    guard let database = error as? DatabaseError else {
      self.init(.internalFault, context, underlying: error)
      return
    }
    self.init(Self.code(of: database, while: action), context, underlying: error)
  }

  private static func code(of error: DatabaseError, while action: StoreAction) -> Code {
    switch error.resultCode {
    case .SQLITE_FULL: .diskFull
    case .SQLITE_IOERR: ioCode(of: error.extendedResultCode, while: action)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
    case .SQLITE_CONSTRAINT: .conflict
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_CANTOPEN where action == .reading: .unreadable
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: .notWritable
    case .SQLITE_MISUSE: .closed
    // Its statements are this program's own: where they do not fit, a table is missing.
    case .SQLITE_ERROR where action == .opening || action == .reading: .damaged
    default: .internalFault
    }
  }

  /// A failing disk while writing leaves it open what is on it. Room that runs out is reported as
  /// such, unless it was found only by the sync: then the entries may be there all the same.
  private static func ioCode(of code: ResultCode, while action: StoreAction) -> Code {
    let isRoomMissing = errno == ENOSPC || errno == EDQUOT
    let isGrowth = code == .SQLITE_IOERR_SHMSIZE || code == .SQLITE_IOERR_SHMMAP
    switch action {
    case .writing where isGrowth && isRoomMissing: return .diskFull
    case .writing, .committing: return .unknownOutcome
    case .opening, .reading: return .unreadable
    }
  }
}
