import EntenteModel

/// The figures of a state for its own team.
struct HandoutCard {
  private let card: StateCard
  private let scenario: Scenario
  private let spending: String

  init(_ card: StateCard, _ scenario: Scenario, spending: String) {
    self.card = card
    self.scenario = scenario
    self.spending = spending
  }

  /// A table of what the state starts with.
  var rows: [[String]] {
    [["", ""]]
      + [
        ["budget a turn", money(card.budget) + (spending.isEmpty ? "" : " (real: \(spending))")],
        ["treasury", money(card.treasury)],
        ["capacity (cu a turn)", capacity],
        ["military technology", levels(card.technology)],
        ["civil technology", levels(card.civil)],
        ["organisation", share(card.organisation)], ["security", share(card.security)],
        ["political capital", share(card.politicalCapital)],
        ["strictness of its export law", share(card.exportStrictness)],
        ["home content asked for", share(card.contentThreshold)],
        ["exposure", exposure], ["clauses its law forbids", barred],
      ].filter { !$0[1].isEmpty }
  }

  /// A table of lots by programme, of those it needs or has.
  var needs: [[String]] {
    let rows = scenario.programmes.indices.compactMap { place -> [String]? in
      let (needed, held) = (card.requirement[place].value, card.stock[place].value)
      guard needed > 0 || held > 0 else { return nil }
      return [
        Self.named(scenario.programmes[place].label, scenario.programmes[place].id.text),
        Wording.number(needed, .lots),
        Wording.number(held, .lots),
      ]
    }
    return [["programme", "needed (lots)", "in store (lots)"]] + rows
  }

  private func money(_ money: Money) -> String { Wording.number(money.value, .money) }

  private func share(_ share: BasisPoints) -> String { Wording.number(share.value, .share) }

  private var capacity: String {
    Sector.allCases.filter { card.capacity[$0.index].value > 0 }
      .map { "\($0.rawValue) \(card.capacity[$0.index].value)" }.joined(separator: ", ")
  }

  private func levels(_ levels: [BasisPoints]) -> String {
    scenario.parameters.domains.filter { levels[$0.index].value > 0 }
      .map { "\($0.rawValue) \(share(levels[$0.index]))" }.joined(separator: ", ")
  }

  private var exposure: String {
    zip(scenario.theatres, card.exposure).map { "\(Self.named($0.label, $0.id.text)) \(share($1))" }
      .joined(separator: ", ")
  }

  /// What the codes of the tables stand for.
  var legend: String {
    let sectors = Sector.allCases.filter { sector in
      card.capacity[sector.index].value > 0
        || scenario.programmes.contains { $0.sector == sector }
    }
    let codes =
      sectors.map { "\($0.rawValue) \($0.label)" }
      + scenario.parameters.domains.map { "\($0.rawValue) \($0.label)" }
    return "Codes: \(codes.joined(separator: "; "))."
  }

  /// A label with the word people type, where they differ.
  private static func named(_ label: String, _ id: String) -> String {
    isPlain(id, label) ? label : "\(label) (\(id))"
  }

  /// Whether the label alone tells what to type.
  static func isPlain(_ id: String, _ label: String) -> Bool { label.lowercased() == id }

  private var barred: String { card.barredClauses.map(\.rawValue).joined(separator: ", ") }
}
