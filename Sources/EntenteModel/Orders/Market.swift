/// Standing offers as buyers see them: priced by what is known at the start of the turn, and
/// judged by EQ7.
struct Market {
  let scenario: Scenario
  let world: World
  let clauses: [BoundClause]

  /// An offer as a buyer judges it.
  struct Choice {
    var place: SellOfferPlace
    /// $k a lot.
    var price: Int
    /// EQ7, $k.
    var evaluated: Int
  }

  /// Offers of a programme to a buyer, lowest evaluated price first, ties to the lower state.
  func offers(of programme: Int, to buyer: Int) -> [Choice] {
    var found: [Choice] = []
    for seller in world.states.indices
    where seller != buyer && world.eventFactor(.openOffers, of: seller) > 0 {
      for (place, offer) in world.states[seller].offers.enumerated()
      where offer.programme == programme && offer.fromTurn <= world.turn
        && (offer.to.isEmpty || offer.to.contains(buyer))
      {
        let price = price(of: offer, by: seller)
        let input = BuyNational.Input(
          price: Money(price), content: 0, threshold: world.states[buyer].contentThreshold,
          penalty: scenario.states[buyer].contentPenalty,
          waived: isWaived(buyer, seller, programme))
        found.append(
          Choice(
            place: SellOfferPlace(seller: seller, place: place), price: price,
            evaluated: BuyNational.evaluate(input).value))
      }
    }
    return found.sorted { ($0.evaluated, $0.place.seller) < ($1.evaluated, $1.place.seller) }
  }

  /// What a lot costs by the last unit cost of the line, the list, or the sum asked; $k.
  func price(of offer: SellOffer, by seller: Int) -> Int {
    switch offer.price {
    case .list: scenario.programmes[offer.programme].listCost.value
    case .money(let sum): sum.value
    case .cost:
      world.lineIndex(seller, offer.programme).map { world.lines[$0].unitCost.value }
        ?? scenario.programmes[offer.programme].listCost.value
    }
  }

  /// National preference does not count between the two: `rdp`, or `ntib`.
  private func isWaived(_ buyer: Int, _ seller: Int, _ programme: Int) -> Bool {
    clauses.contains { clause in
      guard clause.isActive, clause.joins(buyer, seller) else { return false }
      return clause.kind == .rdp
        || clause.countsAsDomestic(scenario.programmes[programme].sector)
    }
  }

  /// A foreign offer that is not the lowest is taken although the buyer could build at home.
  func isOverride(_ chosen: Choice, among offers: [Choice], buyer: Int) -> Bool {
    guard let line = world.lineIndex(buyer, chosen.programme(in: world)),
      world.lines[line].status == .open
    else { return false }
    let domestic = world.lines[line].unitCost.value
    let lowest = min(domestic, offers.first?.evaluated ?? domestic)
    return chosen.evaluated > lowest
  }
}

extension Market.Choice {
  /// The programme of the offer.
  func programme(in world: World) -> Int {
    world.states[place.seller].offers[place.place].programme
  }
}

extension BoundClause {
  /// An `ntib` that covers the sector: its states are domestic to one another there.
  func countsAsDomestic(_ sector: Sector) -> Bool {
    guard case .ntib(let sectors) = terms else { return false }
    return sectors.contains(sector)
  }
}
