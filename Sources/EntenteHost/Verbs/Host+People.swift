import EntenteModel
import EntenteSession
import EntenteWire

extension Host {
  /// Person by person: what they did, how long they were here, what they have not read.
  func peoplePage(of session: LiveSession) -> Page {
    var page = Page()
    let now = environment.now()
    for member in session.state.members {
      let deeds = session.deeds[member.id] ?? Deeds()
      let minutes = session.presence(of: member.id, at: now) / 60_000
      let unread = unread(by: member, in: session)
      let isHere = present(in: session).contains(member.id)
      page.lines.append(
        Page.Line(
          [
            Page.Field("member", member.id.text), Page.Field("name", member.name),
            Page.Field("here", isHere ? "yes" : "no"), Page.Field("minutes", minutes),
            Page.Field("unread", unread), Page.Field("messages", deeds.messages),
            Page.Field("offers", deeds.offers), Page.Field("signatures", deeds.signatures),
            Page.Field("orders", deeds.orders), Page.Field("others", deeds.others),
          ],
          "\(member.name) (\(member.seat)): \(deeds.messages) messages, \(deeds.offers) offers, "
            + "\(deeds.signatures) signatures, \(deeds.orders) orders; \(minutes) min here, "
            + (unread == 0 ? "has read all" : "\(unread) unread") + (isHere ? "" : ", away")))
    }
    page.fields = [Page.Field("members", session.state.members.count)]
    page.text = "Minutes are counted since the server was started; all else since the session was."
    return page
  }

  /// Events of the seat that were not sent to any connection of the person.
  private func unread(by member: Member, in session: LiveSession) -> Int {
    let newest = session.log.count(for: member.seat, visible: session.visible)
    let cursors = (audience[session.id] ?? []).filter {
      if case .member(_, member.id, _) = $0.identity { true } else { false }
    }.map(\.cursor)
    return max(0, newest - (cursors.max() ?? session.lastRead(by: member.id) ?? 0))
  }
}
