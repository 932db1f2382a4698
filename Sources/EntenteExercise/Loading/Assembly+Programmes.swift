import EntenteModel

extension Assembly {
  /// The programmes, ascending by id.
  mutating func programmes() -> [Programme] {
    programmeNames.compactMap { name in
      reading.programmes.first { $0.text("id") == name }.map { programme($0, named: name) }
    }
  }

  private mutating func programme(_ fields: Fields, named name: String) -> Programme {
    let load = max(1, fields.number("load") ?? 1)
    let isDeveloped = fields.flag("developed") ?? (fields.number("developmentCost") == nil)
    if !isDeveloped, (fields.number("developmentCost") ?? 0) == 0 {
      report(
        PackageFile.programmes, fields, "missing-key",
        "\"\(name)\" is not developed, so it needs a \"developmentCost\".")
    }
    var programme = Programme(
      id: ProgrammeID(name), label: fields.text("label") ?? name,
      sector: fields.text("sector").flatMap(Sector.init) ?? .mun,
      domains: fields.texts("domains").compactMap(Domain.init),
      sensitivity: fields.number("sensitivity") ?? 0,
      owner: fields.text("owner").flatMap { stateNames.firstIndex(of: $0) },
      consentHolders: fields.texts("consent").compactMap { stateNames.firstIndex(of: $0) }.sorted(),
      listCost: Money(fields.number("listCost") ?? 1),
      listQuantity: fields.number("listQuantity") ?? 1,
      slope: BasisPoints(fields.number("slope") ?? 9000),
      fixedShare: BasisPoints(fields.number("fixedShare") ?? 3000), load: CapacityUnits(load),
      developmentCost: Money(fields.number("developmentCost") ?? 0),
      developmentThreshold: BasisPoints(fields.number("developmentThreshold") ?? 0),
      isDeveloped: isDeveloped, minimumQuantity: fields.number("minimumQuantity") ?? 0,
      minimumOrganisation: BasisPoints(fields.number("minimumOrganisation") ?? 4000),
      minimumCapacity: CapacityUnits(fields.number("minimumCapacity") ?? min(5000, 5 * load)),
      toolingDays: Days(fields.number("toolingBase") ?? 0),
      inputs: fields.texts("inputs").compactMap(Input.init),
      civilShare: BasisPoints(fields.number("civilShare") ?? 0),
      highAutonomy: fields.text("autonomy") == "high")
    programme.startProgress = BasisPoints(fields.number("developmentProgress") ?? 0)
    return programme
  }

  /// The lines that stand at the start, ascending by state, then programme.
  mutating func lines() -> [LineStart] {
    var lines: [LineStart] = []
    for (place, name) in programmeNames.enumerated() {
      guard let fields = reading.programmes.first(where: { $0.text("id") == name }) else {
        continue
      }
      let load = max(1, fields.number("load") ?? 1)
      for line in fields.records("lines") {
        guard let state = line.text("state").flatMap({ stateNames.firstIndex(of: $0) }) else {
          continue
        }
        let capacity = perTurn(line.number("capacity") ?? 0)
        let nominal = line.number("nominal").map { perTurn($0) }
        lines.append(
          LineStart(
            state: state, programme: place, capacity: CapacityUnits(capacity),
            cumulativeUnits: line.number("cumulativeUnits") ?? 0,
            nominal: Lots(nominal ?? rdiv(capacity * 1000, load)),
            gatedDays: Days(line.number("gatedDays") ?? 0)))
      }
    }
    checkCapacity(of: lines)
    return lines.sorted { ($0.state, $0.programme) < ($1.state, $1.programme) }
  }

  /// Lines of one state and sector cannot hold more than the state has.
  private mutating func checkCapacity(of lines: [LineStart]) {
    for card in reading.states {
      guard let name = card.text("id"), let state = stateNames.firstIndex(of: name) else {
        continue
      }
      for sector in Sector.allCases {
        let held = lines.filter { $0.state == state && self.sector(of: $0.programme) == sector }
          .reduce(0) { $0 + $1.capacity.value }
        let has = perTurn(card.record("capacity")?.number(sector.rawValue) ?? 0)
        if held > has {
          report(
            PackageFile.states, card, "capacity-too-low",
            "Lines of \"\(name)\" hold \(held) cu of \(sector.rawValue), and it has \(has).")
        }
      }
    }
  }

  private func sector(of programme: Int) -> Sector? {
    reading.programmes.first { $0.text("id") == programmeNames[programme] }?
      .text("sector").flatMap(Sector.init)
  }
}
