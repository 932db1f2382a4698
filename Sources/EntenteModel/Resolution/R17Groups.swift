// R17: ties of all pairs and the informal groups among them (EQ28), named and measured (EQ29,
// EQ30).

extension Resolver {
  /// Finds this turn's groups and what they are like.
  mutating func findGroups() {
    let families = tiePairs()
    let open = openGroups()
    let found = AllianceDetection.evaluate(
      AllianceDetection.Input(
        count: count, weights: world.pairs.map(\.weight), families: families,
        threshold: scenario.parameters.theta), trace: &record)
    world.lattice = found.lattice
    world.hub = found.hub
    let names = nameGroups(found.groups)
    let before = world.groups
    var groups: [Group] = []
    for (members, name) in zip(found.groups, names) {
      let old = before.first { $0.name == name }
      var group = measure(members.members, name: name, old: old)
      if let open, !open.contains(where: { $0.intersection(members) == members }) {
        group.isSecret = true
      }
      groups.append(group)
      report.groups.append(
        GroupChange(
          name: name, members: members.members, change: old == nil ? .found : .kept,
          isSecret: group.isSecret))
    }
    for old in before where !names.contains(old.name) {
      report.groups.append(
        GroupChange(
          name: old.name, members: old.members, change: .lost, isSecret: old.isSecret))
    }
    world.groups = groups
    record.open(.groups, "EQ28", "groups")
    let threshold = scenario.parameters.theta.value
    record.input("threshold", threshold)
    if Record.isOn {
      let ties = world.pairs.count { $0.weight >= scenario.parameters.theta }
      record.input("tiesThatCount", ties)
    }
    record.step("groups", groups.count)
    record.close(groups.count)
  }

  /// EQ28 `D` and `w` of every pair; returns the families of each.
  private mutating func tiePairs() -> [UInt8] {
    var families: [UInt8] = []
    families.reserveCapacity(world.pairs.count)
    for pair in world.pairs.indices {
      world.pairs[pair].openDepth = nil
      world.pairs[pair].openWeight = nil
    }
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) {
        families.append(tie(one, other))
      }
    }
    return families
  }

  private mutating func tie(_ one: Int, _ other: Int) -> UInt8 {
    var family: UInt8 = 0
    var terms: [TieDepth.Clause] = []
    record.open(.tie(one, other), "EQ28", "edge")
    for index in clauses.indices {
      guard let tie = clauses[index].tie, clauses[index].joins(one, other) else { continue }
      terms.append(
        TieDepth.Clause(weight: tie.weight, remaining: tie.remaining, status: tie.status))
      if tie.status != .suspended { family |= tie.family }
      blame(index, tie.weight.value)
    }
    family |= addGovernance(one, other, &terms)
    let pair = world.pairIndex(one, other)
    let input = TieDepth.Input(
      clauses: terms, trust: world.trust(of: one, in: other),
      trustBack: world.trust(of: other, in: one))
    record.input("clauses", terms.count)
    record.input("trust", input.trust.value)
    record.input("trustBack", input.trustBack.value)
    let output = TieDepth.evaluate(input, trace: &record)
    record.formula("edge", gives: output.weight.value, input.arguments)
    world.pairs[pair].depth = output.depth
    world.pairs[pair].weight = output.weight
    record.close(output.weight.value)
    return family
  }

  /// A written `gov` header is a clause of its own in the catalogue.
  func addGovernance(
    _ one: Int, _ other: Int, _ terms: inout [TieDepth.Clause],
    where counts: (Int) -> Bool = { _ in true }
  ) -> UInt8 {
    var family: UInt8 = 0
    for header in scratch.governance where counts(header.deal) {
      guard header.bound.contains(one), header.bound.contains(other) else { continue }
      terms.append(
        TieDepth.Clause(
          weight: header.tie.weight, remaining: header.tie.remaining,
          status: header.tie.status))
      if header.tie.status != .suspended { family |= header.tie.family }
    }
    return family
  }

  // MARK: Names

  /// A group of last turn with at least 6000 bp in common gives its name: the closest first, ties
  /// to the older name.
  private mutating func nameGroups(_ found: [MemberSet]) -> [String] {
    var matches: [(new: Int, old: Int, share: Int)] = []
    for (new, members) in found.enumerated() {
      for (old, group) in world.groups.enumerated() {
        let share = members.jaccard(with: MemberSet(group.members)).value
        if share >= AllianceDetection.persistsFrom.value { matches.append((new, old, share)) }
      }
    }
    func age(_ old: Int) -> Int { Int(world.groups[old].name.dropFirst()) ?? 0 }
    matches.sort { (-$0.share, age($0.old), $0.new) < (-$1.share, age($1.old), $1.new) }
    var names = [String?](repeating: nil, count: found.count)
    for match in matches where names[match.new] == nil {
      let name = world.groups[match.old].name
      if !names.contains(name) { names[match.new] = name }
    }
    return names.map { name in
      if let name { return name }
      world.groupsNamed += 1
      return "G\(world.groupsNamed)"
    }
  }
}
