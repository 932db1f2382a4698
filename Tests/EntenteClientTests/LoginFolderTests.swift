import EntenteClient
import Foundation
import Testing

@Suite("LoginFolder") struct LoginFolderTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("entente-logins-\(UUID().uuidString)").path

  private func login(_ session: String?, token: String = "T") -> SavedLogin {
    var login = SavedLogin(server: "127.0.0.1:4747")
    login.session = session
    login.token = token
    login.seat = "borea.head"
    login.v = 7
    login.pending = ["@key=p-0001 SAY all <<\na line\n..dots\n.\n"]
    return login
  }

  @Test("what was saved is read again, whole")
  func roundTrip() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = LoginFolder(path: path)
    try folder.save(login("ex-1"), durably: true)
    #expect(folder.logins(for: "127.0.0.1:4747") == [login("ex-1")])
    #expect(folder.logins(for: "127.0.0.1:4748") == [])
  }

  @Test("only the owner can read a login")
  func permissions() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try LoginFolder(path: path).save(login("ex-1"), durably: false)
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    let file = try #require(names.first { $0.hasSuffix(".json") })
    let mode = { (name: String) in
      try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
    }
    #expect(try mode(file) == 0o600)
    #expect(try mode((file as NSString).deletingLastPathComponent) == 0o700)
  }

  @Test("the file of a join becomes the file of its session")
  func joining() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = LoginFolder(path: path)
    try folder.save(login(nil), durably: true)
    try folder.save(login("ex-1"), durably: true)
    try folder.save(login("ex-2"), durably: true)
    #expect(Set(folder.logins(for: "127.0.0.1:4747").map(\.session)) == ["ex-1", "ex-2"])
  }

  @Test("a name from the server cannot lead out of the folder")
  func names() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = LoginFolder(path: path)
    try folder.save(login("../../escape"), durably: false)
    try folder.save(login(".."), durably: false)
    let outside = try FileManager.default.contentsOfDirectory(
      atPath: (path as NSString).deletingLastPathComponent)
    #expect(!outside.contains { $0.hasPrefix("escape") })
    #expect(folder.logins(for: "127.0.0.1:4747").count == 2)
  }

  @Test("a damaged file is left out, not in the way")
  func damaged() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = LoginFolder(path: path)
    try folder.save(login("ex-1"), durably: false)
    let place = try #require(
      try FileManager.default.contentsOfDirectory(atPath: path).first)
    try Data("{\"server\":".utf8).write(to: URL(fileURLWithPath: "\(path)/\(place)/ex-2.json"))
    #expect(folder.logins(for: "127.0.0.1:4747").map(\.session) == ["ex-1"])
  }

  @Test("a folder that cannot be made is told with its name")
  func unwritable() throws {
    let folder = LoginFolder(path: "/dev/null/logins")
    let error = #expect(throws: ClientError.self) {
      try folder.save(login("ex-1"), durably: true)
    }
    #expect(error?.code == .storage)
    #expect(error?.sentence.contains("/dev/null/logins") == true)
  }
}
