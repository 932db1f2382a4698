package import EntenteWire

/// Puts together what a person types, line by line, to requests. It reads like the server does, so
/// that a mistake in the form of a line is told at once and in the same words.
package struct TypedLines: Sendable {
  /// What a line led to.
  package enum Output: Hashable, Sendable {
    /// Nothing to send: an empty line, or a part of a longer text.
    case nothing
    /// A request; `note` tells the person what was added to it.
    case request(RequestLine, body: String?, note: String?)
    /// A line that is no request.
    case refused(WireError)
  }

  private var reader = RequestReader()

  package init() {}

  /// Whether a text of several lines is being typed, which a single point ends.
  package var isInBody: Bool { reader.awaitsBody }

  /// Takes a line. Where a `SIGN` does not say which revision it means, the newest that was shown
  /// is meant.
  package mutating func take(_ line: String, shown: ShownRevisions) -> Output {
    let bytes = Array(line.utf8)
    let output = bytes.withUnsafeBytes { bytes in
      bytes.count <= WireLimits.lineBytes
        ? reader.take(bytes)
        : reader.takeTooLong(opensBody: BodyMark.ends(bytes), limit: WireLimits.lineBytes)
    }
    switch output {
    case .nothing: return .nothing
    case .refused(let error, _): return .refused(error)
    case .request(let request, let body):
      var request = request
      let note = Self.addRevision(to: &request, shown: shown)
      return .request(request, body: body, note: note)
    }
  }

  /// Throws away the text of several lines that was begun.
  package mutating func giveUp() { reader = RequestReader() }

  /// Whether `take` would have to know what was shown.
  package static func needsRevision(_ line: String) -> Bool {
    guard let request = try? RequestParser.parse(Array(line.utf8)) else { return false }
    return request.verb == "SIGN" && request.tags.rev == nil
  }

  private static func addRevision(
    to request: inout RequestLine, shown: ShownRevisions
  ) -> String? {
    guard request.verb == "SIGN", request.tags.rev == nil, let deal = request.words.first,
      let revision = shown[deal]
    else { return nil }
    request.tags.rev = revision
    return "Signing revision \(revision) of \(deal.uppercased()), the newest you have been shown."
  }
}
