import EntenteJournal
import EntenteJournalSQLite
import GRDB
import Testing

@Suite("An answer of the database")
struct JournalErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var answer: ResultCode
    var action: StoreAction
    var code: JournalError.Code

    var testDescription: String { "\(answer.rawValue) while \(action)" }
  }

  static let cases: [Case] = [
    Case(answer: .SQLITE_FULL, action: .writing, code: .diskFull),
    Case(answer: .SQLITE_FULL, action: .committing, code: .diskFull),
    Case(answer: .SQLITE_IOERR_FSYNC, action: .committing, code: .unknownOutcome),
    Case(answer: .SQLITE_IOERR_WRITE, action: .committing, code: .unknownOutcome),
    Case(answer: .SQLITE_IOERR_WRITE, action: .writing, code: .unknownOutcome),
    Case(answer: .SQLITE_IOERR_READ, action: .reading, code: .unreadable),
    Case(answer: .SQLITE_CORRUPT, action: .reading, code: .damaged),
    Case(answer: .SQLITE_NOTADB, action: .opening, code: .damaged),
    Case(answer: .SQLITE_CONSTRAINT_UNIQUE, action: .writing, code: .conflict),
    Case(answer: .SQLITE_BUSY, action: .writing, code: .busy),
    Case(answer: .SQLITE_CANTOPEN, action: .opening, code: .notWritable),
    Case(answer: .SQLITE_CANTOPEN, action: .reading, code: .unreadable),
    Case(answer: .SQLITE_READONLY, action: .writing, code: .notWritable),
    Case(answer: .SQLITE_ERROR, action: .opening, code: .damaged),
    Case(answer: .SQLITE_ERROR, action: .reading, code: .damaged),
    Case(answer: .SQLITE_ERROR, action: .writing, code: .internalFault),
    Case(answer: .SQLITE_NOMEM, action: .writing, code: .internalFault),
  ]

  @Test("becomes the error that says what to do", arguments: cases)
  func codes(example: Case) {
    let answer = DatabaseError(resultCode: example.answer)
    let error = JournalError(answer, while: example.action, "a test")
    #expect(error.code == example.code)
    #expect(error.underlying is DatabaseError)
    #expect(error.description.contains("a test"))
  }

  @Test("does not hide an error the store raised itself")
  func keepsOwnErrors() {
    let own = JournalError(.conflict, "mine")
    #expect(JournalError(own, while: .committing, "other").context == "mine")
  }
}
