/// Which lines a clause needs, and how much capacity a new one sets aside.
package enum LinePlan {
  /// States in which the clause opens a line, or to which it brings their own, as written.
  static func builders(of clause: ClauseText) -> [StateID] {
    switch clause.kind {
    case .coprod, .jointfund: clause.states("lines")
    case .licprod: clause.to
    default: []
    }
  }

  /// States that build for a `jointfund`: those named, else the bound states with an open line,
  /// else the owner of the design if it has one.
  static func builders(
    of clause: ClauseText, programme: Int, bound: [Int], in world: World, scenario: Scenario
  ) -> [Int] {
    let named = clause.states("lines").compactMap(scenario.index(of:))
    if !named.isEmpty { return named }
    let open = bound.filter { state in
      world.lines.contains {
        $0.state == state && $0.programme == programme && $0.status == .open
      }
    }
    if !open.isEmpty { return open }
    guard let owner = world.programmes[programme].owner,
      let index = world.lineIndex(owner, programme), world.lines[index].isPlannedOrOpen
    else { return [] }
    return [owner]
  }

  /// Lots a turn of a new line: as written, else what half of the sector's capacity `all` makes;
  /// mU.
  static func rate(
    _ written: Lots?, programme: Programme, all: CapacityUnits
  ) -> Lots {
    written ?? Lots(fdiv(mb(all.value, 5_000) * 1_000, programme.load.value))
  }

  /// Capacity a new line of that rate sets aside; cu.
  static func capacity(
    rate: Lots?, programme: Programme, all: CapacityUnits
  ) -> CapacityUnits {
    let lots = Self.rate(rate, programme: programme, all: all)
    return CapacityUnits(rdiv(lots.value * programme.load.value, 1_000))
  }

  /// Capacity of a sector that the lines of a state, gated and open, have set aside; cu.
  static func promisedCapacity(
    of state: Int, _ sector: Sector, in world: World, scenario: Scenario
  ) -> CapacityUnits {
    var sum: CapacityUnits = 0
    for line in world.lines
    where line.state == state && line.isPlannedOrOpen
      && scenario.programmes[line.programme].sector == sector
    {
      sum = sum + line.capacity
    }
    return sum
  }
}

extension DealText {
  /// How many states hold work of the programme under `coprod` clauses of the text (`auto` of
  /// `gov`).
  package func workshareHolders(of programme: ProgrammeID) -> Int {
    var holders = Set<StateID>()
    for clause in clauses where clause.kind == .coprod && clause.programme == programme {
      for share in clause.amounts("workshare") where share.value > 0 {
        holders.insert(share.state)
      }
    }
    return holders.count
  }
}
