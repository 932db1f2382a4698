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
  case stockpile(input: Input, money: Int, isFast: Bool)
  case startDev(programme: Int, Development)
  case route(line: Int, via: ContractingRoute)
  case placeWork(deal: Int, clause: Int, money: Int)
  case askReexport(programme: Int, to: Int)
  case answerReexport(request: Int, consents: Bool)
  case convertCivil(line: Int, isLed: Bool)
  case justify
  case exchange(domain: Int, partner: Int, isOn: Bool)
  /// Settled outside the resolution: choices of events, answers.
  case elsewhere
}

extension BoundOrder {
  /// Indices of what the order is about, for an order of execution that does not depend on entry.
  var objects: (Int, Int) {
    switch self {
    case .fundRD(let domain, _), .boltOn(let domain, _): (domain, 0)
    case .invest(let sector, _, let place): (sector, place)
    case .pay(let deal, let clause, _), .draw(let deal, let clause, _): (deal, clause)
    case .openLine(let programme, _), .upgrade(let programme, _): (programme, 0)
    case .produce(let line, _), .setCapacity(let line, _), .closeLine(let line): (line, 0)
    case .surge(let sector, _): (sector, 0)
    case .sell(let offer): (offer.programme, 0)
    case .procure(let programme, _, let offer): (programme, offer.seller)
    case .loan(let programme, _, let to, _), .aid(let programme, _, let to): (programme, to)
    case .reform(let barrier): (barrier, 0)
    case .declare(let state), .exercise(let state, _), .deploy(let state, _): (state, 0)
    case .withhold(let obligation): (obligation, 0)
    case .suspend(let deal, _), .resume(let deal, _): (deal, 0)
    default: laterObjects
    }
  }
}

extension BoundOrder {
  /// Paid in R3 and not held for later.
  var isPaidInR3: Bool {
    switch self {
    case .pay, .placeWork: true
    default: false
    }
  }

  private var laterObjects: (Int, Int) {
    switch self {
    case .stockpile(let input, _, _): (input.index, 0)
    case .startDev(let programme, _): (programme, 0)
    case .route(let line, _), .convertCivil(let line, _): (line, 0)
    case .placeWork(let deal, let clause, _): (deal, clause)
    case .askReexport(let programme, let to): (programme, to)
    case .answerReexport(let request, _): (request, 0)
    case .exchange(let domain, let partner, _): (domain, partner)
    default: (0, 0)
    }
  }
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
  /// It uses up what the owner of the design agreed to.
  var usesConsent = false

  /// Orders act in the order of the catalogue, then of their objects, whenever they were entered.
  static func precedes(_ one: AcceptedOrder, _ other: AcceptedOrder) -> Bool {
    let first = (one.order.keyword.rank, one.bound.objects.0, one.bound.objects.1)
    let second = (other.order.keyword.rank, other.bound.objects.0, other.bound.objects.1)
    return first < second
  }
}

extension OrderKeyword {
  /// Position in the catalogue.
  var rank: Int { Self.ranks[self] ?? 0 }

  private static let ranks = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
