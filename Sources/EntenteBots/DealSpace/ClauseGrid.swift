import EntenteModel
import EntenteSession

/// The clauses that some states could write into a deal, as people type them: every clause of the
/// menu in every direction, with a few values for each parameter that must be written.
struct ClauseGrid {
  private let exercise: Exercise
  /// Ascending by handle.
  private let parties: [Int]

  init(_ exercise: Exercise, parties: [Int]) {
    self.exercise = exercise
    self.parties = parties
  }

  private var scenario: Scenario { exercise.scenario }

  private func name(_ state: Int) -> String { scenario.states[state].id.text }

  /// In the order of the menu, then of directions, then of values.
  var clauses: [String] {
    scenario.parameters.clauses.filter { !$0.isHeader && $0 != .pilot }.flatMap { kind in
      kind.isMutual ? written(kind, from: nil, to: nil) : directed(kind)
    }
  }

  private func directed(_ kind: ClauseKind) -> [String] {
    parties.flatMap { giver in
      parties.filter { $0 != giver }.flatMap { written(kind, from: giver, to: $0) }
    }
  }

  private func written(_ kind: ClauseKind, from: Int?, to: Int?) -> [String] {
    var lines = [""]
    var specs = kind.entry.parameters.filter(\.isRequired)
    if kind == .exercise {
      specs += kind.entry.parameters.filter { $0.name == "intensity" }
    }
    // One object where the catalogue asks for one of several.
    if kind == .excl { specs += kind.entry.parameters.prefix(1) }
    for spec in specs {
      let values = values(of: spec, in: kind, to: to)
      lines = lines.flatMap { line in values.map { "\(line) \(spec.name)=\($0)" } }
    }
    let head = zip([from, to].compactMap { $0 }, [">", ""]).map { name($0) + $1 }.joined()
    return lines.map { (head.isEmpty ? "" : head + " ") + kind.rawValue + $0 }
  }

  // MARK: values

  private func values(of spec: ParameterSpec, in kind: ClauseKind, to: Int?) -> [String] {
    switch spec.type {
    case .programme: scenario.programmes.map(\.id.text)
    case .theatre: scenario.theatres.map(\.id.text)
    case .family: scenario.parameters.families
    case .domain, .domains: scenario.parameters.domains.map(\.rawValue)
    case .sector, .sectors: sectors(of: to)
    case .inputs: Array(Set(scenario.programmes.flatMap { $0.inputs.map(\.rawValue) })).sorted()
    case .state, .agency: parties.map(name)
    case .states: parties.map(name) + [parties.map(name).joined(separator: ",")]
    case .shares: [shares]
    case .lots: kind == .offtake ? ["10", "40"] : ["60", "200"]
    case .lotsEach: [parties.map { "\(name($0)):10" }.joined(separator: ",")]
    case .money, .price: ["8m", "40m"]
    case .moneyEach: [parties.map { "\(name($0)):3m" }.joined(separator: ",")]
    case .pct: ["10%"]
    case .int(let range): [range.lowerBound, min(range.upperBound, 3)].map(String.init)
    case .word(let words): words
    case .words(let words): [words.joined(separator: ",")]
    case .flag: ["yes"]
    case .duration: ["4"]
    case .references: []
    }
  }

  /// Sectors in which the receiver has halls; all parties' where nobody receives.
  private func sectors(of receiver: Int?) -> [String] {
    let states = receiver.map { [$0] } ?? parties
    return Sector.allCases.filter { sector in
      states.contains { scenario.states[$0].capacity[sector.index].value > 0 }
    }.map(\.rawValue)
  }

  /// Equal shares in whole per cent, the rest to the first.
  private var shares: String {
    let share = 100 / parties.count
    return parties.enumerated().map { place, state in
      "\(name(state)):\(place == 0 ? 100 - share * (parties.count - 1) : share)%"
    }.joined(separator: ",")
  }
}
