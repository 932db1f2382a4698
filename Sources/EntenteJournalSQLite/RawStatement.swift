import EntenteJournal
import GRDB
import GRDBSQLite

/// A prepared statement without GRDB's values in between. In the loops that write and read entries
/// a value for every column would cost more than the database itself; and a row of a damaged file
/// whose columns have other types than they should must become a finding, where GRDB would trap.
struct RawStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  /// The statement of this text, prepared once for the connection and then kept.
  init(_ sql: String, on database: Database) throws {
    let cached = try database.cachedStatement(sql: sql)
    guard let connection = database.sqliteConnection else {
      throw JournalError(.closed, "the store is closed")
    }
    // GRDB's cache keeps the statement alive as long as the connection.
    statement = cached.sqliteStatement
    self.connection = connection
  }

  /// Binds a number; columns count from 1.
  func bind(_ column: Int32, _ number: Int) {
    assert(column >= 1, "Parameters count from 1.")
    sqlite3_bind_int64(statement, column, sqlite3_int64(number))
  }

  /// Binds bytes that stay where they are until the statement is reset.
  func bind(_ column: Int32, blob: UnsafeRawBufferPointer) {
    // A null pointer would bind NULL, but an empty value is a value.
    guard let start = blob.baseAddress, blob.count > 0 else {
      sqlite3_bind_zeroblob(statement, column, 0)
      return
    }
    precondition(blob.count <= Int32.max, "A value of a row is below 2 GiB.")
    sqlite3_bind_blob(statement, column, start, Int32(blob.count), nil)
  }

  /// Binds UTF-8 that stays where it is until the statement is reset; nil is NULL.
  func bind(_ column: Int32, text: UnsafeRawBufferPointer?) {
    guard let text else {
      sqlite3_bind_null(statement, column)
      return
    }
    let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(statement, column, start, Int32(text.count), nil)
  }

  /// Binds a value that the database copies.
  func bind(_ column: Int32, _ value: ColumnValue) {
    // SQLite's name for "make a copy now" is a macro that Swift does not import.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .number(let number): bind(column, number)
    case .text(let text): sqlite3_bind_text(statement, column, text, Int32(text.utf8.count), copied)
    case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(statement, column, 0)
    case .blob(let bytes):
      sqlite3_bind_blob(statement, column, bytes, Int32(bytes.count), copied)
    case .null: sqlite3_bind_null(statement, column)
    }
  }

  /// Runs the statement with these values for its parameters and calls `row` on every row.
  func run(_ values: [ColumnValue], row: () throws -> Void = {}) throws {
    defer { reset() }
    assert(
      sqlite3_bind_parameter_count(statement) == values.count, "Every parameter has a value.")
    for (index, value) in values.enumerated() { bind(Int32(index + 1), value) }
    while try step() { try row() }
  }

  /// Goes on to the next row. False when there is none.
  func step() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }

  /// Makes the statement ready for its next use and lets go of what was bound.
  func reset() {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  /// A number of the current row; columns count from 0.
  func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  /// The bytes of a text or blob of the current row, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
  }

  /// As ``bytes(_:)``, nil where the row has NULL.
  func optionalBytes(_ column: Int32) -> UnsafeRawBufferPointer? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : bytes(column)
  }

  /// A text of the current row; bytes that are not UTF-8 are replaced.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// As ``text(_:)``, nil where the row has NULL.
  func optionalText(_ column: Int32) -> String? {
    optionalBytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// As ``number(_:)``, nil where the row has NULL.
  func optionalNumber(_ column: Int32) -> Int? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : number(column)
  }

  /// A blob of the current row, copied.
  func array(_ column: Int32) -> [UInt8] { Array(bytes(column)) }

  /// How many rows the last step changed.
  var changedRows: Int { Int(sqlite3_changes(connection)) }
}

/// A value for a parameter of a statement.
enum ColumnValue {
  case number(Int)
  case text(String)
  case blob([UInt8])
  case null

  /// A number, or NULL for nil.
  static func optional(_ number: Int?) -> ColumnValue { number.map { .number($0) } ?? .null }

  /// A text, or NULL for nil.
  static func optional(_ text: String?) -> ColumnValue { text.map { .text($0) } ?? .null }

  /// 1 or 0.
  static func flag(_ isSet: Bool) -> ColumnValue { .number(isSet ? 1 : 0) }
}
