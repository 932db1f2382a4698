import ArgumentParser
import EntenteJSON
import EntenteServer
import EntenteWire
import Foundation

struct Certificate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the key and the certificate that encrypt a server's lines.",
    discussion: """
      Examples:
        entente certificate
        entente certificate --host schule.example,192.168.1.20 --data DIR

      Both files go to the data folder, where entente serve --tls finds them; without this command \
      it makes them at its first start. The certificate vouches for itself. So read its fingerprint \
      aloud, or print it: people compare it once, and their programs keep it. A new certificate \
      (--replace) has a new fingerprint, and everybody has to be told.
      """)

  @OptionGroup var data: DataFolder

  @Option(
    help: ArgumentHelp(
      "Names and addresses the server is reached under (default: all of this machine).",
      valueName: "name,ip,…"))
  var host: String?

  @Option(help: "Days that it holds.")
  var days = SelfMadeCertificate.daysUsual

  @Flag(help: "Make a new one in place of the one that is there.")
  var replace = false

  @Flag(help: "Answer in JSON.")
  var json = false

  func validate() throws {
    guard (1...36_500).contains(days) else { throw ValidationError("Give 1 to 36500 days.") }
  }

  func run() throws {
    let files = CertificateFiles(folder: data.path)
    guard replace || !files.exist else {
      throw Failure(
        .wrongUse,
        "There is a certificate in \(data.path) already, with the fingerprint "
          + "\(try files.read().fingerprint); --replace makes another.")
    }
    let names =
      host.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
      ?? CertificateFiles.ownNames
    try files.make(for: names, days: days)
    let fingerprint = try files.read().fingerprint
    if json {
      let value: JSONValue = [
        "certificate": .string(files.certificate), "key": .string(files.key),
        "fingerprint": .string(fingerprint.description),
        "names": .array(names.map(JSONValue.string)),
      ]
      return Console.json(value.canonicalText)
    }
    Console.line("The certificate is \(files.certificate), its key \(files.key).")
    Console.line("It stands for \(names.joined(separator: ", ")) and holds for \(days) days.")
    Console.line("Fingerprint (SHA-256): \(fingerprint)")
    Console.line()
    Console.line("Start:    entente serve --tls --host \(names.last ?? "ADDRESS")")
    Console.line("Students: entente join HOST CODE --fingerprint \(fingerprint.beginning)")
    Console.line("      or: entente join HOST CODE --tls, and compare what it shows with that")
  }
}
