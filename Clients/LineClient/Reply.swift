package import EntenteWire

/// What the server answered to one request: the lines before the end, and the end.
package struct Reply: Hashable, Sendable {
  /// `DATA`, `WARN` and `NOTE` lines, in order.
  package var lines: [ServerLine]
  /// The `OK` or `ERR` line.
  package var end: ServerLine

  package init(lines: [ServerLine] = [], end: ServerLine) {
    self.lines = lines
    self.end = end
  }

  /// Whether the request was done.
  package var isOK: Bool { if case .ok = end.kind { true } else { false } }

  /// The number of the error, or nil when the request was done.
  package var errorNumber: Int? {
    if case .error(let number, _) = end.kind { number } else { nil }
  }

  /// The newest event of the seat when the server answered, where the `OK` says so.
  package var v: Int? { isOK ? end["v"]?.int : nil }
}
