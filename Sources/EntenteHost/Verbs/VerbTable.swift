import EntenteModel
import EntenteWire

/// Every verb of the protocol, once. Order matters: of the reading verbs that a prefix fits, the
/// first wins.
package enum VerbTable {
  package static let verbs: [Verb] =
    reading + connection + session + press + dealing + standing + orders + desk + facilitator
    + whiteCell + afterwards

  private static let byName = Dictionary(uniqueKeysWithValues: verbs.map { ($0.name, $0) })

  /// The verb of a name, or of a prefix of two letters or more of a reading verb.
  package static func find(_ name: String) -> Verb? {
    if let verb = byName[name] { return verb }
    guard name.count >= 2 else { return nil }
    return verbs.first { $0.isReading && $0.name.hasPrefix(name) }
  }

  /// The error for a verb nobody knows.
  static func unknown(_ name: String) -> WireError {
    let near = NearestWord.find(name, among: verbs.map(\.name))
    return WireError(
      .unknownVerb, near.map { [WireField("near", $0)] } ?? [],
      "No verb \"\(WireError.echo(name.lowercased()))\"."
        + (near.map { " Did you mean \($0)?" } ?? " HELP lists them."))
  }
}
