/// The working of `AllianceDetection`: ties as bit masks, one a state. Families only grow with the
/// set, so the maximal groups are exactly the maximal cliques of three or more with two families;
/// the search walks those (Bron and Kerbosch, with a pivot) instead of all subsets.
struct GroupSearch {
  private let input: AllianceDetection.Input
  /// States tied to each state.
  private var ties: [UInt16]
  /// Every state.
  let everyone: UInt16
  /// Groups found so far, in order of finding.
  private(set) var groups: [MemberSet] = []
  /// Tied pairs, ascending.
  private(set) var dyads: [MemberSet] = []

  init(_ input: AllianceDetection.Input) {
    self.input = input
    ties = Array(repeating: 0, count: input.count)
    everyone = UInt16(truncatingIfNeeded: (1 << input.count) - 1)
    var pair = 0
    for low in 0..<input.count {
      for high in (low + 1)..<max(low + 1, input.count) {
        if input.weights[pair] >= input.threshold {
          ties[low] |= 1 << UInt16(high)
          ties[high] |= 1 << UInt16(low)
          dyads.append(MemberSet(bits: 1 << UInt16(low) | 1 << UInt16(high)))
        }
        pair += 1
      }
    }
  }

  /// Adds every maximal clique that contains `clique` and grows by `candidates` only.
  mutating func extend(_ clique: UInt16, candidates: UInt16, excluded: UInt16) {
    guard candidates | excluded != 0 else {
      if clique.nonzeroBitCount >= 3 && families(of: clique).nonzeroBitCount >= 2 {
        groups.append(MemberSet(bits: clique))
      }
      return
    }
    var candidates = candidates
    var excluded = excluded
    var branches = candidates & ~ties[pivot(candidates, excluded)]
    while branches != 0 {
      let member = branches.trailingZeroBitCount
      let bit = UInt16(1) << UInt16(member)
      extend(
        clique | bit, candidates: candidates & ties[member], excluded: excluded & ties[member])
      candidates &= ~bit
      excluded |= bit
      branches &= ~bit
    }
  }

  /// The state with most ties among the candidates: its partners need no branch of their own.
  private func pivot(_ candidates: UInt16, _ excluded: UInt16) -> Int {
    var best = (state: 0, ties: -1)
    var rest = candidates | excluded
    while rest != 0 {
      let state = rest.trailingZeroBitCount
      rest &= rest - 1
      let count = (candidates & ties[state]).nonzeroBitCount
      if count > best.ties { best = (state, count) }
    }
    return best.state
  }

  /// Union of the families of all pairs inside `clique`.
  private func families(of clique: UInt16) -> UInt8 {
    var union: UInt8 = 0
    var rest = clique
    while rest != 0 {
      let low = rest.trailingZeroBitCount
      rest &= rest - 1
      var others = rest
      while others != 0 {
        union |= input.families[pairIndex(low, others.trailingZeroBitCount)]
        others &= others - 1
      }
    }
    return union
  }

  private func pairIndex(_ low: Int, _ high: Int) -> Int {
    low * (2 * input.count - low - 1) / 2 + high - low - 1
  }

  /// Closed triples over connected triples; bp.
  func lattice() -> Int {
    var closed = 0
    var triples = 0
    for state in ties.indices {
      let partners = ties[state]
      let degree = partners.nonzeroBitCount
      triples += degree * (degree - 1) / 2
      var rest = partners
      while rest != 0 {
        let partner = rest.trailingZeroBitCount
        rest &= rest - 1
        closed += (ties[partner] & rest).nonzeroBitCount
      }
    }
    // `closed` meets each triangle once from each corner, three times in all.
    return triples == 0 ? 0 : rdiv(10_000 * closed, triples)
  }

  /// Strength of the strongest state over the sum of all weights; bp.
  func hub() -> Int {
    var strength = [Int](repeating: 0, count: input.count)
    var sum = 0
    var pair = 0
    for low in 0..<input.count {
      for high in (low + 1)..<max(low + 1, input.count) {
        let weight = input.weights[pair].value
        strength[low] += weight
        strength[high] += weight
        sum += weight
        pair += 1
      }
    }
    return sum == 0 ? 0 : rdiv(10_000 * (strength.max() ?? 0), sum)
  }
}
