import Foundation

/// Files that a command makes: whole, and never in place of another.
enum NewFile {
  /// Throws where there is a file of that name already.
  static func check(_ path: String) throws(Failure) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        .wrongUse, "\(path) is there already, and nothing is overwritten; choose another name.")
    }
  }

  /// Writes a new file that only its owner may read.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try check(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
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
