/// How exactly a seat sees a figure.
package enum FigureSight: String, Sendable, CaseIterable {
  case exact
  /// In ten-point bands: `50-59`.
  case band
  case hidden
}

extension Figures {
  /// How `reader` (nil is the facilitator) sees a figure in live play. After the last turn scores
  /// are open to all; after `CLOSE` everything is, which the session knows.
  package static func sight(
    of name: FigureName, for reader: Int?, in world: World, scenario: Scenario
  ) -> FigureSight {
    guard let reader else { return .exact }
    switch name.word.audience {
    case .everybody: return .exact
    case .owner: return name.states.contains(reader) ? .exact : .hidden
    case .untilEnd:
      let isOver = world.turn > scenario.parameters.turns
      return isOver || name.states.contains(reader) ? .exact : .hidden
    case .members(let kind): return membersSight(name, kind, reader, world, scenario)
    case .byFog where name.word == .eb && world.hasEvent(.barriersShown): return .exact
    case .byFog: return foggedSight(name, reader, world, scenario)
    }
  }

  /// True if the reader sees the figure exactly.
  package static func isVisible(
    _ name: FigureName, to reader: Int?, in world: World, scenario: Scenario
  ) -> Bool {
    sight(of: name, for: reader, in: world, scenario: scenario) == .exact
  }

  /// The figure as the reader sees it: `46.33 points`, `40-49`, nil where it is hidden or there is
  /// nothing to count.
  package static func text(
    of name: FigureName, for reader: Int?, in world: World, scenario: Scenario
  ) -> String? {
    let sight = sight(of: name, for: reader, in: world, scenario: scenario)
    let late = sight == .band ? reader.map { world.late(for: $0, scenario: scenario) } : nil
    guard let value = value(name, in: late ?? world, scenario: scenario) else { return nil }
    switch sight {
    case .exact: return name.unit.text(value)
    case .band: return band(name.unit == .capacity ? index(value, scenario) : value)
    case .hidden: return nil
    }
  }

  /// The ten-point band of a bp value: `50-59`; 10000 stands in the last one.
  package static func band(_ value: Int) -> String {
    let ten = clamp(fdiv(value, 1_000), 0, 9)
    return "\(ten * 10)-\(ten * 10 + 9)"
  }

  /// ICn of a capacity: ICREF counts as 10000.
  private static func index(_ capacity: Int, _ scenario: Scenario) -> Int {
    rdiv(10_000 * capacity, max(1, scenario.parameters.capacityReference.value))
  }

  private static func foggedSight(
    _ name: FigureName, _ reader: Int, _ world: World, _ scenario: Scenario
  ) -> FigureSight {
    if name.states.contains(reader) || name.states.isEmpty { return .exact }
    if sharesProgramme(name, reader, world, scenario) { return .exact }
    if name.states.contains(where: { sharesDeeply(reader, $0, world, scenario) }) { return .exact }
    let isOpaque = name.states.contains { scenario.isOpaque($0) }
    switch scenario.parameters.fog {
    case .none where !isOpaque: return .exact
    // Bands are of points; of lines, lots and counts nothing is shown.
    case .none, .bands: return name.unit == .points || name.unit == .capacity ? .band : .hidden
    case .strict: return .hidden
    }
  }

  /// The figure belongs to a programme a deal in force makes the two states share.
  private static func sharesProgramme(
    _ name: FigureName, _ reader: Int, _ world: World, _ scenario: Scenario
  ) -> Bool {
    guard let subject = name.states.first else { return false }
    let clauses = CommittedClauses(in: world, scenario: scenario)
    return clauses.entries.contains { entry in
      guard entry.bound.contains(reader), entry.bound.contains(subject),
        let programme = entry.clause.programme.flatMap(scenario.index(of:))
      else { return false }
      return name.objects.contains { object in
        switch object {
        case .programme(let about), .line(_, let about): about == programme
        case .domain(let domain): scenario.programmes[programme].domains.contains(domain)
        case .sector(let sector): scenario.programmes[programme].sector == sector
        default: false
        }
      }
    }
  }

  /// An `infoshare deep` in force joins the two.
  private static func sharesDeeply(
    _ one: Int, _ other: Int, _ world: World, _ scenario: Scenario
  ) -> Bool {
    CommittedClauses(in: world, scenario: scenario).of(.infoshare).contains {
      $0.clause.flag("deep") && $0.joins(one, other)
    }
  }

  private static func membersSight(
    _ name: FigureName, _ kind: FigureWord.Membership, _ reader: Int, _ world: World,
    _ scenario: Scenario
  ) -> FigureSight {
    switch kind {
    case .pair:
      return name.states.contains(reader) ? .exact : .hidden
    case .tie:
      let (one, other) = (name.states[0], name.states[1])
      let isHidden =
        reader != one && reader != other
        && world.deals.contains { deal in
          deal.bound.contains(one) && deal.bound.contains(other)
            && world.hides(deal, from: reader, scenario: scenario)
        }
      return isHidden ? .hidden : .exact
    case .group:
      guard case .group(let group)? = name.objects.first else { return .hidden }
      guard let found = world.groups.first(where: { $0.name == group }) else {
        return scenario.parameters.fog == .strict ? .hidden : .exact
      }
      return world.isShown(found, to: reader, scenario: scenario) ? .exact : .hidden
    }
  }
}

extension FigureWord {
  /// Whom a figure is shown to in live play.
  enum Audience: Hashable, Sendable {
    /// Public law and politics, and what everybody can see happen.
    case everybody
    /// Only the state it is about.
    case owner
    /// The state it is about, and all once the last turn is over.
    case untilEnd
    /// The owner, partners of a shared programme, others by fog.
    case byFog
    case members(Membership)
  }

  /// Figures whose readers are those who take part.
  enum Membership: Hashable, Sendable { case pair, tie, group }

  var audience: Audience {
    switch self {
    case .treasury, .spent, .fairness: .owner
    case .nat, .final, .conduct, .score: .untilEnd
    case .trust: .members(.pair)
    case .tie: .members(.tie)
    case .capacity, .formation, .management, .salience: .members(.group)
    case .gap, .rdy, .lat, .pressure, .support, .org, .eb, .nf, .ic, .tr, .ct, .stock, .delivered,
      .domestic, .exports, .dep, .suppliers, .adopters, .output, .gates, .unitCost, .tokens:
      .byFog
    default: .everybody
    }
  }
}

extension World {
  /// The world with opaque states (SR9) as they stood a turn ago, for all but themselves.
  func late(for reader: Int, scenario: Scenario) -> World {
    var world = self
    for state in states.indices where state != reader && scenario.isOpaque(state) {
      if let seen = states[state].seen { world.states[state].show(seen) }
    }
    return world
  }
}
