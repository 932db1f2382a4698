import Foundation

/// Folders of exercises that commands make, for everybody to read: an exercise is no secret.
enum NewFolder {
  /// Throws where there is something already.
  static func checkEmpty(_ path: String) throws(Failure) {
    let found = try? FileManager.default.contentsOfDirectory(atPath: path)
    if let found, found.isEmpty { return }
    if found != nil || FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .wrongUse,
        "\(path) is there already, and nothing is overwritten; choose another name.")
    }
  }

  /// Makes a folder and those above it.
  static func make(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .notWritable,
        "The folder \(path) cannot be made (\(error.localizedDescription)); choose another place.")
    }
  }

  /// Writes a file whole, in the place of an older one where there is any.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        .notWritable,
        "\(path) cannot be written (\(error.localizedDescription)); choose another place.")
    }
  }
}
