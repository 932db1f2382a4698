/// Lines that were typed before, and the place in them while somebody looks for one.
package struct LineHistory: Hashable, Sendable {
  /// Lines that are kept: more than a course of evenings types.
  package static let entriesMax = 1000

  /// From the oldest to the newest.
  package private(set) var entries: [String]
  /// The entry that is shown; nil while the line is a new one.
  private var place: Int?
  /// The new line, while an old one is shown.
  private var draft = ""

  /// A history of `entries`, oldest first; those beyond the limit are left out.
  package init(_ entries: [String] = []) { self.entries = entries.suffix(Self.entriesMax) }

  /// Adds a line, unless it is empty, the same as the last one, or holds a secret. Returns whether
  /// it was added. Either way the next search begins at the end.
  @discardableResult package mutating func add(_ line: String) -> Bool {
    place = nil
    draft = ""
    guard !line.allSatisfy(\.isWhitespace), line != entries.last, !Self.holdsSecret(line) else {
      return false
    }
    entries.append(line)
    if entries.count > Self.entriesMax { entries.removeFirst() }
    return true
  }

  /// The line before the one that is shown, which is `current`; nil when there is none.
  package mutating func older(than current: String) -> String? {
    let next = (place ?? entries.count) - 1
    guard entries.indices.contains(next) else { return nil }
    if place == nil { draft = current }
    place = next
    return entries[next]
  }

  /// The line after the one that is shown, in the end the new line; nil when that is shown already.
  package mutating func newer() -> String? {
    guard let shown = place else { return nil }
    guard entries.indices.contains(shown + 1) else {
      place = nil
      return draft
    }
    place = shown + 1
    return entries[shown + 1]
  }

  /// Whether a line says something that should not stand in a file.
  package static func holdsSecret(_ line: String) -> Bool {
    let lower = line.lowercased()
    return ["token=", "password=", "code="].contains { lower.contains($0) }
  }
}
