import EntenteModel
import EntenteSession

extension Assembly {
  // MARK: phases

  /// How long phases last, and what ends them.
  mutating func phases() -> PhasePlan {
    let clock = format.record("clock") ?? Fields()
    let advance = format.text("advance").flatMap(PhasePlan.Advance.init) ?? .clock
    let plan = PhasePlan(
      report: length(clock, "report"), negotiate: length(clock, "negotiate"),
      ratify: length(clock, "ratify"), orders: length(clock, "orders"),
      review: length(clock, "review"), advance: advance)
    guard !clock.entries.isEmpty else { return plan }
    if !plan.exists(.negotiate) {
      report(
        PackageFile.exercise, clock, "no-time", "There is no time to negotiate in this format.")
    }
    for (name, field) in clock.entries where field.text == "none" && advance == .clock {
      report(
        PackageFile.exercise, field, "no-time",
        "\"\(name)\" has no clock and would never end; write \"advance: ready\" or give it seconds."
      )
    }
    return plan
  }

  private func length(_ clock: Fields, _ phase: String) -> PhasePlan.Length {
    if clock.text(phase) == "none" { return .open }
    // What could not be read has been reported; it is not missing time as well.
    guard let seconds = clock.number(phase) else { return .seconds(1) }
    return seconds == 0 ? .absent : .seconds(seconds)
  }

  // MARK: seats

  /// The roles a delegation has in this format, in order.
  mutating func roles() -> [Role] {
    let file = PackageFile.exercise
    let field = format["seats"] ?? reading.exercise["seats"]
    let seats = format["seats"] == nil ? reading.exercise.texts("seats") : format.texts("seats")
    let given = reading.exercise.record("roles")
    var roles: [Role] = []
    for seat in seats where !roles.contains(where: { $0.name == seat }) {
      let own = given?.texts(seat).compactMap(Permission.init)
      let standard = StandardRoles.all.first { $0.name == seat }?.permissions
      let permissions = (given == nil ? standard : own) ?? []
      roles.append(Role(name: seat, permissions: permissions))
      if permissions.isEmpty, let place = given?[seat] ?? field {
        report(file, place, "no-permission", "A seat \"\(seat)\" could do nothing at all.")
      }
    }
    if let field, roles.count < seats.count {
      report(file, field, "duplicate-id", "A seat is named twice here.")
    }
    return roles.isEmpty ? [StandardRoles.all[0]] : roles
  }

  /// Who may be spoken to, by phase.
  func press() -> [PressRule] {
    if let reach = reading.exercise.text("press").flatMap(PressRule.Reach.init) {
      return reach == .open ? [] : Phase.allCases.map { PressRule(phase: $0, reach: reach) }
    }
    let rules = reading.exercise.record("press")
    return Phase.allCases.compactMap { phase in
      rules?.text(phase.rawValue).flatMap(PressRule.Reach.init).map {
        PressRule(phase: phase, reach: $0)
      }
    }
  }

  /// The seat a single person takes unless told: the first role of the named state.
  func soloSeat(_ roles: [Role], _ teams: [[StateID]]) -> String {
    guard let state = format.text("seat") ?? teams.first?.first?.text, let role = roles.first else {
      return ""
    }
    return SeatID(state: StateID(state), role: role.name).text
  }

  // MARK: words that are taken

  /// A name that is a word of the terms language would make a text ambiguous.
  mutating func checkNames() {
    let taken = Set(
      ClauseKind.allCases.flatMap { [$0.rawValue, $0.code] } + Self.headerWords + Self.readerWords)
    let lists = [
      (PackageFile.states, reading.states), (PackageFile.programmes, reading.programmes),
      (PackageFile.world, reading.world.records("theatres")),
    ]
    for (file, records) in lists {
      for record in records {
        guard let field = record["id"], let name = field.text, taken.contains(name) else {
          continue
        }
        report(
          file, field, "taken-word", "\"\(name)\" is a word of the terms language; take another.")
      }
    }
    for name in allStates where allProgrammes.contains(name) {
      report(
        PackageFile.programmes, line: 0, column: 0, "duplicate-id",
        "\"\(name)\" names a state and a programme.")
    }
    if naming == "alias" { checkAliases(taken) }
  }

  /// Where states go by aliases, these must do as names.
  private mutating func checkAliases(_ taken: Set<String>) {
    var seen = Set(allProgrammes + theatreNames)
    for card in reading.states {
      guard let field = card["alias"], let alias = field.text else {
        report(
          PackageFile.states, card, "missing-key",
          "Names are hidden here, so every state needs an \"alias\".")
        continue
      }
      let handle = alias.lowercased()
      if !Wording.isName(handle) || taken.contains(handle) {
        report(
          PackageFile.states, field, "bad-name",
          "\"\(alias.clipped)\" must do as a handle in lower case: one word of letters and digits.")
      } else if !seen.insert(handle).inserted {
        report(PackageFile.states, field, "duplicate-id", "\"\(handle)\" is a name already.")
      }
    }
  }

  private static let headerWords = [
    "purpose", "visibility", "entry", "accession", "title", "when", "activate", "suspend", "step",
    "public", "parties", "secret", "until", "all", "of", "lead", "closed", "unanimity", "majority",
    "open", "equal", "evergreen", "yes", "no", "cost", "list", "office", "own", "any", "none",
    "auto",
  ]
  private static let readerWords = [
    "team", "each", "everybody", "facilitator", "me", "mine", "world",
  ]
}
