/// How much JSON a reader accepts before it refuses: both figures bound memory and stack.
package struct JSONLimits: Hashable, Sendable {
  /// Deepest nesting of arrays and objects, from 0 (a bare value).
  package var depth: Int
  /// Longest document, in bytes.
  package var bytes: Int

  /// Limits of `depth` levels and `bytes` bytes; both at least 0.
  package init(depth: Int = 64, bytes: Int = 64 << 20) {
    precondition(depth >= 0 && bytes >= 0, "JSON limits are not negative.")
    self.depth = depth
    self.bytes = bytes
  }

  /// For what the program wrote itself: 64 levels are four times the deepest document it writes,
  /// 64 MiB hold the largest package.
  package static let standard = JSONLimits()
}
