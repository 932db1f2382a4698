import EntenteWire
import Foundation
import Testing

@testable import EntenteClient

@Suite("ServerTrust") struct ServerTrustTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("entente-trust-\(UUID().uuidString)").path
  private let server = "127.0.0.1:4748"

  private func fingerprint(_ byte: UInt8) throws -> Fingerprint {
    try #require(Fingerprint(sha256: [UInt8](repeating: byte, count: 32)))
  }

  private func isRefused(_ verdict: ServerTrust.Verdict) -> Bool {
    if case .refused(let error) = verdict { error.code == .untrusted } else { false }
  }

  @Test("the first certificate is taken and kept, the same one known, another one refused")
  func firstUse() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let trust = ServerTrust(folder: LoginFolder(path: path))
    #expect(trust.judge(try fingerprint(1), of: server) == .new)
    #expect(trust.judge(try fingerprint(1), of: server) == .known)
    #expect(isRefused(trust.judge(try fingerprint(2), of: server)))
    // Another server is another matter.
    #expect(trust.judge(try fingerprint(2), of: "127.0.0.1:4749") == .new)
    // A refusal changed nothing.
    #expect(trust.judge(try fingerprint(1), of: server) == .known)
  }

  @Test("a fingerprint that was told decides, against what was kept, and is kept in its place")
  func told() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = LoginFolder(path: path)
    #expect(ServerTrust(folder: folder).judge(try fingerprint(1), of: server) == .new)
    let beginning = try #require(Fingerprint(try fingerprint(2).beginning))
    let told = ServerTrust(expected: beginning, folder: folder)
    #expect(isRefused(told.judge(try fingerprint(1), of: server)))
    #expect(told.judge(try fingerprint(2), of: server) == .known)
    #expect(folder.fingerprint(of: server) == (try fingerprint(2)))
  }

  @Test("only its owner can change whom a client trusts")
  func permissions() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    LoginFolder(path: path).keep(try fingerprint(1), of: server)
    let file = path + "/127.0.0.1_4748/certificate"
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(LoginFolder(path: path).logins(for: server) == [])
  }
}
