import Foundation

/// Files that a command makes: whole, and never in place of another unless somebody asks for it.
enum NewFile {
  /// Who may read a new file.
  enum Readers: mode_t {
    /// Codes and records are secrets.
    case owner = 0o600
    /// As the umask has it: papers and tables are made to be passed on.
    case usual = 0o666
  }

  /// Throws where there is a file of that name already; `mayReplace` where the command has a
  /// `--replace` to tell of.
  static func check(_ path: String, mayReplace: Bool = false) throws(Failure) {
    guard !FileManager.default.fileExists(atPath: path) else {
      let way = mayReplace ? "--replace writes over it" : "choose another name"
      throw Failure(.wrongUse, "\(path) is there already, and nothing is overwritten; \(way).")
    }
  }

  /// Writes papers or a table for everybody, over an older file where `replace` asks for that.
  static func write(_ bytes: [UInt8], to path: String, replace: Bool) throws(Failure) {
    if replace, FileManager.default.fileExists(atPath: path) {
      return try NewFolder.replace(path, bytes)
    }
    try check(path, mayReplace: true)
    try write(bytes, to: path, for: .usual)
  }

  /// Writes a new file.
  static func write(
    _ bytes: [UInt8], to path: String, for readers: Readers = .owner
  ) throws(Failure) {
    try check(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readers.rawValue)
    guard descriptor >= 0 else {
      throw Failure(.notWritable, "\(path) cannot be written (\(reason)); choose another place.")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(bytes))
      try file.synchronize()
    } catch {
      unlink(path)
      throw Failure(
        .diskError, "\(path) cannot be written (\(error.localizedDescription)); make room there.")
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
