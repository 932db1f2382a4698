import EntenteModel

extension Assembly {
  /// The effects of an event or an option.
  mutating func effects(_ fields: Fields) -> [InjectEffect] {
    fields.records("effects").compactMap { effect($0) }.filter { isHere($0) }
  }

  private mutating func effect(_ fields: Fields) -> InjectEffect? {
    guard let path = fields.text("path").flatMap(InjectEffect.Path.init),
      let operation = fields.text("op").flatMap(InjectEffect.Operation.init),
      let amount = amount(fields, path, operation), checkObject(fields, path)
    else { return nil }
    let test = condition(fields, key: "when")
    guard !test.isBroken else { return nil }
    // What it asks of those who are not here nobody can answer.
    let asked = test.test.flatMap { here($0) }
    if test.test != nil, asked == nil { return nil }
    return InjectEffect(
      path: path, object: Self.object(fields, path), operation: operation, amount: amount,
      turns: fields.number("turns") ?? 0,
      after: fields.number("after").flatMap { $0 > 0 ? $0 : nil },
      condition: asked)
  }

  // MARK: amounts

  private mutating func amount(
    _ fields: Fields, _ path: InjectEffect.Path, _ operation: InjectEffect.Operation
  ) -> Int? {
    guard let field = fields["amount"], let text = field.text else { return nil }
    let unit = operation == .multiply ? .share : Self.unit(of: path)
    do {
      let amount = try NumberText.read(text, as: unit)
      let range = Self.range(operation, unit)
      if range.contains(amount) { return amount }
      report(
        PackageFile.injects, field, "out-of-range",
        "\"amount\" is \(Wording.range(range, unit)), not \(text.clipped).")
    } catch {
      let problem = Wording.problem(error, text, unit, key: "amount")
      report(PackageFile.injects, field, problem.name, problem.sentence)
    }
    return nil
  }

  private static func unit(of path: InjectEffect.Path) -> NumberText.Unit {
    switch path {
    case .licenceGates, .contractGate, .firms, .tokens, .answer, .bestOffer, .removal,
      .formalTreaty, .theatreSwap, .freeExit, .barriersShown:
      .count
    case .requirement, .stock: .lots
    case .budget: .money
    case .politicalCapital, .exportStrictness, .contentThreshold, .security, .asymmetric, .barrier,
      .technology, .civilTechnology, .values, .trust, .cohesion, .adversary, .leakMeter, .threat,
      .lineOutput, .inputSupply, .supplierStatus, .adequacy, .transferGain, .ratificationCost,
      .openOffers, .accessionFee, .dealPace, .workshareFloor, .crisisTest:
      .share
    }
  }

  private static func range(
    _ operation: InjectEffect.Operation, _ unit: NumberText.Unit
  ) -> ClosedRange<Int> {
    switch (operation, unit) {
    case (.multiply, _): 0...40_000
    case (.set, .share): 0...10_000
    case (.add, .share): -10_000...10_000
    case (.set, .money): 0...100_000_000
    case (_, .money): -100_000_000...100_000_000
    case (_, .lots): -1_000_000_000...1_000_000_000
    default: -3650...3650
    }
  }

  // MARK: objects

  /// The object as it is typed; a sector may stand in capitals, because a state may be called like
  /// one.
  private static func object(_ fields: Fields, _ path: InjectEffect.Path) -> String {
    let text = fields.text("object") ?? ""
    let sector = text.lowercased()
    return text == text.uppercased() && CommonKeys.sectors.contains(sector) ? sector : text
  }

  /// Whose value the effect changes must be something of this exercise.
  private mutating func checkObject(_ fields: Fields, _ path: InjectEffect.Path) -> Bool {
    let object = Self.object(fields, path)
    let (kind, known) = objects(of: path)
    // A card of the library is for exercises with that input and those without.
    let isFromLibrary = fields["object"]?.file?.hasPrefix(LibraryShelf.folder) ?? false
    if path == .inputSupply, isFromLibrary, !known.contains(object) { return false }
    let words = object.split(separator: " ").map(String.init)
    let isKnown = { (word: String) in known.contains(word) }
    if path.takesSeveralObjects ? !words.isEmpty && words.allSatisfy(isKnown) : isKnown(object) {
      return true
    }
    if object.isEmpty, isKnown("") { return true }
    let place = fields["object"].map { ($0.line, $0.column) } ?? (fields.line, fields.column)
    let hints = known.filter { !$0.isEmpty }
    let sentence =
      object.isEmpty
      ? "An effect on \"\(path.rawValue)\" needs an \"object\", a \(kind)."
      : "\"\(object.clipped)\" is not a \(kind) here; \(Hint.nearest(to: object, in: hints))"
    report(
      PackageFile.injects, line: place.0, column: place.1,
      object.isEmpty ? "missing-key" : "unknown-\(kind)", sentence)
    return false
  }

  /// What the object of a path is called, and which there are; an empty one means nobody in
  /// particular.
  private func objects(of path: InjectEffect.Path) -> (kind: String, known: [String]) {
    let types = ThreatType.allCases.map(\.rawValue)
    switch path {
    case .threat, .theatreSwap:
      let rules = ["first", "most-exposed"] + types + types.map { "first-unless-\($0)" }
      return ("theatre", theatreNames + rules + ["all"])
    case .crisisTest: return ("theatre", theatreNames + [""])
    case .lineOutput:
      return (
        "line",
        allStates.flatMap { state in allProgrammes.map { "\(state)-\($0)" } } + ["largest"]
      )
    case .politicalCapital, .exportStrictness, .contentThreshold, .security, .asymmetric, .budget,
      .firms, .tokens, .licenceGates, .answer, .bestOffer, .contractGate, .ratificationCost,
      .openOffers, .accessionFee, .workshareFloor:
      return ("state", allStates + [""])
    case .formalTreaty: return ("state", allStates + [""])
    case .values: return ("state", allStates + ["strict", ""])
    case .trust: return ("state", allStates + ["askers", ""])
    case .requirement, .stock: return ("programme", allProgrammes + CommonKeys.sectors)
    case .leakMeter: return ("programme", allProgrammes + ["leaked"])
    case .barrier: return ("barrier", OrderCatalogue.barriers)
    case .technology, .civilTechnology: return ("domain", CommonKeys.domains + ["widest"])
    case .adversary: return ("domain", CommonKeys.domains)
    case .transferGain: return ("domain", CommonKeys.domains + ["leaked", ""])
    case .adequacy: return ("sector", CommonKeys.sectors)
    case .cohesion, .barriersShown: return ("word", [""])
    case .inputSupply: return ("input", scarceInputs)
    case .supplierStatus: return ("supplier", suppliersByInput + ["largest", "own-largest"])
    case .dealPace, .freeExit: return ("clause", FormatKeys.clauses)
    case .removal: return ("clause", FormatKeys.clauses)
    }
  }
}

extension InjectEffect.Path {
  /// Whether several objects may stand side by side.
  fileprivate var takesSeveralObjects: Bool { self == .formalTreaty || self == .removal }
}
