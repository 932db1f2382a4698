import EntenteModel

// What those see who look on: observers, evaluators, the screen of the room.
extension SessionState {
  /// The seat whose eyes a reader has on pages: an observer has those of a team or of the
  /// facilitator, an evaluator those of the facilitator, the projector its own.
  package func eyes(of seat: SeatID) -> SeatID {
    guard let onlooker = seat.onlooker else { return seat }
    switch onlooker.kind {
    case .projector: return seat
    case .evaluator: return .facilitator
    case .observer:
      guard let team = onlooker.team.flatMap(scenario.index(of:)) else { return .facilitator }
      return exercise.seat(of: team, role: 0)
    }
  }

  /// Where the session stands for somebody who looks on. This is the state as they may see it; one
  /// who sees late gets a late one.
  package func onlookerStatus(_ seat: SeatID, at time: Int) -> Page {
    var page = Page()
    page.fields = [
      Page.Field("session", id), Page.Field("status", status.rawValue), Page.Field("turn", turn),
      Page.Field("of", scenario.parameters.turns), Page.Field("phase", phase.rawValue),
      Page.Field("seat", seat.text),
    ]
    guard let onlooker = seat.onlooker else { return page }
    if onlooker.delay == nil, let deadline = clock.deadline {
      page.fields.append(Page.Field("deadline", Timestamp.text(deadline)))
      page.fields.append(Page.Field("left", max(0, (deadline - time) / 1000)))
    }
    page.text = onlooker.delay == nil ? headline(at: time) : lateHeadline(onlooker)
    for line in onlookerLines(onlooker) {
      page.add([Page.Field("type", line.line)], "\(line.what): \(line.line)")
    }
    return page
  }

  private func lateHeadline(_ onlooker: Onlooker) -> String {
    if status == .closed { return headline(at: time) }
    switch onlooker.delay {
    case .turns(let turns)?:
      let late = "You see the game \(turns) turn\(turns == 1 ? "" : "s") late"
      return turn > 0 ? "\(late): this is turn \(turn)." : "\(late): nothing yet."
    default: return "You see the game once it is closed."
    }
  }

  private func onlookerLines(_ onlooker: Onlooker) -> [Option] {
    let all = [
      Option(what: "Read what everybody reads", line: "BRIEF public"),
      Option(what: "See the deals", line: "DEALS"),
      Option(what: "See the groups", line: "GROUPS"),
      Option(what: "See what happened", line: "HISTORY"),
    ]
    switch onlooker.kind {
    case .projector: return all
    case .observer: return all + [Option(what: "See the figures", line: "STATE all")]
    case .evaluator:
      let objective = exercise.objectives.first.map { String($0.prefix { $0 != " " }) } ?? "LO1"
      return all + [
        Option(what: "See the figures", line: "STATE all"),
        Option(what: "See who does what", line: "BOARD"),
        Option(what: "Rate an objective", line: "OBSERVE \(objective) rating=S :what you saw"),
        Option(what: "Take a note", line: "ANNOTATE :your note"),
      ]
    }
  }

  /// The names of those who look on, one row each seat; nothing where nobody does.
  func addOnlookers(to page: inout Page, present: Set<MemberID>? = nil) {
    let seats = Set(members.map(\.seat).filter { $0.onlooker != nil }).sorted()
    for seat in seats {
      let people = members.filter { $0.seat == seat }
      let names = people.map(\.name).joined(separator: ", ")
      var fields = [Page.Field("seat", seat.text), Page.Field("members", people.count)]
      var words = "\(Shown.padded(seat.text, 18)) \(names)"
      if let present {
        let here = people.count { present.contains($0.id) }
        fields.append(Page.Field("here", here))
        words += ", \(here) here"
      }
      page.add(fields, words)
    }
  }

  /// What the screen of the room shows: the clock, the groups, and the news that everybody has.
  package func addPublicNews(_ news: [String], to page: inout Page) {
    let groups = world.groups(shownTo: -1, scenario: scenario)
    for group in groups {
      let names = group.members.map { scenario.states[$0].id.text }.joined(separator: ", ")
      page.add(
        [Page.Field("group", group.name)],
        "\(group.name): \(names), \(Quadrant.title(group.quadrant))")
    }
    for line in news { page.add([], line) }
  }
}
