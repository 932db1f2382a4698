import EntenteJSON
import Foundation

/// A server that this program starts, kills, and starts again on the same folder.
struct ServerProcess: Sendable {
  /// Milliseconds until a server that does not get ready is given up.
  private static let patience = 30_000

  let endpoint: Endpoint
  /// The facilitator's token; only the first server of a folder tells it.
  let token: String?
  /// Milliseconds from the start to the line that says it is ready.
  let startMilliseconds: Int
  private let process: Process

  /// Starts `program serve` on `folder` and returns when it listens. What it logs goes to
  /// `server.log` in the folder above.
  static func start(
    _ program: String, folder: String, exercises: String, log: String
  ) throws -> ServerProcess {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "serve", "--data", folder, "--exercises", exercises, "--port", "0", "--json",
      "--no-rate-limit",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = try logFile(log)
    let start = ContinuousClock.now
    try process.run()
    Orphans.shared.add(process.processIdentifier)
    let overdue = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .milliseconds(patience), execute: overdue)
    defer { overdue.cancel() }
    guard let line = firstLine(of: output.fileHandleForReading) else {
      kill(process)
      throw LoadError("the server did not start; \(log) tells why")
    }
    guard let ready = try? JSONValue.parse(Array(line.utf8)),
      let endpoint = ready["listening"]?.string.flatMap(Endpoint.init)
    else {
      kill(process)
      throw LoadError("the server's first line is not the one that says it is ready: \(line)")
    }
    return ServerProcess(
      endpoint: endpoint, token: ready["facilitatorToken"]?.string,
      startMilliseconds: Int((ContinuousClock.now - start) / .milliseconds(1)),
      process: process)
  }

  /// Its process number.
  var pid: Int { Int(process.processIdentifier) }

  /// Whether it still runs.
  var isRunning: Bool { process.isRunning }

  /// Kills it as a power cut would, and returns when it is gone.
  func kill() { Self.kill(process) }

  private static func kill(_ process: Process) {
    Orphans.kill(process.processIdentifier)
    process.waitUntilExit()
    Orphans.shared.remove(process.processIdentifier)
  }

  private static func firstLine(of file: FileHandle) -> String? {
    var bytes = Data()
    while !bytes.contains(0x0A) {
      let more = file.availableData
      if more.isEmpty { return nil }
      bytes += more
    }
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private static func logFile(_ path: String) throws -> FileHandle {
    let isThere =
      FileManager.default.fileExists(atPath: path)
      || FileManager.default.createFile(atPath: path, contents: nil)
    guard isThere, let file = FileHandle(forWritingAtPath: path) else {
      throw LoadError("\(path) cannot be written")
    }
    try file.seekToEnd()
    return file
  }
}

extension ServerProcess {
  /// Runs the program to its end and returns its exit status and what it said.
  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (Int(process.terminationStatus), String(decoding: said, as: UTF8.self))
  }
}
