extension CardCondition {
  /// The condition as people read figures: `at the end of every turn: security gap of Cael at most
  /// 40 points`.
  package func words(in scenario: Scenario) -> String {
    let what = test.words(in: scenario)
    return switch moment {
    case .end: "\(what) at the end"
    case .keep: "\(what) at the end, as at the start"
    case .always: "at the end of every turn \(what)"
    case .by(let turn): "by turn \(turn) \(what)"
    }
  }
}

extension CardCondition.Test {
  /// The test in words.
  func words(in scenario: Scenario) -> String {
    switch self {
    case .compare(let metric, let comparison, let threshold):
      guard let name = try? FigureName(metric, in: scenario) else {
        return "\(metric.name) \(comparison.rawValue) \(threshold)"
      }
      return name.words(in: scenario) + " " + comparison.words(name.unit.spoken(threshold))
    case .all(let tests):
      return tests.map { $0.words(in: scenario) }.joined(separator: " and ")
    case .any(let tests):
      return tests.map { $0.words(in: scenario) }.joined(separator: " or ")
    case .not(let test): return "not " + test.words(in: scenario)
    }
  }
}

extension CardCondition.Comparison {
  /// The comparison with a number in words.
  func words(_ number: String) -> String {
    switch self {
    case .atLeast: "at least \(number)"
    case .atMost: "at most \(number)"
    case .equal: "exactly \(number)"
    }
  }
}

extension FigureName {
  /// The figure as people name it: `security gap of Cael`, `trust of Aster, Borea`.
  package func words(in scenario: Scenario) -> String {
    let about = objects.map { object in
      switch object {
      case .state(let state): scenario.states[state].label
      case .all: "all"
      default: object.text(in: scenario)
      }
    }
    return about.isEmpty ? word.noun : "\(word.noun) of \(about.joined(separator: ", "))"
  }
}

extension FigureWord {
  /// The word as people name it in a sentence.
  var noun: String {
    switch self {
    case .gap: "security gap"
    case .rdy: "readiness"
    case .lat: "latent capability"
    case .pressure: "threat pressure"
    case .support: "support by partners"
    case .pc: "political capital"
    case .rep: "reputation"
    case .org: "organisation"
    case .sec: "security of secrets"
    case .eth: "erosion of governance"
    case .eb: "entry barrier"
    case .xc: "strictness of export law"
    case .bn: "home content asked for"
    case .nf: "civil firms in defence"
    case .budget: "budget"
    case .treasury: "money in hand"
    case .nat: "national score"
    case .final: "final score"
    case .ic: "industrial capacity"
    case .tr: "military technology"
    case .ct: "civil technology"
    case .delivered: "lots delivered"
    case .domestic: "share of all work"
    case .exports: "earnings abroad"
    case .spent: "money spent"
    case .dep: "dependence on one state"
    case .suppliers: "number of supplying states"
    case .breaches: "number of broken duties"
    case .tokens: "prototype tokens"
    case .workshare: "agreed share of work"
    case .lines: "number of lines, planned or open,"
    case .openlines: "number of open lines"
    case .adopters: "number of other states that hold lots"
    case .consented: "consent kept (1 is yes)"
    case .deals: "number of deals in force"
    case .led: "number of deals led"
    case .ingroup: "place in the largest group (1 is yes)"
    case .leak: "leak meter"
    case .dev: "development"
    case .wins: "accelerator wins"
    case .unitCost: "unit cost"
    case .th: "threat"
    case .adv: "adversary's technology"
    case .col: "collective score"
    default: rawValue
    }
  }
}
