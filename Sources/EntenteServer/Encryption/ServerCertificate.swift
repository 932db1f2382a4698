import Crypto
package import EntenteWire
import NIOCore
import NIOSSL

/// The certificate and the key that a server shows, ready for use.
package struct ServerCertificate: Sendable {
  /// What people compare.
  package let fingerprint: Fingerprint
  let context: NIOSSLContext

  /// Seconds that a peer has to answer the end of an encrypted connection; the line before it was
  /// sent, and the connection is cut anyhow.
  private static let shutdownSeconds: Int64 = 1

  /// Takes both as PEM: the chain with the server's own certificate first, and its key without a
  /// password. Throws `badCertificate` where they cannot be read or do not belong together.
  package init(chain: [UInt8], key: [UInt8]) throws(ServerError) {
    do {
      let certificates = try NIOSSLCertificate.fromPEMBytes(chain)
      guard let own = certificates.first else {
        throw ServerError.badCertificate("there is no certificate in the file")
      }
      let bytes = [UInt8](SHA256.hash(data: try own.toDERBytes()))
      guard let fingerprint = Fingerprint(sha256: bytes) else {
        preconditionFailure("SHA-256 has 32 bytes")
      }
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: certificates.map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: key, format: .pem)))
      configuration.minimumTLSVersion = .tlsv12
      configuration.shutdownTimeout = .seconds(Self.shutdownSeconds)
      self.fingerprint = fingerprint
      context = try NIOSSLContext(configuration: configuration)
    } catch let error as ServerError {
      throw error
    } catch {
      throw .badCertificate("the certificate and the key cannot be used: \(error)")
    }
  }
}
