/// One clause of a deal as written: who, what, and under which conditions.
package struct ClauseText: Hashable, Sendable, Codable {
  /// `c1`, `c2`, … in the order of the text.
  package var id: ClauseID
  /// Which of the thirty clauses it is.
  package var kind: ClauseKind
  /// The giving states, sorted; of a mutual clause all bound states.
  package var from: [StateID]
  /// The receiving states, sorted; of a mutual clause all bound states.
  package var to: [StateID]
  /// Every parameter of the catalogue, in catalogue order.
  package var parameters: [Parameter]
  /// The annex this clause belongs to, for accession.
  package var annex: String?
  /// At most two.
  package var conditions: [ClauseCondition]

  /// A clause with sorted states and parameters in catalogue order.
  package init(
    id: ClauseID, kind: ClauseKind, from: [StateID], to: [StateID], parameters: [Parameter],
    annex: String? = nil, conditions: [ClauseCondition] = []
  ) {
    self.id = id
    self.kind = kind
    self.from = from
    self.to = to
    self.parameters = parameters
    self.annex = annex
    self.conditions = conditions
  }

  /// The states the clause binds, sorted, each once.
  package var boundStates: [StateID] {
    if from == to { return from }
    return Set(from).union(to).sorted()
  }

  /// True if the clause binds `state`.
  package func binds(_ state: StateID) -> Bool { from.contains(state) || to.contains(state) }

  /// The part of `state`, nil if the clause does not bind it.
  package func role(of state: StateID) -> ClauseRole? {
    guard binds(state) else { return nil }
    if kind.isMutual { return .party }
    return from.contains(state) ? .giver : .receiver
  }
}

extension ClauseText {
  /// The value of parameter `name`; `.null` if the clause has no such parameter.
  package subscript(name: String) -> ParameterValue {
    parameters.first { $0.name == name }?.value ?? .null
  }

  /// The number of parameter `name`, nil where nothing is named or it is no number.
  package func integer(_ name: String) -> Int? {
    if case .integer(let value) = self[name] { value } else { nil }
  }

  /// The yes or no of parameter `name`; false if it is no yes/no parameter.
  package func flag(_ name: String) -> Bool { self[name] == .flag(true) }

  /// The word of parameter `name`, nil where nothing is named or it is no word.
  package func word(_ name: String) -> String? {
    if case .word(let word) = self[name] { word } else { nil }
  }

  /// The words of parameter `name`, empty where there are none.
  package func words(_ name: String) -> [String] {
    if case .words(let words) = self[name] { words } else { [] }
  }

  /// The numbers by state of parameter `name`, empty where there are none.
  package func amounts(_ name: String) -> [StateAmount] {
    if case .amounts(let amounts) = self[name] { amounts } else { [] }
  }

  /// The states of list parameter `name`, in its order.
  package func states(_ name: String) -> [StateID] { words(name).map { StateID($0) } }

  /// The state of parameter `name`, nil where none is named.
  package func state(_ name: String) -> StateID? { word(name).map { StateID($0) } }

  /// The programme the clause is about, nil where it is about none.
  package var programme: ProgrammeID? { word("programme").map { ProgrammeID($0) } }

  /// The theatre the clause is about, nil where it is about all or the engine chooses.
  package var theatre: TheatreID? { word("theatre").map { TheatreID($0) } }

  /// The clauses `pilot` wraps; empty for others.
  package var wraps: [ClauseID] { words("wraps").map { ClauseID($0) } }
}
