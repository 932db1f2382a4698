import Foundation

/// What Linux tells about a process.
enum ProcessStatus {
  /// Memory of the process that is in use, in KiB; nil where it cannot be read.
  static func residentKibibytes(of process: Int) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { $0.split(separator: " ").compactMap { Int($0) }.first }
  }

  /// Processor time that the process has used, in milliseconds; nil where it cannot be read.
  static func processorMilliseconds(of process: Int) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    // Behind the name: state, then utime and stime as the 12th and 13th figure, in hundredths of
    // a second.
    let figures = text[end...].split(separator: " ")
    guard figures.count > 13, let user = Int(figures[12]), let system = Int(figures[13]) else {
      return nil
    }
    return (user + system) * 10
  }
}
