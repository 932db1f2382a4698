import EntenteJSON
import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

/// What a connection reads with: a state of the session, and the seat whose eyes it has.
struct Sight {
  let session: LiveSession
  /// The session as the reader may see it: for one who sees late, as it was.
  let state: SessionState
  let eyes: SeatID
}

extension Host {
  /// What somebody reads a page with. Refused where the page is not for the screen of the room.
  func sight(
    of session: LiveSession, for seat: SeatID, verb: String
  ) throws(WireError) -> Sight {
    guard let onlooker = seat.onlooker else {
      return Sight(session: session, state: session.state, eyes: seat)
    }
    if onlooker.kind == .projector, !session.state.isOpenToAll, !Self.publicVerbs.contains(verb) {
      throw WireError(
        .forbidden, [WireField("need", "state")],
        "The projector shows what everybody may see: "
          + "\(Self.publicVerbs.sorted().joined(separator: ", ")), HISTORY.")
    }
    let state = try lateState(of: session, for: seat)
    return Sight(session: session, state: state, eyes: state.eyes(of: seat))
  }

  /// Pages that hold nothing but what everybody may see when the projector reads them.
  private static let publicVerbs: Set<String> = [
    "STATUS", "BRIEF", "PROGRAMMES", "DEALS", "SHOW", "SCORE", "GROUPS", "WHO",
  ]

  /// The state at the end of the last turn that the seat sees of; the present one for most.
  private func lateState(
    of session: LiveSession, for seat: SeatID
  ) throws(WireError) -> SessionState {
    guard let last = session.log.lastTurn(for: seat, visible: session.visible) else {
      return session.state
    }
    if let late = session.late, late.turn == last { return late.state }
    guard let state = fold(session, throughTurn: last) else {
      throw WireError(.busy, [], "The record of the turns before cannot be read now; try again.")
    }
    session.late = (last, state)
    return state
  }

  /// The session folded from the disk up to the end of a turn; below 0 it has only been made.
  private func fold(_ session: LiveSession, throughTurn last: Int) -> SessionState? {
    var state = SessionState(exercise: session.state.exercise, seed: session.record.seed)
    var isWhole = true
    let done: Void? = reading { () throws(JournalError) in
      try store.forEachEntryInLineage(of: session.id) { entry in
        guard let events = try? EventCoding.events(in: entry.body) else {
          isWhole = false
          return .stop
        }
        for event in events {
          if case .turnStarted(let turn, _) = event.fact, turn > last { return .stop }
          state.evolve(event, at: entry.milliseconds)
          if last < 0 { return .stop }
        }
        return .next
      }
    }
    return done != nil && isWhole ? state : nil
  }

  /// Where somebody stands who looks on; on the screen of the room also the newest public words.
  func onlookerStatus(_ call: Call, _ sight: Sight) -> Page {
    guard let seat = call.connection.seat else { return Page() }
    var page = sight.state.onlookerStatus(seat, at: environment.now())
    if seat.onlooker?.kind == .projector {
      sight.state.addPublicNews(publicNews(of: sight.session, for: seat), to: &page)
    }
    return page
  }

  /// Lines of news the screen of the room shows under the clock.
  private static var newsMax: Int { 6 }

  private func publicNews(of session: LiveSession, for seat: SeatID) -> [String] {
    let newest = session.log.count(for: seat, visible: session.visible)
    var news: [String] = []
    for sequence in stride(from: newest, to: 0, by: -1) where news.count < Self.newsMax {
      guard let record = session.log.record(sequence, for: seat), let line = record.event.line
      else { continue }
      switch record.event.fact {
      case .communiqueIssued, .injectFired, .dealChanged, .groupFound, .messageSent:
        news.append("turn \(record.turn): \(line.text)")
      default: break
      }
    }
    return news
  }
}
