/// An order with its objects as indices and its numbers read.
enum BoundOrder: Sendable {
  case fundRD(domain: Int, money: Int)
  case invest(sector: Int, money: Int, at: Int)
  case trainWorkforce(money: Int)
  case readiness(money: Int)
  case asym(money: Int)
  case securityUpgrade
  case pay(deal: Int, clause: Int, money: Int)
  case openLine(programme: Int, rate: Int)
  case produce(line: Int, lots: Int)
  case setCapacity(line: Int, rate: Int)
  case surge(sector: Int, level: Int)
  case closeLine(line: Int)
  case sell(SellOffer)
  case procure(programme: Int, lots: Int, offer: SellOfferPlace)
  case upgrade(programme: Int, lots: Int)
  case loan(programme: Int, lots: Int, to: Int, turns: Int)
  case aid(programme: Int, lots: Int, to: Int)
  case draw(deal: Int, clause: Int, lots: Int)
  case setBN(level: Int)
  case shiftExport(by: Int)
  case posture(Posture)
  case framework
  case reform(barrier: Int)
  case coordinate(domains: [Int])
  case boltOn(domain: Int, money: Int)
  case humanControl(String)
  case mobilise
  case reorganise
  case practiceReform
  case declare(support: Int)
  case withhold(obligation: Int)
  case suspend(deal: Int, clauses: [Int])
  case resume(deal: Int, clauses: [Int])
  case exercise(with: Int, intensity: Int)
  case deploy(partner: Int, posture: Int)
  /// Settled outside the resolution: choices of events, answers.
  case elsewhere
}

/// A standing offer: whose, and its place among theirs.
struct SellOfferPlace: Sendable, Hashable {
  var seller: Int
  var place: Int
}

/// An order that holds at R1, with what it takes.
struct AcceptedOrder: Sendable {
  /// Its place among the orders the state gave.
  var place: Int
  var order: Order
  var bound: BoundOrder
  /// $k it may spend at most.
  var cost: Int
  /// PC it costs (above 0) or brings.
  var capital: Int
  /// It acts against a clause: index in `Resolver.clauses`, nil if no clause stands against it.
  var defies: ForbiddenAct?
}
