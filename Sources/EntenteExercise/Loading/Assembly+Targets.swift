import EntenteModel

// Whom an event is for, and whether it comes again.
extension Assembly {
  /// The rule behind `pick`, and the one of `to: each`; nil where the states stand there.
  mutating func target(_ fields: Fields) -> InjectTarget? {
    guard let field = fields["pick"], let text = field.text else {
      return fields.text("to") == "each" && fields.text("when") != nil ? .each : nil
    }
    let words = text.split { "(), ".contains($0) }.map(String.init)
    guard let name = words.first else { return nil }
    let arguments = Array(words.dropFirst())
    if let target = target(name, arguments) { return target }
    report(
      PackageFile.injects, field, "bad-pick",
      "\"\(text.clipped)\" finds nobody here; write \(Self.examples).")
    return nil
  }

  private static let examples =
    "each, holders, largest(budget), smallest(sec), owner(PROGRAMME), parties(CLAUSE), "
    + "others(CLAUSE, …) or exposed(TYPE, …)"

  private func target(_ name: String, _ arguments: [String]) -> InjectTarget? {
    let first = arguments.first ?? ""
    switch name {
    case "each" where arguments.isEmpty: return .each
    case "holders" where arguments.isEmpty: return .holders
    case "largest" where Self.isOfState(arguments): return .largest(first)
    case "smallest" where Self.isOfState(arguments): return .smallest(first)
    case "owner" where arguments.count == 1 && allProgrammes.contains(first):
      return .owner(ProgrammeID(first))
    case "parties" where arguments.count == 1:
      return ClauseKind(rawValue: first).map { .parties($0) }
    case "others":
      let kinds = arguments.compactMap(ClauseKind.init)
      return kinds.isEmpty || kinds.count < arguments.count ? nil : .others(kinds)
    case "exposed":
      let types = arguments.compactMap(ThreatType.init)
      return types.isEmpty || types.count < arguments.count ? nil : .exposed(types)
    default: return nil
    }
  }

  /// One word for a figure that every state has.
  private static func isOfState(_ arguments: [String]) -> Bool {
    arguments.count == 1 && FigureWord(rawValue: arguments[0])?.objects == [.state]
  }

  /// Whether and how often an event comes again, and by what chance.
  func recurrence(_ fields: Fields) -> InjectRecurrence {
    InjectRecurrence(
      every: fields.number("repeat") ?? 0, times: fields.number("times") ?? 0,
      chance: BasisPoints(fields.number("chance") ?? 10_000))
  }
}
