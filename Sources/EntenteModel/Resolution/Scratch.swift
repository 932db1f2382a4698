/// What the steps of one resolution hand on to later ones; nothing of it outlives the turn.
struct Scratch: Sendable {
  /// The world's states before the turn, for the report.
  let before: [StateStanding]
  /// TH by theatre before the turn.
  let threatBefore: [BasisPoints]
  /// By pair: highest intensity of an exercise that both sides paid; 0 is none.
  var exercised: [Int]
  /// By state: PROC gained in every own pair by order.
  var practised: [Int]
  /// By state: readiness bought for this turn, bp.
  var bought: [Int]
  /// By ordered pair, guest (or deployer) then host: highest posture, bp; 0 is the nominal one.
  var postures: [Int]
  /// Sums of leaks by domain.
  var leaked: [Int]
  /// Events of trust by ordered pair, observer then subject.
  var trust: [TrustEvents]
  /// By state: conduct of this turn.
  var conduct: [Int]
  /// By state: money value of work at home this turn, $k.
  var work: [Int]
  /// By state and domain: readiness bought off the shelf, bp.
  var boltedOn: [Int]
  /// By state: surge level by sector, bp.
  var surge: [Int]
  /// By state: whether a deal's fund slept because the state paid less than its part, by clause.
  var unpaid: [MemberSet]
  /// By state: whether the institution of fusion was paid.
  var institutionPaid: MemberSet
  /// By line: what an event leaves of its output, bp, and whether one did.
  var lineFactor: [Int]
  /// States whose order by `produce` limits a line: mU by line, -1 for automatic.
  var ordered: [Int]
  /// By state: $k set aside for royalties.
  var royalties: [Int]
  /// By state and programme: mU built for own stock.
  var builtOwn: [Int]
  /// RDY of each state without what it bought this turn.
  var ownReadiness: [Int]
  /// By state, and by ordered pair receiver then partner: what partners add to readiness, bp.
  var contributed: [Int]
  var contributions: [Int]
  /// By ordered pair, who has access then to whom: depth of EQ25, bp.
  var accessDepths: [Int]
  /// By state: PC paid for orders this turn.
  var capitalSpent: [Int]
  /// By deal and state: place among the parties of the text, -1 for none.
  var partyPlaces: [Int] = []
  /// Written `gov` headers as EQ28 counts them.
  var governance: [GovernanceTie] = []
  /// Orders `procure` and their deliveries.
  var purchases: [Purchase] = []
  /// Acts against clauses that orders carried out.
  var forbidden: [ForbiddenAct] = []
  /// By input: how it was shared out; nil where it is plentiful, empty before R8.
  var inputs: [InputShare?] = []
  /// Programmes whose development began this turn.
  var begun: [Int] = []
  /// By programme: states that paid for its development this turn.
  var developers: [MemberSet]
  /// Work placed for an offset this turn.
  var placedWork: [PlacedWork] = []
  /// Deals whose line, built through another transaction, delivered for the first time.
  var jointDeliveries: [Int] = []
  /// States that explained their spending this turn.
  var justified = MemberSet.none
  /// By state: $k for options taken of this turn's events.
  var choiceCosts: [Int]
  /// By state: $k it paid for work this turn, at home and abroad.
  var workPaid: [Int]
  /// By state: $k spent before the turn.
  let spentBefore: [Int]

  init(world: World, scenario: Scenario) {
    let count = scenario.states.count
    let pairs = world.pairs.count
    before = world.states
    threatBefore = world.threat
    exercised = Array(repeating: 0, count: pairs)
    practised = Array(repeating: 0, count: count)
    bought = practised
    postures = Array(repeating: 0, count: count * count)
    leaked = Array(repeating: 0, count: Domain.count)
    trust = Array(repeating: TrustEvents(), count: count * count)
    conduct = practised
    work = practised
    boltedOn = Array(repeating: 0, count: count * Domain.count)
    surge = Array(repeating: 0, count: count * Sector.count)
    unpaid = []
    institutionPaid = .none
    royalties = practised
    builtOwn = Array(repeating: 0, count: count * scenario.programmes.count)
    lineFactor = []
    ordered = []
    ownReadiness = practised
    contributed = practised
    contributions = postures
    accessDepths = postures
    capitalSpent = practised
    choiceCosts = practised
    workPaid = practised
    developers = Array(repeating: .none, count: scenario.programmes.count)
    spentBefore = world.states.map { $0.ledger.spent.value }
  }
}

/// Work a seller placed with a buyer's industry for an offset.
struct PlacedWork: Sendable {
  /// Index in `World.deals`, and of the clause in its text.
  var deal: Int
  var clause: Int
  var seller: Int
  var buyer: Int
  /// $k.
  var money: Int
}

/// An act against a clause that an order carried out with `defy=yes`: a breach of it.
struct ForbiddenAct: Sendable {
  var clause: Int?
  var debtor: Int
  var victim: Int
  /// Others the promise was made to.
  var others = MemberSet.none
}

/// A written `gov` header as EQ28 counts it.
struct GovernanceTie: Sendable {
  var deal: Int
  var bound: MemberSet
  var tie: BoundClause.Tie
}
