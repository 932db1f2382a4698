import EntenteModel
import EntenteSession

extension Assembly {
  /// The theatres, in the order of the package.
  mutating func theatres() -> [Theatre] {
    reading.world.records("theatres").map { theatre($0) }
  }

  private mutating func theatre(_ fields: Fields) -> Theatre {
    let type = fields.text("type").flatMap(ThreatType.init) ?? .air
    let common = Theatre.matrix(type)
    var weights = common.sectors
    var cyber = common.cyber
    if let own = fields.record("weights") {
      checkWhole(PackageFile.world, fields, key: "weights")
      weights = Sector.allCases.map { BasisPoints(own.number($0.rawValue) ?? 0) }
      cyber = 0
    }
    let path = fields.list("path").compactMap(\.number).map { BasisPoints($0) }
    if path.count < turns, let field = fields["path"] {
      report(
        PackageFile.world, field, "short-path",
        "The threat path has \(path.count) values for \(turns) turns; the last one stays.",
        as: .warning)
    }
    return Theatre(
      id: TheatreID(fields.text("id") ?? ""), label: fields.text("label") ?? "", type: type,
      weights: weights, cyberWeight: cyber, path: path.isEmpty ? [0] : path)
  }

  /// What every two states are to each other, in the order of `Scenario.pairIndex`.
  func pairs() -> [PairStart] {
    let pairs = reading.world.record("pairs")
    let bands = pairs?.records("bands") ?? []
    let treaties = pairs?.records("treaties") ?? []
    let common = pair(pairs?.record("default") ?? Fields(), else: PairStart.silent)
    var starts: [PairStart] = []
    for low in stateNames.indices {
      for high in stateNames.indices where high > low {
        let band = bands.first { covers($0, stateNames[low], stateNames[high]) }
        var start = band.map { pair($0, else: common) } ?? common
        if band?["treaty"] == nil,
          treaties.contains(where: { covers($0, stateNames[low], stateNames[high]) })
        {
          start.formalTreaty = true
        }
        starts.append(start)
      }
    }
    return starts
  }

  private func covers(_ band: Fields, _ one: String, _ other: String) -> Bool {
    let between = band.texts("between")
    guard band["with"] != nil else { return between.contains(one) && between.contains(other) }
    let with = band.texts("with")
    return (between.contains(one) && with.contains(other))
      || (between.contains(other) && with.contains(one))
  }

  private func pair(_ fields: Fields, else common: PairStart) -> PairStart {
    var start = common
    let layers = fields.list("interoperability").compactMap(\.number)
    if layers.count == Layer.count { start.interoperability = layers.map { BasisPoints($0) } }
    start.affinity = fields.number("affinity").map { BasisPoints($0) } ?? common.affinity
    if let trust = fields.number("trust") {
      start.trust = BasisPoints(trust)
      start.trustBack = BasisPoints(fields.number("trustBack") ?? trust)
    }
    start.formalTreaty = fields.flag("treaty") ?? common.formalTreaty
    return start
  }

  /// The deals in force from turn 1.
  mutating func preSigned(_ vocabulary: Vocabulary) -> [DealText] {
    var texts: [DealText] = []
    // What was agreed before the game may hold clauses that nobody can agree on in it.
    var vocabulary = vocabulary
    vocabulary.clauses = ClauseKind.allCases
    for deal in reading.world.records("deals") {
      guard let terms = deal["terms"] else { continue }
      for parties in partners(in: deal) {
        guard let sender = parties.first, parties.count > 1 else { continue }
        let text = self.terms(
          terms, in: PackageFile.world, from: sender, to: Array(parties.dropFirst()), vocabulary)
        if let text, isHere(text) { texts.append(perTurn(text)) }
      }
    }
    return texts
  }

  /// Who is bound by each of the deals that one entry stands for.
  private mutating func partners(in deal: Fields) -> [[String]] {
    let parties = deal.texts("parties")
    guard deal["with"] != nil else {
      if parties.count < 2, deal["parties"] != nil {
        report(PackageFile.world, deal, "too-few-parties", "A deal binds at least two states here.")
      }
      return [parties]
    }
    return deal.texts("with").filter { !parties.contains($0) }.map { parties + [$0] }
  }
}

extension PairStart {
  /// Two states of which nothing is said.
  static let silent = PairStart(
    interoperability: [3000, 3000, 2000, 1500], affinity: 7000, trust: 5500, trustBack: 5500)
}
