import EntenteModel

// `gov` and `term` are written like clauses: here their values become parameters and back.

extension DealGovernance {
  /// The values of `gov`, in the order of the catalogue.
  var parameters: [Parameter] {
    [
      Parameter("mode", .word(mode.rawValue)),
      Parameter("lead", lead.map { .word($0.text) } ?? .null),
      Parameter("decisions", .word(decisions.rawValue)),
      Parameter("disputes", .word(disputes.rawValue)),
      Parameter("floor", .integer(floor.value)),
      Parameter("juste", .flag(juste)),
    ]
  }

  /// The governance that `parameters` of `gov` say.
  init(parameters: [Parameter]) {
    self.init()
    for parameter in parameters {
      switch (parameter.name, parameter.value) {
      case ("mode", .word(let word)): mode = Mode(rawValue: word) ?? mode
      case ("lead", .word(let word)): lead = StateID(word)
      case ("decisions", .word(let word)): decisions = Decisions(rawValue: word) ?? decisions
      case ("disputes", .word(let word)): disputes = Disputes(rawValue: word) ?? disputes
      case ("floor", .integer(let value)): floor = BasisPoints(value)
      case ("juste", .flag(let value)): juste = value
      default: break
      }
    }
  }
}

extension DealTerm {
  /// The values of `term`, in the order of the catalogue.
  var parameters: [Parameter] {
    [
      Parameter("duration", .integer(duration)),
      Parameter("notice", .integer(notice)),
      Parameter("penalty", .integer(penalty.value)),
      Parameter("survive", .words(survive.map(\.text))),
      Parameter("review", review.map(ParameterValue.integer) ?? .null),
    ]
  }

  /// The term that `parameters` of `term` say.
  init(parameters: [Parameter]) {
    self.init()
    for parameter in parameters {
      switch (parameter.name, parameter.value) {
      case ("duration", .integer(let value)): duration = value
      case ("notice", .integer(let value)): notice = value
      case ("penalty", .integer(let value)): penalty = Money(value)
      case ("survive", .words(let words)): survive = words.map { ClauseID($0) }
      case ("review", .integer(let value)): review = value
      default: break
      }
    }
  }
}
