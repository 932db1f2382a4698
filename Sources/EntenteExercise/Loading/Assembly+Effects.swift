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
    return InjectEffect(
      path: path, object: fields.text("object") ?? "", operation: operation, amount: amount,
      turns: fields.number("turns") ?? 0)
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
    case .licenceGates: .count
    case .requirement, .stock: .lots
    case .threat, .lineOutput, .politicalCapital, .exportStrictness, .crisisTest, .cohesion,
      .adversary, .inputSupply, .supplierStatus:
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
    case (_, .lots): -1_000_000_000...1_000_000_000
    default: -3650...3650
    }
  }

  // MARK: objects

  /// Whose value the effect changes must be something of this exercise.
  private mutating func checkObject(_ fields: Fields, _ path: InjectEffect.Path) -> Bool {
    let object = fields.text("object") ?? ""
    let (kind, known) = objects(of: path)
    guard !known.contains(object) else { return true }
    let place = fields["object"].map { ($0.line, $0.column) } ?? (fields.line, fields.column)
    let sentence =
      object.isEmpty
      ? "An effect on \"\(path.rawValue)\" needs an \"object\", a \(kind)."
      : "\"\(object.clipped)\" is not a \(kind) here; \(Hint.nearest(to: object, in: known))"
    report(
      PackageFile.injects, line: place.0, column: place.1,
      object.isEmpty ? "missing-key" : "unknown-\(kind)", sentence)
    return false
  }

  /// What the object of a path is called, and which there are; an empty one means nobody in
  /// particular.
  private func objects(of path: InjectEffect.Path) -> (kind: String, known: [String]) {
    switch path {
    case .threat: ("theatre", theatreNames)
    case .crisisTest: ("theatre", theatreNames + [""])
    case .lineOutput:
      ("line", allStates.flatMap { state in allProgrammes.map { "\(state)-\($0)" } })
    case .politicalCapital: ("state", allStates + [""])
    case .exportStrictness, .licenceGates: ("state", allStates)
    case .requirement: ("programme", allProgrammes + CommonKeys.sectors)
    case .stock: ("programme", allProgrammes)
    case .adversary: ("domain", CommonKeys.domains)
    case .cohesion: ("word", [""])
    case .inputSupply: ("input", scarceInputs)
    case .supplierStatus: ("supplier", suppliersByInput)
    }
  }
}
