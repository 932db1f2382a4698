extension Scenario {
  /// What an outside supplier of input `platform` is called (SR8).
  package static let platformSupplier = "platform"

  /// How many suppliers there are: the states, then those outside.
  package var supplierCount: Int { states.count + outsiders.count }

  /// The name of a supplier: a state's handle, or that of one outside.
  package func supplierName(_ supplier: Int) -> String {
    supplier < states.count ? states[supplier].id.text : outsiders[supplier - states.count]
  }

  /// The place of a supplier by its name.
  package func supplier(named name: String) -> Int? {
    index(of: StateID(name))
      ?? outsiders.firstIndex(of: name).map { $0 + states.count }
  }

  /// The node of an input, if it is scarce in this exercise and inputs are played.
  package func node(_ input: Input) -> InputNode? {
    guard parameters.plays(.inputs) else { return nil }
    if input == .platform && !parameters.plays(.platform) { return nil }
    if let node = inputs.first(where: { $0.input == input }) { return node }
    guard input == .platform, let market = platformMarket else { return nil }
    var shares = [BasisPoints](repeating: 0, count: supplierCount)
    shares[market] = 10_000
    return InputNode(input: .platform, supply: 0, shares: shares)
  }

  /// The outside supplier that sells input `platform` to all who ask, where the exercise plays it.
  package var platformMarket: Int? {
    guard parameters.plays(.inputs), parameters.plays(.platform), parameters.has(.platform) else {
      return nil
    }
    return supplier(named: Self.platformSupplier)
  }

  /// From whom a state has agreed to take an input, bp by supplier: as its card says, else by the
  /// origin of the input; nothing for an input that is plentiful.
  package func contractShares(of input: Input, to state: Int) -> [BasisPoints] {
    guard let node = node(input) else { return [] }
    let own = states[state].supplierShares[input.index]
    return own.isEmpty ? node.shares : own
  }

  /// 10% of the mean list cost of the programmes that use an input; nil where none does; $k.
  package func price(of input: Input) -> Money? {
    let users = programmes.filter { $0.inputs.contains(input) }
    guard !users.isEmpty else { return nil }
    let sum = users.reduce(0) { $0 + $1.listCost.value }
    return Money(max(1, mb(rdiv(sum, users.count), 1_000)))
  }

  /// Whether others see a state's figures one turn late.
  package func isOpaque(_ state: Int) -> Bool {
    states[state].isOpaque && parameters.has(.opaque)
  }
}
