package import EntenteWire

/// Which revision of each deal the person has had before their eyes, so that they sign what they
/// saw and nothing newer.
package struct ShownRevisions: Hashable, Sendable {
  private var newest: [String: Int] = [:]

  package init() {}

  /// Verbs whose replies print the terms of a deal.
  private static let verbs: Set<String> = ["SHOW", "DEALS", "PREVIEW", "PROPOSE", "COUNTER"]
  /// Events that print them.
  private static let kinds: Set<String> = ["offer.tabled", "offer.countered"]

  /// Notes what a line that was printed showed.
  package mutating func note(_ line: ServerLine) {
    switch line.kind {
    case .ok(let verb), .data(let verb):
      guard Self.verbs.contains(verb) else { return }
    case .event(_, let kind):
      guard Self.kinds.contains(kind) else { return }
    default: return
    }
    guard let deal = line["deal"]?.description, let revision = line["rev"]?.int else { return }
    newest[deal.uppercased(), default: 0] = max(revision, newest[deal.uppercased()] ?? 0)
  }

  /// The newest revision that was shown of a deal, in whatever case it is named.
  package subscript(deal: String) -> Int? { newest[deal.uppercased()] }
}
