import EntenteModel

extension SessionState {
  /// The scores a seat may see: its own and the collective one; everybody's after the last turn.
  package func scorePage(for seat: SeatID) -> Page {
    var page = Page()
    let isOver = world.turn > scenario.parameters.turns
    for (index, card) in scenario.states.enumerated() {
      guard seat == .facilitator || isOver || seat.state == card.id else { continue }
      addScore(of: index, label: card.label, id: card.id, to: &page)
    }
    page.fields = [
      Page.Field("turn", turn), Page.Field("final", isOver ? "yes" : "no"),
      Page.Field("collective", world.collective.value),
    ]
    page.text = "Collective score \(Shown.index(world.collective)). WHY nat takes yours apart."
    return page
  }

  private func addScore(of index: Int, label: String, id: StateID, to page: inout Page) {
    let outcome = world.states[index].outcome
    let names = ["security", "latent", "cost", "interop", "technology", "economy"]
    let terms = zip(names, outcome.terms).map { "\($0) \(Shown.index($1))" }
      .joined(separator: ", ")
    page.add(
      [
        Page.Field("state", id.text), Page.Field("final", outcome.final.value),
        Page.Field("national", outcome.national.value),
        Page.Field("private", outcome.privateCards), Page.Field("conduct", outcome.conduct),
      ]
        + zip(["sec", "lat", "cost", "int", "tech", "econ"], outcome.terms).map {
          Page.Field($0, $1.value)
        },
      "\(label): final \(Shown.index(outcome.final)) = national "
        + "\(Shown.index(outcome.national)) x 80% + cards "
        + "\(Shown.index(BasisPoints(outcome.privateCards))) + conduct "
        + "\(Shown.index(BasisPoints(outcome.conduct)))")
    page.add([Page.Field("state", id.text)], "  \(terms)")
    if let accuracy = predictionAccuracy(of: id) {
      page.add(
        [Page.Field("state", id.text), Page.Field("prediction", accuracy.value)],
        "  predictions: accuracy \(Shown.index(accuracy))")
    }
  }

  /// The informal groups found at the end of the last turn.
  package func groupsPage(for seat: SeatID) -> Page {
    var page = Page()
    let reader = reader(seat)
    let groups = world.groups(shownTo: reader, scenario: scenario)
    for group in groups {
      let members = group.members.map { scenario.states[$0].id.text }.joined(separator: ",")
      page.add(
        [
          Page.Field("group", group.name), Page.Field("members", members),
          Page.Field("quadrant", group.quadrant), Page.Field("capacity", group.capacity.value),
          Page.Field("interoperability", group.interoperability.value),
          Page.Field("formation", group.formation.value),
          Page.Field("management", group.management.value),
          Page.Field("salience", group.salience.value),
        ],
        "\(group.name) \(members): \(Quadrant.title(group.quadrant))"
          + (group.labels.isEmpty ? "" : " (\(group.labels.joined(separator: ", ")))"))
      page.add(
        [Page.Field("group", group.name)],
        "  capacity \(Shown.index(group.capacity)), interoperability "
          + "\(Shown.index(group.interoperability)), formation \(Shown.index(group.formation)), "
          + "management \(Shown.index(group.management)), salience \(Shown.index(group.salience))")
    }
    addDyads(to: &page, for: reader)
    addTreaties(to: &page)
    page.fields = [
      Page.Field("groups", groups.count),
      Page.Field("lattice", world.lattice.value), Page.Field("hub", world.hub.value),
    ]
    page.text =
      groups.isEmpty
      ? "No group of three or more yet; ties come from deals that last."
      : "Found in the network of deals; nobody declared them."
    return page
  }

  private func addDyads(to page: inout Page, for reader: Int?) {
    let count = scenario.states.count
    for one in 0..<count {
      for other in (one + 1)..<count {
        let pair = world.tie(one, other, shownTo: reader)
        guard pair.weight >= scenario.parameters.theta else { continue }
        let names = "\(scenario.states[one].id),\(scenario.states[other].id)"
        page.add(
          [Page.Field("tie", names), Page.Field("weight", pair.weight.value)],
          "Tie \(names): weight \(Shown.index(pair.weight)), depth \(Shown.index(pair.depth))")
      }
    }
  }

  /// Formal treaties stand apart: they are declared, and no group is found by them.
  private func addTreaties(to page: inout Page) {
    let count = scenario.states.count
    for one in 0..<count {
      for other in (one + 1)..<max(count, one + 1) {
        let pair = world.pairs[Scenario.pairIndex(one, other, of: count)]
        guard pair.formalTreaty else { continue }
        let names = "\(scenario.states[one].id),\(scenario.states[other].id)"
        page.add(
          [Page.Field("treaty", names), Page.Field("interop", pair.composite.value)],
          "Treaty \(names): formal, not counted in groups; interoperability "
            + Shown.index(pair.composite))
      }
    }
    addTreatyGrowth(to: &page)
  }

  /// Formal ties on a line of their own, to be compared with the groups.
  private func addTreatyGrowth(to page: inout Page) {
    let ties = FormalTies(in: world, scenario: scenario)
    guard ties.pairs + ties.pairsAtStart > 0 else { return }
    page.add(
      [
        Page.Field("treaties", ties.pairs), Page.Field("treaties-start", ties.pairsAtStart),
        Page.Field("interop", ties.composite.value),
        Page.Field("interop-start", ties.compositeAtStart.value),
      ],
      "Formal pacts: \(ties.pairs) pairs (\(ties.pairsAtStart) at the start), mean "
        + "interoperability \(Shown.index(ties.composite)) "
        + "(\(Shown.index(ties.compositeAtStart)) at the start).")
  }

  /// Whose eyes a seat sees the network with: nil is everything, -1 a state outside of it all.
  private func reader(_ seat: SeatID) -> Int? {
    seat == .facilitator || isOpenToAll ? nil : seat.state.flatMap(scenario.index(of:)) ?? -1
  }
}

/// The four kinds of group.
package enum Quadrant {
  /// The name people read.
  package static func title(_ quadrant: String) -> String {
    switch quadrant {
    case "integrated-arsenal": "Integrated Arsenal"
    case "parallel-workshops": "Parallel Workshops"
    case "common-shield": "Common Shield"
    default: "Dialogue Table"
    }
  }
}
