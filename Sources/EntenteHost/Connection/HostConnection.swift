import EntenteModel
package import EntenteSession
package import EntenteWire

/// One connection as the host knows it: who speaks, in which session, how far it has read, and the
/// replies that wait for the disk. Lives on the host's event loop.
package final class HostConnection {
  /// Who is at the other end.
  package enum Identity: Equatable {
    case stranger
    case facilitator(String)
    case member(session: String, member: MemberID, seat: SeatID)
  }

  /// Its number in the host, from 1; never used again while the host lives.
  package let id: Int
  /// The peer's address without its port, for limits.
  package let address: String
  let sink: any ConnectionSink
  /// Who speaks; a stranger until a login or a join.
  package internal(set) var identity = Identity.stranger
  /// How lines to it are written; text until it asks for JSON.
  package internal(set) var mode = LineMode.text
  package internal(set) var capabilities: Set<String> = []
  /// Set when the peer is gone; nothing is sent any more.
  package internal(set) var isClosed = false
  /// Its last line: nothing more is read, and it closes once no reply waits for the disk.
  var farewell: WireError?
  var isLeaving: Bool { farewell != nil }
  /// The session it has joined, and the sequence of the last event it was sent.
  var session: LiveSession?
  var cursor = 0
  /// Kinds it wants; nil is all of them.
  var subscription: Set<String>?
  /// Replies that wait for an entry to be durable, in order.
  private var held: [(ticket: Int, bytes: [UInt8], id: String?)] = []
  private var heldStart = 0
  /// Errors in a row, and requests not yet answered.
  var errorsInARow = 0
  /// A password is being compared: until then its next line is not taken.
  package internal(set) var isAuthenticating = false
  /// It stands in the list of connections to be flushed.
  var isDirty = false
  var strangerLines = 0
  /// Takes lines apart; knows whether the next one is a command or part of a body.
  var reader = RequestReader()

  package init(id: Int, address: String, sink: any ConnectionSink) {
    self.id = id
    self.address = address
    self.sink = sink
  }

  /// Whether the next line is part of a body that is still to be answered.
  package var awaitsBody: Bool { reader.awaitsBody }

  /// Whether replies wait for the disk.
  package var isHolding: Bool { heldStart < held.count }
  /// How many replies wait.
  package var heldCount: Int { held.count - heldStart }

  /// Sends a reply, or keeps it until `ticket` is durable. Order is kept: behind a reply that waits
  /// every later one waits too.
  func send(_ bytes: [UInt8], after ticket: Int, durable: Int, id: String?) {
    if ticket <= durable, !isHolding {
      sink.write(bytes)
    } else {
      held.append((ticket, bytes, id))
    }
  }

  /// Sends the replies that waited for tickets up to `durable`.
  func release(through durable: Int) {
    while heldStart < held.count, held[heldStart].ticket <= durable {
      sink.write(held[heldStart].bytes)
      held[heldStart].bytes = []
      heldStart += 1
    }
    if heldStart == held.count {
      held.removeAll(keepingCapacity: true)
      heldStart = 0
    }
  }

  /// Answers what waits for `ticket` with an error instead, made for the id of each request: its
  /// entries are not on disk and will not be. What only stood in line behind it goes out as it is.
  func fail(through ticket: Int, with bytes: (String?) -> [UInt8]) {
    while heldStart < held.count, held[heldStart].ticket <= ticket {
      let item = held[heldStart]
      // Tickets are counted from 1: a line that waited for none is no answer to what failed.
      sink.write(item.ticket == 0 ? item.bytes : bytes(item.id))
      held[heldStart].bytes = []
      heldStart += 1
    }
    if heldStart == held.count {
      held.removeAll(keepingCapacity: true)
      heldStart = 0
    }
  }

  /// A line in the connection's mode.
  func encode(_ line: ServerLine) -> [UInt8] { ServerLinePrinter.bytes(line, as: mode) }

  /// The seat whose eyes it has.
  package var seat: SeatID? {
    switch identity {
    case .stranger: nil
    case .facilitator: .facilitator
    case .member(_, _, let seat): seat
    }
  }

  /// Who acts when it commands; nil for a stranger.
  package var actor: Actor? {
    switch identity {
    case .stranger: nil
    case .facilitator(let name): .facilitator(name)
    case .member(_, let member, _): .member(member)
    }
  }

  /// Sends events that became visible, as far as the peer keeps up. Never between the lines of a
  /// reply, and not ahead of replies that wait.
  package func pump() {
    guard let session, let seat, !isHolding, !isClosed else { return }
    let newest = session.log.count(for: seat, visible: session.visible)
    while cursor < newest, sink.isWritable {
      cursor += 1
      guard let event = session.encoded(cursor, for: seat, as: mode) else { return }
      if let subscription, !subscription.contains(event.kind) { continue }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(event.count + 48)
      event.append(v: cursor, to: &bytes)
      sink.write(bytes)
    }
  }
}
