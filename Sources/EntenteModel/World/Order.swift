/// What a state can order alone in a turn. The raw value is the word people type.
package enum OrderKeyword: String, CaseIterable, Sendable, Codable {
  // Budget
  case fundRD = "fund-rd"
  case invest
  case trainWorkforce = "train-workforce"
  case stockpile, readiness, asym
  case securityUpgrade = "security-upgrade"
  case pay
  // Programme
  case startDev = "start-dev"
  case openLine = "open-line"
  case produce
  case setCapacity = "set-capacity"
  case surge
  case closeLine = "close-line"
  case route, sell, procure, upgrade, loan, aid, draw
  case placeWork = "place-work"
  case askReexport = "ask-reexport"
  // Policy
  case setBN = "set-bn"
  case relaxExport = "relax-export"
  case tightenExport = "tighten-export"
  case posture, framework, reform, coordinate
  case boltOn = "bolt-on"
  case convertCivil = "convert-civil"
  case humanControl = "human-control"
  case mobilise, reorganise
  case practiceReform = "practice-reform"
  case justify, exchange, declare, withhold
  case suspendClauses = "suspend-clauses"
  case resumeClauses = "resume-clauses"
  case answerReexport = "answer-reexport"
  case choose
  // Posture
  case exercise, deploy
}

/// An order with its parameters, in the same shape as a clause: named values, checked by the
/// catalogue when it was read. `money` is $k, lots are mU, shares are bp.
package struct Order: Hashable, Sendable, Codable {
  /// The word people type.
  package var keyword: OrderKeyword
  /// In catalogue order; optional parameters that were not given are absent.
  package var parameters: [Parameter]

  package init(_ keyword: OrderKeyword, _ parameters: [Parameter]) {
    self.keyword = keyword
    self.parameters = parameters
  }

  /// The value of a parameter, if given.
  package subscript(_ name: String) -> ParameterValue? {
    parameters.first { $0.name == name }?.value
  }
}
