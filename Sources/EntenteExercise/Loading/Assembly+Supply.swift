import EntenteModel

/// A scarce input as the package gives it.
struct SuppliedInput {
  var input: Input
  /// Lots a turn; mU.
  var supply: Int
  /// Where it comes from, bp by supplier; nil where only cards of states say.
  var origin: [BasisPoints]?
}

extension Assembly {
  /// Suppliers that are no state of this format, ascending, the market for platforms among them.
  var outsiders: [String] {
    var names: Set<String> = []
    for fields in origins {
      names.formUnion(fields.record("outside")?.entries.map(\.key) ?? [])
      names.formUnion(fields.record("shares")?.entries.map(\.key) ?? [])
    }
    let usesPlatforms = reading.programmes.contains {
      $0.texts("inputs").contains(Input.platform.rawValue)
    }
    if usesPlatforms { names.insert(Scenario.platformSupplier) }
    return names.subtracting(stateNames).sorted()
  }

  /// Every place where the package says from whom an input comes.
  private var origins: [Fields] {
    reading.world.records("inputs")
      + reading.states.flatMap { card in
        (card.record("suppliers")?.entries ?? []).compactMap(\.field.record)
      }
  }

  /// The inputs that are scarce here, in the order of `Input`.
  mutating func inputs() -> [SuppliedInput] {
    var found: [SuppliedInput] = []
    for fields in reading.world.records("inputs") {
      guard let input = fields.text("id").flatMap(Input.init) else { continue }
      found.append(
        SuppliedInput(
          input: input, supply: perTurn(fields.number("supply") ?? 0),
          origin: shares(fields, PackageFile.world, of: input.rawValue)))
    }
    return found.sorted { $0.input.index < $1.input.index }
  }

  /// Shares by supplier; nil where nothing is written.
  private mutating func shares(
    _ fields: Fields, _ file: String, of input: String
  ) -> [BasisPoints]? {
    let parts = (fields.record("shares")?.numbers ?? []) + (fields.record("outside")?.numbers ?? [])
    guard !parts.isEmpty else { return nil }
    let suppliers = stateNames + outsiders
    var shares = [BasisPoints](repeating: 0, count: suppliers.count)
    for part in parts {
      if let place = suppliers.firstIndex(of: part.key) { shares[place] += BasisPoints(part.value) }
    }
    let sum = parts.reduce(0) { $0 + $1.value }
    if sum != 10_000 {
      report(
        file, fields, "shares-not-whole",
        "The suppliers of \"\(input)\" have \(Wording.number(sum, .share)) in all, not 100%.")
    }
    return shares
  }

  /// The cards with the suppliers of their inputs: as written, else as the input's origin, else
  /// half from home and half from the partner trusted most.
  mutating func supplied(
    _ cards: [StateCard], _ inputs: [SuppliedInput], _ pairs: [PairStart]
  ) -> [StateCard] {
    var cards = cards
    for (index, card) in cards.enumerated() {
      let written = reading.states.first { $0.text("id") == card.id.text }?.record("suppliers")
      for input in inputs {
        let own = written?.record(input.input.rawValue).flatMap {
          shares($0, PackageFile.states, of: input.input.rawValue)
        }
        if let own {
          cards[index].supplierShares[input.input.index] = own
        } else if input.origin == nil {
          cards[index].supplierShares[input.input.index] = commonShares(of: index, pairs)
        }
      }
    }
    return cards
  }

  private func commonShares(of state: Int, _ pairs: [PairStart]) -> [BasisPoints] {
    let count = stateNames.count
    var shares = [BasisPoints](repeating: 0, count: count + outsiders.count)
    func trust(in other: Int) -> BasisPoints {
      let pair = pairs[Scenario.pairIndex(state, other, of: count)]
      return state < other ? pair.trust : pair.trustBack
    }
    let others = (0..<count).filter { $0 != state }
    let best = others.max { (trust(in: $0), -$0) < (trust(in: $1), -$1) }
    shares[state] = best == nil ? 10_000 : 5_000
    if let best { shares[best] = 5_000 }
    return shares
  }

  /// The inputs with an origin; where only states say from whom they take an input, it comes from
  /// where they take it on the whole.
  func nodes(_ inputs: [SuppliedInput], _ cards: [StateCard]) -> [InputNode] {
    inputs.map { input in
      let sums = (stateNames + outsiders).indices.map { supplier in
        cards.reduce(0) { sum, card in
          let shares = card.supplierShares[input.input.index]
          return shares.indices.contains(supplier) ? sum + shares[supplier].value : sum
        }
      }
      return InputNode(
        input: input.input, supply: Lots(input.supply),
        // Where no state could be read there is nobody to supply anything.
        shares: input.origin
          ?? (sums.isEmpty ? [] : lrm(10_000, sums).map { BasisPoints($0) }))
    }
  }

  /// Pairs of theatres side by side, by place.
  mutating func adjacent() -> [[Int]] {
    var pairs: [[Int]] = []
    guard case .list(let list)? = reading.world["adjacent"]?.value else { return [] }
    for field in list {
      guard case .list(let names) = field.value else { continue }
      let places = names.compactMap(\.text).compactMap { theatreNames.firstIndex(of: $0) }.sorted()
      if Set(places).count == 2, !pairs.contains(places) {
        pairs.append(places)
      } else {
        report(
          PackageFile.world, field, "duplicate-id",
          "Two different theatres lie side by side, and each two once.")
      }
    }
    return pairs
  }

  /// The inputs events may be about.
  var scarceInputs: [String] { reading.world.records("inputs").compactMap { $0.text("id") } }

  /// `chips:usa` for every supplier of every scarce input.
  var suppliersByInput: [String] {
    let suppliers = Set(allStates + outsiders).sorted()
    return scarceInputs.flatMap { input in suppliers.map { "\(input):\($0)" } }
  }

  /// Whether all that a state needs and has can be reckoned with: the rules multiply its worth by
  /// ten thousand, and numbers end at nine million million million.
  mutating func checkWorth(of cards: [StateCard], _ programmes: [Programme]) {
    for card in cards {
      var sum = 0
      for (place, programme) in programmes.enumerated() {
        let lots = max(card.requirement[place].value, card.stock[place].value)
        sum += rdiv(lots, 1_000) * programme.listCost.value
      }
      guard sum > Self.worthMax,
        let field = reading.states.first(where: { $0.text("id") == card.id.text })?["programmes"]
      else { continue }
      report(
        PackageFile.states, field, "too-large",
        "What \"\(card.id)\" needs is worth \(Wording.number(sum, .money)) at list price; at most "
          + "\(Wording.number(Self.worthMax, .money)) can be reckoned with.")
    }
  }

  /// $k.
  private static let worthMax = 100_000_000_000
}
