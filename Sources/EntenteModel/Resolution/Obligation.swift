/// What one state owes under a clause this turn, and how far it is done.
struct Obligation: Sendable {
  /// Index in `Resolver.clauses`.
  var clause: Int
  var debtor: Int
  /// `Arrears.toAll` where it is owed to all other bound states.
  var creditor: Int
  /// $k if true, else mU.
  var isMoney: Bool
  /// Owed for this turn.
  var due: Int
  /// Owed from earlier turns, on top.
  var arrears = 0
  /// The arrears stood once already after a partial payment.
  var wasPartial = false
  /// Who gets the money; nil if it leaves the game.
  var recipient: Int?
  /// Paid in R3; other duties are fulfilled by output or at delivery.
  var isPaidInR3 = true
  /// Done so far, arrears first.
  var done = 0
  /// Part that was missing for a reason that is nobody's fault, or the creditor's.
  var excused = 0
  /// The debtor ordered to withhold it.
  var isWithheld = false
  /// Support promised by a triggered `crisis`.
  var isAid = false
  /// A shortfall is late and no more, because the promise is judged at the end of its turns.
  var isLateAtMost = false
  /// The debtor did what the clause forbids: a breach at once.
  var isBroken = false

  /// All that is owed this turn.
  var total: Int { due + arrears }
}

/// Lots due from a line to another state, under a clause or by an order.
struct Consignment: Sendable {
  /// Index in `Resolver.obligations` of the seller's duty and of the buyer's; nil for a purchase.
  var lotsDuty: Int?
  var moneyDuty: Int?
  /// Index in `Resolver.clauses`; nil for a purchase.
  var clause: Int?
  var seller: Int
  var buyer: Int
  var programme: Int
  var price: SellOffer.Price
  /// What an offset of the deal makes of the price; bp.
  var markup = 10_000
  /// Served before consignments of a higher tier.
  var tier: Int
  /// mU due, arrears included.
  var due: Int
  /// $k of the buyer set aside for it.
  var earmark = 0
  /// $k of the seller set aside for it, where the price is below cost.
  var support = 0
  /// mU the output allows it, the unit cost of the line, mU it gets, and what it pays.
  var available = 0
  var unitCost = 0
  var lots = 0
  var paid = 0
  var way = Delivery.Way.offtake
}
