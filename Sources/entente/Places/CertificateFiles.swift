import EntenteServer
import Foundation
import NIOCore

/// The certificate and the key in the data folder, which `entente serve --tls` shows.
struct CertificateFiles {
  var folder: String

  var certificate: String { folder + "/tls-certificate.pem" }
  var key: String { folder + "/tls-key.pem" }

  var exist: Bool {
    FileManager.default.fileExists(atPath: certificate)
      && FileManager.default.fileExists(atPath: key)
  }

  /// Makes both, in place of those that are there.
  func make(for names: [String], days: Int = SelfMadeCertificate.daysUsual) throws {
    let made = try SelfMadeCertificate.make(for: names, days: days, now: Date())
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        .notWritable, "The folder \(folder) cannot be made (\(error.localizedDescription)).")
    }
    // The key first: a certificate without one would look whole and fail later.
    try Self.replace(key, Array(made.key.utf8))
    try Self.replace(certificate, Array(made.certificate.utf8))
  }

  /// Writes a file whole that only its owner may read.
  private static func replace(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let draft = path + ".new"
    unlink(draft)
    try NewFile.write(bytes, to: draft)
    guard rename(draft, path) == 0 else {
      throw Failure(.notWritable, "\(path) cannot be written; choose another folder.")
    }
  }

  /// The pair, ready for use.
  func read() throws -> ServerCertificate { try Self.read(certificate: certificate, key: key) }

  /// Any pair of files.
  static func read(certificate: String, key: String) throws -> ServerCertificate {
    try ServerCertificate(chain: try bytes(of: certificate), key: try bytes(of: key))
  }

  private static func bytes(of file: String) throws(Failure) -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure(.noSuch, "There is no file \"\(file)\" that can be read.")
    }
    return [UInt8](bytes)
  }

  /// The names and addresses under which this machine may be reached.
  static var ownNames: [String] {
    let devices = (try? System.enumerateDevices()) ?? []
    let addresses = devices.compactMap { $0.address?.ipAddress }.filter { !$0.hasPrefix("fe80") }
    let names = ["localhost", ProcessInfo.processInfo.hostName] + addresses
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
