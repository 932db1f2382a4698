package import EntenteWire

/// How a client knows that it speaks with the right server over TLS: by the certificate's
/// fingerprint. The first one seen is kept, and any other is refused from then on.
package struct ServerTrust: Sendable {
  /// The fingerprint that was told, whole or its beginning; nil takes what the folder has, and the
  /// first certificate where it has none.
  package var expected: Fingerprint?
  /// Where the fingerprints of servers are kept; nil keeps none.
  package var folder: LoginFolder?

  package init(expected: Fingerprint? = nil, folder: LoginFolder? = nil) {
    self.expected = expected
    self.folder = folder
  }

  /// What follows from a certificate.
  enum Verdict: Equatable {
    case known
    /// Seen for the first time, with nothing to compare it with: somebody should.
    case new
    case refused(ClientError)
  }

  /// Judges the certificate that `server` shows, and keeps what is to be kept of it.
  func judge(_ shown: Fingerprint, of server: String) -> Verdict {
    if let expected, !expected.stands(for: shown) {
      return .refused(
        ClientError(
          .untrusted,
          "\(server) shows another certificate than the one you named: \(shown.beginning). Ask"
            + " whoever runs it to read theirs aloud; somebody may be in between."))
    }
    let kept = folder?.fingerprint(of: server)
    if expected == nil, let kept, kept != shown {
      return .refused(
        ClientError(
          .untrusted,
          "\(server) shows another certificate than last time: \(shown.beginning), not"
            + " \(kept.beginning). Ask whoever runs it; if theirs is new, name it with"
            + " --fingerprint \(shown.beginning)."))
    }
    if kept != shown { folder?.keep(shown, of: server) }
    return expected == nil && kept == nil ? .new : .known
  }
}
