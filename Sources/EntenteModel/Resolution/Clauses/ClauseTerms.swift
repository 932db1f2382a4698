/// The parameters of a clause as the resolution uses them. Numbers by state are arrays over the
/// states of the scenario.
enum ClauseTerms: Sendable {
  /// Nothing but who is bound matters.
  case plain
  case coprod(CoproductionTerms)
  case offtake(OfftakeTerms)
  case licprod(LicenceTerms)
  case transfer(TransferTerms)
  case standard(recognisesTests: Bool, fund: [Int])
  case exercise(intensity: Int)
  case sustain(programme: Int, hub: Int)
  case basing(posture: Int)
  case gsoia(level: Int)
  case infoshare(deep: Bool)
  case sidepay(amount: Int, turns: Int, start: Int?)
  case stockpool(programme: Int, lots: [Int], inCrisisOnly: Bool)
  case reexport(programme: Int, consent: MemberSet)
  case crisis(CrisisTerms)
  case pilot(wraps: [Int], sunset: Int)
  case excl(programme: Int?, sector: Sector?, except: MemberSet)
  case codev(DevelopmentTerms)
  case jointfund(JointOrderTerms)
  case accel(AcceleratorTerms)
  case dualuse(DualUseTerms)
  case subsidiary(SubsidiaryTerms)
  case offset(OffsetTerms)
  case sosa(RatingTerms)
  case ntib(sectors: [Sector])
}

struct CoproductionTerms: Sendable {
  var programme: Int
  var lines: MemberSet
  /// bp by state.
  var workshare: [Int]
  /// mU a turn of each new line; nil for half the sector.
  var rate: Int?
  var configuration: String
  var licence: LicenceTrack

  /// States with a share, ascending.
  var holders: MemberSet { MemberSet(workshare.indices.filter { workshare[$0] > 0 }) }
}

struct OfftakeTerms: Sendable {
  var programme: Int
  /// mU a turn and buyer.
  var lots: Int
  var price: SellOffer.Price
  /// First turn of delivery.
  var first: Int?
}

struct LicenceTerms: Sendable {
  var programme: Int
  /// bp of value.
  var royalty: Int
  /// mU in all; 0 is none.
  var cap: Int
  var rate: Int?
  var territory: String
  var configuration: String
  var licence: LicenceTrack
}

struct TransferTerms: Sendable {
  var domain: Domain
  var isDeep: Bool
  var isMonitored: Bool
  var flowsBack: Bool
  var licence: LicenceTrack
}

struct CrisisTerms: Sendable {
  var theatre: Int
  var trigger: Int
  var posture: Int
  var turns: Int
}
