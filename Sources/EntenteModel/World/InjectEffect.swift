/// An integer change on a path of the world, for a number of turns.
package struct InjectEffect: Sendable, Hashable, Codable {
  /// How the amount changes the value: added, multiplied in bp, or put in its place.
  package enum Operation: String, Sendable, Codable, CaseIterable {
    case add = "ADD"
    case multiply = "MUL"
    case set = "SET"
  }

  /// What it changes.
  package var path: Path
  /// A state, programme, sector, domain, theatre or line, as the path asks; may be empty.
  package var object: String
  /// How the amount acts.
  package var operation: Operation
  /// In the unit of the path; bp for a multiplication.
  package var amount: Int
  /// This turn and `turns - 1` more; 0 is for good.
  package var turns: Int
  /// Turns that pass before it begins; nil is none.
  package var after: Int?
  /// What must hold of an addressed state, `team` in it, for the effect to be about it; tested
  /// once, before the event changes anything, and not kept.
  package var condition: CardCondition.Test?

  private enum CodingKeys: CodingKey { case path, object, operation, amount, turns, after }

  package init(
    path: Path, object: String, operation: Operation, amount: Int, turns: Int, after: Int? = nil,
    condition: CardCondition.Test? = nil
  ) {
    self.path = path
    self.object = object
    self.operation = operation
    self.amount = amount
    self.turns = turns
    self.after = after
    self.condition = condition
  }
}

extension InjectEffect {
  /// What an effect changes; the object stands in `object` where one is needed. A figure of a state
  /// is that of every addressed state unless the object names one.
  package enum Path: String, Sendable, Codable, CaseIterable {
    // Figures: changed at once, and given back when the turns are over.
    /// PC of a state.
    case politicalCapital = "political-capital"
    /// XC of a state.
    case exportStrictness = "export-strictness"
    /// BNt of a state.
    case contentThreshold = "content-threshold"
    /// SEC of a state.
    case security
    /// ASYM of a state.
    case asymmetric
    /// B0 of a state; $k.
    case budget
    /// NF of a state.
    case firms
    /// Prototype tokens of a state.
    case tokens
    /// An entry barrier of a state, by its word.
    case barrier
    /// TR of a domain, or of the one in which civil technology is furthest ahead (`widest`).
    case technology
    /// CT of a domain, or of the one in which it is furthest ahead (`widest`).
    case civilTechnology = "civil-technology"
    /// VAL with a state, with those of strict human control (`strict`), or with all.
    case values
    /// Trust that a state, those whose questions about passing on wait (`askers`), or all have in
    /// the addressed state.
    case trust
    /// A formal treaty with a state, or with all: 1 is one.
    case formalTreaty = "formal-treaty"
    /// REQ of the programmes of a sector, or of one programme.
    case requirement
    /// Stock of a programme, or of the programmes of a sector.
    case stock
    /// NL of the world.
    case cohesion
    /// ADV of a domain.
    case adversary
    /// Leak meter of a programme, or of the one that leaked last (`leaked`).
    case leakMeter = "leak-meter"
    // Done once.
    /// Answers all questions about passing on that wait for a state: 1 is yes, 0 is no.
    case answer
    /// Takes away the standing offer of a state that is worth most.
    case bestOffer = "best-offer"
    /// Days left of the longest contracting gate of a state's lines, paid with a token.
    case contractGate = "contract-gate"
    /// Days of every open licence gate whose owner is the state.
    case licenceGates = "licence-gates"
    /// Puts the state that broke the last such clause out of the deal.
    case removal
    // Read by the steps of the resolution while they last.
    /// TH of a theatre, of those of a type, of the first where there is none of a type
    /// (`first-unless-land`), of the first, or of all.
    case threat
    /// Theatres of the type, or the one named, are of the other of AIR and HYB.
    case theatreSwap = "theatre-swap"
    /// Output of a line in R9, bp of what it would be; shortfalls are excused.
    case lineOutput = "line-output"
    /// Supply of an input; for states addressed alone it is what reaches them.
    case inputSupply = "input-supply"
    /// Status of a supplier of an input, `chips:usa`: 10000 normal, 5000 restricted, 0 cut.
    case supplierStatus = "supplier-status"
    /// A of a sector in R15.
    case adequacy
    /// What a state gains by EQ15, in a domain or in all.
    case transferGain = "transfer-gain"
    /// What a ratification costs a state.
    case ratificationCost = "ratification-cost"
    /// Standing offers of a state: 0 closes them.
    case openOffers = "open-offers"
    /// Fee of open deals for a state.
    case accessionFee = "accession-fee"
    /// Credit of gates and instalments of the deal in dispute, until its shares are settled.
    case dealPace = "deal-pace"
    /// The parties of the deal in dispute may leave it without loss of trust: 1 is yes.
    case freeExit = "free-exit"
    /// Barriers of all states are seen exactly: 1 is yes.
    case barriersShown = "barriers-shown"
    /// Share of work below which a bot signs no joint programme; added.
    case workshareFloor = "workshare-floor"
    /// PC by the crisis test: amount for a pass, minus the amount for a fail, of readiness and
    /// partners against 6000 bp of pressure, in R16.
    case crisisTest = "crisis-test"
  }
}

extension InjectEffect {
  /// What the effect makes of a value.
  func result(on value: Int) -> Int {
    switch operation {
    case .add: value + amount
    case .multiply: mb(value, amount)
    case .set: amount
    }
  }
}

extension InjectEffect.Path {
  /// Read by a step of the resolution, not by the figures at once.
  var worksInResolution: Bool {
    switch self {
    case .threat, .theatreSwap, .lineOutput, .inputSupply, .supplierStatus, .adequacy,
      .transferGain, .ratificationCost, .openOffers, .accessionFee, .dealPace, .freeExit,
      .barriersShown, .workshareFloor, .crisisTest, .licenceGates, .removal:
      true
    default: false
    }
  }

  /// Done in one resolution even where it is for good.
  var isDoneOnce: Bool {
    switch self {
    case .licenceGates, .crisisTest, .removal: true
    default: false
    }
  }
}
