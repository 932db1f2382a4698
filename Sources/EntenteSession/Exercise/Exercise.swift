package import EntenteModel

/// A checked exercise in one of its formats: the model's scenario and all that the play around it
/// needs. Immutable and shared.
package final class Exercise: Sendable {
  /// Folder name, for example `first-accord`.
  package let id: String
  /// What people call it.
  package let title: String
  /// Two or three sentences for a list of exercises.
  package let summary: String
  /// Name of the chosen format: `class`, `ttx`, `course`, `solo`.
  package let format: String
  package let scenario: Scenario
  package let phases: PhasePlan
  /// Roles of a delegation, in the order in which missing permissions fall to them.
  package let roles: [Role]
  package let press: [PressRule]
  package let openings: [Opening]
  /// The states people play, by team; states in none of them are played by bots. Each state has its
  /// seats, also where a team plays two.
  package let teams: [[StateID]]
  /// What everybody reads, Markdown.
  package let publicBrief: String
  /// What one team reads, by state index.
  package let briefs: [String]
  /// The facilitator's guide, Markdown.
  package let guide: String
  /// Learning objectives, each as its short name and its sentence.
  package let objectives: [String]
  /// Questions after the class, in the order asked.
  package let survey: [String]
  /// Questions for the debrief, in the order asked.
  package let debrief: [String]
  /// The seed a session takes unless told; nil: the host draws one.
  package let seed: Int?
  /// The seat taken in solo play unless told.
  package let soloSeat: String
  package let vocabulary: Vocabulary
  /// SHA-256 of the package's canonical archive, lower-case hexadecimal.
  package let packageHash: String

  /// A format of checked parts; what is left out is empty. Traps if `roles` is empty.
  package init(
    id: String, title: String, summary: String, format: String, scenario: Scenario,
    phases: PhasePlan, roles: [Role], press: [PressRule] = [], openings: [Opening] = [],
    teams: [[StateID]] = [],
    publicBrief: String = "", briefs: [String] = [], guide: String = "",
    objectives: [String] = [], survey: [String] = [], debrief: [String] = [], seed: Int? = nil,
    soloSeat: String = "", vocabulary: Vocabulary, packageHash: String = ""
  ) {
    precondition(!roles.isEmpty, "a delegation has a seat")
    self.id = id
    self.title = title
    self.summary = summary
    self.format = format
    self.scenario = scenario
    self.phases = phases
    self.roles = roles
    self.press = press
    self.openings = openings
    self.teams = teams.isEmpty ? scenario.states.map { [$0.id] } : teams
    self.publicBrief = publicBrief
    self.briefs = briefs
    self.guide = guide
    self.objectives = objectives
    self.survey = survey
    self.debrief = debrief
    self.seed = seed
    self.soloSeat = soloSeat
    self.vocabulary = vocabulary
    self.packageHash = packageHash
    seats = scenario.states.flatMap { state in
      roles.map { SeatID(state: state.id, role: $0.name) }
    }
  }

  /// Every seat of every state, states ascending, roles in order.
  package let seats: [SeatID]

  /// The seat of a state, by its index, for the role at a place in `roles`.
  package func seat(of state: Int, role place: Int) -> SeatID {
    seats[state * roles.count + place]
  }
}

/// A seat's part in a delegation and what it may do.
package struct Role: Sendable, Hashable {
  /// The word behind the point of a seat: `head` in `aster.head`.
  package var name: String
  package var permissions: [Permission]
  package init(name: String, permissions: [Permission]) {
    self.name = name
    self.permissions = permissions
  }
}

/// What a seat may do for its state; the word stands in `ERR 412 FORBIDDEN need=…`.
package enum Permission: String, CaseIterable, Sendable, Codable {
  case propose, sign, ratify, denounce, press
  case budget, programme, policy, posture
  case predict, journal, ready
}

/// Who may be spoken to in a phase.
package struct PressRule: Sendable, Hashable {
  /// Whom players may write to: everybody, their own delegation, or nobody.
  package enum Reach: String, Sendable, CaseIterable { case open, team, none }
  package var phase: Phase
  package var reach: Reach
  package init(phase: Phase, reach: Reach) {
    self.phase = phase
    self.reach = reach
  }
}

/// An offer a bot tables by script at the start of the first negotiation.
package struct Opening: Sendable, Hashable {
  package var from: StateID
  package var to: [StateID]
  package var text: DealText
  package init(from: StateID, to: [StateID], text: DealText) {
    self.from = from
    self.to = to
    self.text = text
  }
}
