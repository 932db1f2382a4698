/// What a figure is about, by index of the scenario.
package enum FigureObject: Hashable, Sendable {
  case state(Int)
  case programme(Int)
  case line(state: Int, programme: Int)
  case theatre(Int)
  case domain(Domain)
  case sector(Sector)
  case term(ScoreTerm)
  case clause(ClauseKind)
  /// A group by its name: `G1`.
  case group(String)
  /// The word `pools`.
  case pools
  /// `*`: all states, or all programmes.
  case all

  /// What may stand in a place of a figure's name.
  package enum Kind: String, CaseIterable, Sendable {
    case state, stateOrAll, programme, programmeOrAll, line, programmeOrLine
    case theatre, domain, sector, term, clause, group, pools

    /// True if leaving it out means oneself.
    var meansOneself: Bool { self == .state || self == .stateOrAll }

    /// The word for people.
    package var noun: String {
      switch self {
      case .state, .stateOrAll: "state"
      case .programme, .programmeOrAll: "programme"
      case .line: "line"
      case .programmeOrLine: "programme or line"
      case .term: "term"
      case .pools: "purpose"
      default: rawValue
      }
    }
  }

  /// The object as it is typed.
  package func text(in scenario: Scenario) -> String {
    switch self {
    case .state(let state): scenario.states[state].id.text
    case .programme(let programme): scenario.programmes[programme].id.text
    case .line(let state, let programme): Self.line(state, programme, scenario)
    case .theatre(let theatre): scenario.theatres[theatre].id.text
    case .domain(let domain): domain.rawValue
    case .sector(let sector): sector.rawValue
    case .term(let term): term.rawValue
    case .clause(let clause): clause.rawValue
    case .group(let group): group
    case .pools: "pools"
    case .all: "*"
    }
  }

  /// Reads a word as an object of that kind; nil if there is none of that name. Case does not
  /// matter.
  static func read(_ word: String, as kind: Kind, in scenario: Scenario) -> FigureObject? {
    let lowered = word.lowercased()
    if lowered == "*" { return kind == .stateOrAll || kind == .programmeOrAll ? .all : nil }
    switch kind {
    case .state, .stateOrAll: return scenario.index(of: StateID(lowered)).map { .state($0) }
    case .programme, .programmeOrAll:
      return scenario.index(of: ProgrammeID(lowered)).map { .programme($0) }
    case .line: return lineObject(lowered, in: scenario)
    case .programmeOrLine:
      return scenario.index(of: ProgrammeID(lowered)).map { .programme($0) }
        ?? lineObject(lowered, in: scenario)
    case .theatre: return scenario.index(of: TheatreID(lowered)).map { .theatre($0) }
    case .domain: return Domain(rawValue: lowered).map { .domain($0) }
    case .sector: return Sector(rawValue: lowered).map { .sector($0) }
    case .term: return ScoreTerm(rawValue: lowered).map { .term($0) }
    case .clause: return ClauseKind(rawValue: lowered).map { .clause($0) }
    case .group: return isGroup(lowered) ? .group(lowered.uppercased()) : nil
    case .pools: return lowered == "pools" ? .pools : nil
    }
  }

  /// The words that could stand there, in the order of the scenario.
  package static func words(as kind: Kind, in scenario: Scenario) -> [String] {
    let programmes = scenario.programmes.map(\.id.text)
    switch kind {
    case .state, .stateOrAll: return scenario.states.map(\.id.text)
    case .programme, .programmeOrAll: return programmes
    case .line: return lines(of: scenario)
    case .programmeOrLine: return programmes + lines(of: scenario)
    case .theatre: return scenario.theatres.map(\.id.text)
    case .domain: return scenario.parameters.domains.map(\.rawValue)
    case .sector: return Sector.allCases.map(\.rawValue)
    case .term: return ScoreTerm.allCases.map(\.rawValue)
    case .clause: return scenario.parameters.clauses.map(\.rawValue)
    case .group: return ["G1"]
    case .pools: return ["pools"]
    }
  }

  /// `dorn-canopy`: ids may hold hyphens themselves, so every place to part them is tried.
  private static func lineObject(_ word: String, in scenario: Scenario) -> FigureObject? {
    for hyphen in word.indices where word[hyphen] == "-" {
      if let state = scenario.index(of: StateID(String(word[..<hyphen]))),
        let programme = scenario.index(of: ProgrammeID(String(word[word.index(after: hyphen)...])))
      {
        return .line(state: state, programme: programme)
      }
    }
    return nil
  }

  private static func lines(of scenario: Scenario) -> [String] {
    scenario.states.indices.flatMap { state in
      scenario.programmes.indices.map { line(state, $0, scenario) }
    }
  }

  private static func line(_ state: Int, _ programme: Int, _ scenario: Scenario) -> String {
    "\(scenario.states[state].id)-\(scenario.programmes[programme].id)"
  }

  private static func isGroup(_ word: String) -> Bool {
    word.first == "g" && word.count > 1 && word.count < 6
      && word.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }
}
