import EntenteJSON
package import EntenteWire
import Foundation

/// The folder with saved logins: one file a server and session, which only its owner can read.
package struct LoginFolder: Sendable {
  private static let fileMode: mode_t = 0o600
  private static let folderMode: mode_t = 0o700
  /// A file with more is no login: 64 commands with their bodies stay far below.
  private static let bytesMax = 8 * 1024 * 1024
  /// The name of the file while the session is not known.
  private static let unnamed = "joining"

  private let path: String

  /// The folder at `path`; it is made when something is saved.
  package init(path: String) { self.path = path }

  /// All logins for a server `host:port`, the one used last first. Files that cannot be read are
  /// left out.
  package func logins(for server: String) -> [SavedLogin] {
    let folder = folder(of: server)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = names.filter { $0.hasSuffix(".json") }.compactMap {
      name -> (login: SavedLogin, used: Date, name: String)? in
      let file = folder + "/" + name
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
        let used = attributes[.modificationDate] as? Date,
        let login = read(file), login.server == server
      else { return nil }
      return (login, used, name)
    }
    return found.sorted { ($0.used, $1.name) > ($1.used, $0.name) }.map(\.login)
  }

  /// Writes a login in place of the one before. `durably` waits until the disk has it.
  package func save(_ login: SavedLogin, durably: Bool) throws(ClientError) {
    let folder = folder(of: login.server)
    try make(path)
    try make(folder)
    let file = folder + "/" + name(of: login)
    let draft = file + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, Self.fileMode)
    guard descriptor >= 0 else { throw Self.failure(draft) }
    defer { close(descriptor) }
    let bytes = login.json.canonicalBytes + [0x0A]
    guard Self.write(bytes, to: descriptor) else { throw Self.failure(draft) }
    if durably, fsync(descriptor) != 0 { throw Self.failure(draft) }
    guard rename(draft, file) == 0 else { throw Self.failure(file) }
    // The first answer names the session: from then on the file has its name.
    if login.session != nil { unlink(folder + "/" + Self.unnamed + ".json") }
  }

  /// The certificate that a server showed last; nil for none.
  package func fingerprint(of server: String) -> Fingerprint? {
    guard let bytes = FileManager.default.contents(atPath: folder(of: server) + Self.certificate),
      bytes.count <= Self.certificateBytesMax
    else { return nil }
    return Fingerprint(String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" })
  }

  /// Keeps the certificate of a server for the next time. Where that fails, the next time is the
  /// first one again, and says so.
  package func keep(_ fingerprint: Fingerprint, of server: String) {
    let folder = folder(of: server)
    do throws(ClientError) {
      try make(path)
      try make(folder)
    } catch { return }
    let file = folder + Self.certificate
    let descriptor = open(file + ".new", O_WRONLY | O_CREAT | O_TRUNC, Self.fileMode)
    guard descriptor >= 0 else { return }
    let isWritten = Self.write(Array((fingerprint.description + "\n").utf8), to: descriptor)
    close(descriptor)
    if isWritten { rename(file + ".new", file) }
  }

  private static let certificate = "/certificate"
  /// A fingerprint has 80 letters.
  private static let certificateBytesMax = 200

  private func folder(of server: String) -> String { path + "/" + Self.plain(server) }

  private func name(of login: SavedLogin) -> String {
    Self.plain(login.session ?? Self.unnamed) + ".json"
  }

  /// A text as the name of a file: letters, digits, points inside and hyphens stay.
  private static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> String in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain || scalar == "." || scalar == "-" ? String(scalar) : "_"
    }.joined()
    return kept.hasPrefix(".") ? "_" + kept.dropFirst() : kept
  }

  private func read(_ file: String) -> SavedLogin? {
    guard let bytes = FileManager.default.contents(atPath: file), bytes.count <= Self.bytesMax,
      let json = try? JSONValue.parse([UInt8](bytes))
    else { return nil }
    return SavedLogin(json: json)
  }

  private func make(_ folder: String) throws(ClientError) {
    if FileManager.default.fileExists(atPath: folder) { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: Int(Self.folderMode)])
    } catch {
      throw ClientError(
        .storage, "The folder \(folder) cannot be made; choose another one.", context: "\(error)")
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func failure(_ file: String) -> ClientError {
    ClientError(
      .storage, "The file \(file) cannot be written; your login will not be remembered.",
      context: String(cString: strerror(errno)))
  }
}
