import Foundation

/// What goes wrong is said on standard error: standard output belongs to the figures.
enum Complaint {
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Ends the program as failed.
  static func exit() -> Never { Foundation.exit(1) }
}
