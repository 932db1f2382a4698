import EntenteModel
import EntenteSession

/// Finds, in what a state sees, who could be party to a first text and with what in its places;
/// best first, ties to the lower handle.
struct Caster {
  /// Casts a template is tried with at most.
  static let castsMax = 2

  let view: SeatView
  var own: Int { view.index }
  var world: World { view.world }
  var scenario: Scenario { view.scenario }

  /// The casts of a role, best first; none where nobody fits.
  func casts(_ role: CastingRole) -> [Cast] {
    let found: [Cast] =
      switch role {
      case .licensee: licensees
      case .neediest: sales { world.states[$0].outcome.gap.value }
      case .buyer: sales(by: nil)
      case .licensor: licensors
      case .coproducer: coproducers
      case .supplier: suppliers
      case .codeveloper: codevelopers
      case .trusted(let least): trusted(least)
      case .largestBudget: ranked { world.states[$0].budget.value }
      case .researcher: ranked { bestLevel(of: $0) }
      case .friend: ranked { world.trust(of: own, in: $0).value }
      case .ready: ranked { world.states[$0].outcome.readiness.value }
      }
    return Array(found.prefix(Self.castsMax))
  }

  // MARK: who

  var others: [Int] { scenario.states.indices.filter { $0 != own } }

  /// States by a figure, highest first.
  private func ranked(_ figure: (Int) -> Int) -> [Cast] {
    others.sorted { (-figure($0), $0) < (-figure($1), $1) }.map { cast([$0]) }
  }

  private func trusted(_ least: Int) -> [Cast] {
    let partners = others.filter { world.trust(of: own, in: $0).value >= least }
    return partners.isEmpty
      ? [] : [cast(Array(partners.prefix(DealText.partyLimit - 1)))]
  }

  private func bestLevel(of state: Int) -> Int {
    scenario.parameters.domains.map { world.states[state].technology[$0.index].value }.max() ?? 0
  }

  // MARK: what fills the places

  /// A cast of these partners, about a programme where there is one.
  func cast(_ partners: [Int], programme: Int? = nil, lots: Lots? = nil) -> Cast {
    var values = [
      "own": view.state.text, "level": "1",
      "partner": partners.map { scenario.states[$0].id.text }.joined(separator: ","),
      "family": scenario.parameters.families.first ?? "",
      "domain": bestDomain?.rawValue ?? "",
    ]
    if let theatre = world.mostExposedTheatre(of: own, scenario: scenario) {
      values["theatre"] = scenario.theatres[theatre].id.text
    }
    if let programme {
      let object = scenario.programmes[programme]
      values["programme"] = object.id.text
      // A security agreement of level n covers designs up to sensitivity n + 1.
      values["level"] = String(clamp(object.sensitivity - 1, 1, 3))
    }
    if let lots { values["lots"] = TypedNumber.printed(lots: lots.value) }
    return Cast(partners: partners.map { scenario.states[$0].id }, values: values)
  }

  /// The domain the state is best in, of those of the exercise; of equals the first.
  var bestDomain: Domain? {
    let level = { (domain: Domain) in world.states[own].technology[domain.index].value }
    return scenario.parameters.domains.max { (level($0), -$0.index) < (level($1), -$1.index) }
  }

  /// What a state lacks of a programme.
  func need(_ state: Int, _ programme: Int) -> Lots {
    let standing = world.states[state]
    return max(0, standing.requirement[programme] - standing.stock[programme])
  }

  /// What that is worth at the list price; $k.
  func needValue(_ state: Int, _ programme: Int) -> Int {
    rdiv(need(state, programme).value * scenario.programmes[programme].listCost.value, 1_000)
  }

  /// Whether the state has a line of the programme, open or on its way.
  func hasLine(_ state: Int, _ programme: Int) -> Bool {
    world.lines.contains {
      $0.state == state && $0.programme == programme && ($0.status == .open || $0.status == .gated)
    }
  }

  /// Whether the state's industry could build the programme.
  func couldBuild(_ state: Int, _ programme: Int) -> Bool {
    let object = scenario.programmes[programme]
    return world.states[state].capacity[object.sector.index] >= object.minimumCapacity
  }
}
