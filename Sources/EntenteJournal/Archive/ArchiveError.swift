/// Why a file is not an archive of a session.
package struct ArchiveError: Error, Hashable, CustomStringConvertible {
  /// The line that could not be read, from 1.
  package let line: Int
  /// What is wrong with it, one sentence.
  package let problem: String

  /// A problem with a line.
  package init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }

  /// The problem with its place.
  package var description: String { "line \(line): \(problem)" }
}
