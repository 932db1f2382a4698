import Crypto
package import Foundation
import NIOCore
import SwiftASN1
import X509

/// A key and a certificate that vouches for itself: for a room that has no authority, where people
/// compare its fingerprint once.
package struct SelfMadeCertificate: Sendable {
  /// The certificate as PEM.
  package let certificate: String
  /// Its key as PEM; a secret.
  package let key: String

  /// Days that one holds unless told: what browsers and telephones put up with at most.
  package static let daysUsual = 825
  /// Seconds before its making from which it holds: clocks of a classroom are not set alike.
  private static let headStart: TimeInterval = 86_400

  /// Makes both for `names`, which are names of machines and addresses, from `now` on for so many
  /// days. Throws `badCertificate` where a name cannot stand in a certificate.
  package static func make(
    for names: [String], days: Int = daysUsual, now: Date
  ) throws(ServerError) -> SelfMadeCertificate {
    precondition(days > 0, "a certificate holds for a day or more")
    do {
      // P-256: every program that speaks TLS 1.2 knows it, and signing is quick.
      let key = P256.Signing.PrivateKey()
      let certificate = try certificate(for: names, days: days, now: now, key)
      return SelfMadeCertificate(
        certificate: try certificate.serializeAsPEM().pemString + "\n",
        key: key.pemRepresentation + "\n")
    } catch {
      throw .badCertificate("no certificate can be made for these names: \(error)")
    }
  }

  private static func certificate(
    for names: [String], days: Int, now: Date, _ key: P256.Signing.PrivateKey
  ) throws -> Certificate {
    let signer = Certificate.PrivateKey(key)
    let subject = try DistinguishedName { CommonName("Entente server") }
    return try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: signer.publicKey,
      notValidBefore: now - headStart, notValidAfter: now + TimeInterval(days) * 86_400,
      issuer: subject, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(names.map(name))
      }, issuerPrivateKey: signer)
  }

  /// An address as its bytes, anything else as a name.
  private static func name(_ text: String) -> GeneralName {
    guard let address = try? SocketAddress(ipAddress: text, port: 0),
      let bytes = AddressBlock.bytes(of: address)
    else { return .dnsName(text) }
    return .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
  }
}
