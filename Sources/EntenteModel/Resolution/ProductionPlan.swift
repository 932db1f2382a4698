/// What a line is to build this turn, for whom, and who pays.
struct ProductionPlan: Sendable {
  var state: Int
  /// mU the line can build.
  var capacity = 0
  /// What events leave of its output; bp.
  var factor = 10_000
  /// Most it may build by order; nil for automatic.
  var limit: Int?
  var cost = CostBasis()
  /// $k a lot owed to the design's owner on all it builds.
  var royalty = 0
  /// Places of the deliveries from it, by tier, their tiers, and what is due to each.
  var consignments: [Int] = []
  var tiers: [Int] = []
  var due: [Int] = []
  /// mU the output allows each delivery, and mU it gets.
  var available: [Int] = []
  var lots: [Int] = []
  /// mU for the owner's own stock: as planned at first, and now.
  var wanted = 0
  var own = 0
  /// $k its order set aside.
  var purse = 0

  /// All it builds; mU.
  var output: Int { lots.reduce(own, +) }

  /// Goes back to the plan before money cut it.
  mutating func refill() {
    own = wanted
    lots = []
  }

  /// Shares the capacity: deliveries by tier, equal tiers by what is due, the rest for itself.
  mutating func share() {
    var left = min(capacity, limit ?? .max)
    available = Array(repeating: 0, count: due.count)
    var place = 0
    while place < due.count {
      var end = place
      while end < due.count && tiers[end] == tiers[place] { end += 1 }
      let asked = Array(due[place..<end])
      let granted = min(left, asked.reduce(0, +))
      for (offset, part) in lrm(granted, asked).enumerated() where granted > 0 {
        available[place + offset] = part
      }
      left -= granted
      place = end
    }
    lots = available
    own = min(own, left)
  }

  /// $k the owner of the line pays for deliveries: what a price is below cost, and royalties.
  func ownerShare(prices: (Int) -> (cost: Int, price: Int)) -> Int {
    var sum = 0
    for (place, index) in consignments.enumerated() {
      let each = prices(index)
      sum += max(0, rdiv(lots[place] * each.cost, 1_000) - rdiv(lots[place] * each.price, 1_000))
      sum += rdiv(lots[place] * royalty, 1_000)
    }
    return sum
  }

  /// Fewer lots for itself, so that they cost no more than `money`.
  mutating func cutOwn(to money: Int, price: Int) {
    let each = price + royalty
    guard own > 0, each > 0 else { return }
    own = min(own, max(0, fdiv(max(0, money) * 1_000, each)))
  }

  /// The last delivery that gets lots gets none.
  mutating func cutLastDelivery() {
    if let place = lots.lastIndex(where: { $0 > 0 }) { lots[place] = 0 }
  }
}

/// What the unit cost of a line depends on beside its output.
struct CostBasis: Sendable {
  var listCost: Money = 0
  var listQuantity = 1
  var effectiveQuantity = 1
  var slope: BasisPoints = 10_000
  var fixedShare: BasisPoints = 0
  var nominal: Lots = 0
  var collaboration: BasisPoints = 10_000
  var licence: BasisPoints = 10_000
  var surge: BasisPoints = 10_000
  /// What civil plants add to the unit cost.
  var plant: BasisPoints = 10_000

  /// EQ3 at an output above 0; bp.
  func rate(output: Int) -> BasisPoints {
    RateFactor.evaluate(
      RateFactor.Input(fixedShare: fixedShare, nominal: nominal, actual: Lots(output)))
  }

  /// EQ3 and EQ2 at an output above 0; $k a lot.
  func price(output: Int, trace: inout some Trace) -> Int {
    let rate = RateFactor.evaluate(
      RateFactor.Input(fixedShare: fixedShare, nominal: nominal, actual: Lots(output)),
      trace: &trace)
    return UnitCost.evaluate(
      UnitCost.Input(
        listCost: listCost, listQuantity: listQuantity, effectiveQuantity: effectiveQuantity,
        slope: slope, rateFactor: rate, collaborationPremium: collaboration,
        licencePremium: licence, surgeFactor: surge), trace: &trace
    ).scaled(by: plant).value
  }

  /// EQ2 with RF 10000; $k a lot.
  var priceAtNominalRate: Int {
    UnitCost.evaluate(
      UnitCost.Input(
        listCost: listCost, listQuantity: listQuantity, effectiveQuantity: effectiveQuantity,
        slope: slope, collaborationPremium: collaboration, licencePremium: licence,
        surgeFactor: surge)
    ).scaled(by: plant).value
  }

  func price(output: Int) -> Int {
    var trace = NoTrace()
    return price(output: output, trace: &trace)
  }
}
