import EntenteWire

extension Conversation {
  /// A request of the caller that has no reply yet.
  struct Command: Hashable, Sendable {
    /// The number under which the caller handed it in; nil for one of an earlier run.
    var ticket: Int?
    /// Without an `id`.
    var request: RequestLine
    var body: String?
    /// The `id` under which it was sent on this connection; nil while it waits.
    var id: String?
    /// Whether it was sent at all, on whichever connection: then it may have taken effect.
    var wasSent = false
    /// The lines of the reply so far.
    var lines: [ServerLine] = []
    /// How often the server put it off.
    var putOff = 0

    init(ticket: Int, request: RequestLine, body: String?) {
      self.ticket = ticket
      self.request = request
      self.request.tags.id = nil
      self.body = body
    }

    /// A command as `record` wrote it; nil when that is none.
    init?(recovering record: String) {
      var reader = RequestReader()
      for line in record.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        let output = Array(line).withUnsafeBytes { reader.take($0) }
        guard case .request(let request, let body) = output else { continue }
        self.request = request
        self.body = body
        wasSent = true
        return
      }
      return nil
    }

    /// The bytes for the wire, under `id`.
    func bytes(id: String?) -> [UInt8] {
      var request = request
      request.tags.id = id
      return RequestPrinter.bytes(request, body: body)
    }

    /// What is kept on disk until the reply comes; nil for what may be forgotten, since nothing
    /// depends on it.
    var record: String? {
      request.tags.key == nil ? nil : String(decoding: bytes(id: nil), as: UTF8.self)
    }

    /// Forgets that it was sent.
    mutating func wait() {
      id = nil
      lines = []
    }
  }
}
