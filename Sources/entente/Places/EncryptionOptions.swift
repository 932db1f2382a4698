import ArgumentParser
import EntenteClient
import EntenteWire

/// Whether a server is spoken with over TLS, and how it is known.
struct EncryptionOptions: ParsableArguments {
  @Flag(help: "Speak TLS (port 4748). The first certificate seen is kept, any other refused.")
  var tls = false

  @Option(
    help: ArgumentHelp(
      "The server's certificate, as entente serve prints it: 8 groups or more; implies --tls.",
      valueName: "groups"))
  var fingerprint: String?

  var isOn: Bool { tls || fingerprint != nil }

  /// Where a server is, with the port that fits.
  func address(_ text: String) throws(Failure) -> ServerAddress {
    var address = try ServerAddress(
      text, usualPort: isOn ? ClientOptions.encryptedPort : ServerAddress.usualPort)
    guard isOn else { return address }
    var trust = ServerTrust(folder: Seat.logins)
    if let fingerprint {
      guard let expected = Fingerprint(fingerprint) else {
        throw Failure(
          .wrongUse,
          "--fingerprint takes 8 to 16 groups of four digits, such as 3F9A-12BC-…, not "
            + "\"\(fingerprint)\". entente serve prints them.")
      }
      trust.expected = expected
    }
    address.trust = trust
    return address
  }
}
