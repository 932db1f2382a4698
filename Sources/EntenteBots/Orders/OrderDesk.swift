import EntenteModel
import EntenteSession

/// Writes the orders of a turn: the habit row of the doctrine, as far as the menu, the money and
/// the rules allow. Duties are kept; nothing is ever withheld.
struct OrderDesk {
  let view: SeatView
  let doctrine: Doctrine
  private(set) var orders: [Order] = []

  init(_ view: SeatView, doctrine: Doctrine) {
    self.view = view
    self.doctrine = doctrine
  }

  var world: World { view.world }
  var scenario: Scenario { view.scenario }
  var standing: StateStanding { world.states[view.index] }

  /// Whether the bot gives its orders now: once a turn, in the phase of orders where there is one.
  var isTime: Bool {
    guard view.canOrder, view.orders.isEmpty else { return false }
    return !view.exercise.phases.exists(.orders) || view.phase == .orders
  }

  /// The orders of the turn, in the order in which the money goes.
  mutating func fill() {
    settleDisputes()
    for habit in doctrine.habits { give(habit) }
  }

  /// Adds the order if the rules take it beside those before.
  private mutating func add(_ keyword: OrderKeyword, _ parameters: [Parameter] = []) {
    let menu = scenario.parameters.orders
    guard menu.contains(keyword) || OrderCatalogue.entry(keyword).isAlwaysAllowed else { return }
    let order = Order(keyword, parameters)
    let refusal = OrderRules.check(
      order, by: view.index, pending: orders, in: world, scenario: scenario)
    if refusal == nil { orders.append(order) }
  }

  /// What is owed after a breach is paid first.
  private mutating func settleDisputes() {
    for dispute in world.disputes
    where dispute.debtor == view.index && !dispute.isSettled && dispute.amount > 0 {
      add(
        .pay,
        [
          Parameter("deal", .word(dispute.deal.text)),
          Parameter("clause", .word(dispute.clause.text)), money(dispute.amount.value),
        ])
    }
  }

  private func money(_ sum: Int) -> Parameter { Parameter("money", .integer(sum)) }

  /// Money for a share of the budget; nil below 1k.
  private func share(_ share: Int) -> Parameter? {
    let sum = mb(standing.budget.value, share)
    return sum > 0 ? money(sum) : nil
  }

  private mutating func give(_ habit: OrderHabit) {
    switch habit {
    case .research, .researchBest: giveResearch(habit)
    case .invest, .investToLimit, .surge: giveIndustry(habit)
    case .readiness(let part, let first):
      if view.turn >= first, let money = share(part) { add(.readiness, [money]) }
    case .asym(let part):
      if let money = share(part) { add(.asym, [money]) }
    case .securityUpgrade:
      if view.turn == 1, lacksSecurity { add(.securityUpgrade) }
    case .relaxExport, .fusionPosture, .reform, .framework: givePolicy(habit)
    }
  }

  // MARK: technology

  private mutating func giveResearch(_ habit: OrderHabit) {
    switch habit {
    case .research(let part):
      let domains = scenario.parameters.domains.filter { domain in
        scenario.programmes.contains { $0.domains.contains(domain) }
      }
      for domain in domains { fund(domain, share: fdiv(part, domains.count)) }
    case .researchBest(let part):
      if let domain = Caster(view: view).bestDomain { fund(domain, share: part) }
    default: break
    }
  }

  private mutating func fund(_ domain: Domain, share part: Int) {
    guard let money = share(part) else { return }
    add(.fundRD, [Parameter("domain", .word(domain.rawValue)), money])
  }

  /// Whether a programme the state lacks may only be made with more security than it has.
  private var lacksSecurity: Bool {
    let limits = scenario.parameters.access.security
    return scenario.programmes.indices.contains { index in
      let programme = scenario.programmes[index]
      return Caster(view: view).need(view.index, index) > 0
        && limits.indices.contains(programme.sensitivity)
        && limits[programme.sensitivity] > standing.security
    }
  }

  // MARK: industry

  private mutating func giveIndustry(_ habit: OrderHabit) {
    switch habit {
    case .invest(let part):
      guard let sector = largestSector, let money = share(part) else { return }
      add(.invest, [Parameter("sector", .word(sector.rawValue)), money])
    case .investToLimit: investToLimit()
    case .surge(let level, let fatigue):
      guard let sector = strainedSector, standing.fatigue[sector.index].value < fatigue else {
        return
      }
      add(
        .surge,
        [Parameter("sector", .word(sector.rawValue)), Parameter("level", .integer(level))])
    default: break
    }
  }

  private mutating func investToLimit() {
    guard let sector = strainedSector ?? largestSector else { return }
    let limit = CapacityGrowth.limit(
      capacity: standing.capacity[sector.index], workforce: standing.workforce)
    let price = scenario.parameters.capacityCost[sector.index].value
    let left = OrderRules.moneyLeft(
      of: view.index, pending: orders, in: world, scenario: scenario)
    let sum = min(cdiv(limit.value * price, 1_000), left.value)
    guard sum > 0 else { return }
    add(.invest, [Parameter("sector", .word(sector.rawValue)), money(sum)])
  }

  /// The sector with most capacity; of equals the first. Nil without industry.
  private var largestSector: Sector? {
    let size = { (sector: Sector) in standing.capacity[sector.index].value }
    return Sector.allCases.filter { size($0) > 0 }
      .max { (size($0), -$0.index) < (size($1), -$1.index) }
  }

  /// The sector whose lines were ordered most above what they made; nil where none was.
  private var strainedSector: Sector? {
    let duties = Duties.due(in: world, scenario: scenario).filter {
      $0.debtor == view.index && !$0.isMoney
    }
    var missing = [Int](repeating: 0, count: Sector.count)
    for line in world.lines where line.state == view.index && line.status == .open {
      let programme = scenario.programmes[line.programme]
      let due = duties.filter {
        world.deal($0.deal)?.text.clause($0.clause)?.programme == programme.id
      }.reduce(0) { $0 + $1.amount }
      missing[programme.sector.index] += max(0, due - line.output.value)
    }
    return Sector.allCases.filter { missing[$0.index] > 0 }
      .max { (missing[$0.index], -$0.index) < (missing[$1.index], -$1.index) }
  }

  // MARK: policy

  private mutating func givePolicy(_ habit: OrderHabit) {
    let capital = standing.politicalCapital.value
    switch habit {
    case .relaxExport(let first, let least):
      let wasUsed = standing.leverUsed.contains { $0.keyword == .relaxExport }
      if view.turn >= first, capital >= least, !wasUsed { add(.relaxExport) }
    case .fusionPosture(let least):
      if capital >= least, standing.posture != .mcf {
        add(.posture, [Parameter("value", .word(Posture.mcf.rawValue))])
      }
    case .reform(let count):
      let order = standing.barriers.indices.sorted {
        (-standing.barriers[$0].value, $0) < (-standing.barriers[$1].value, $1)
      }
      for place in order.prefix(count) where standing.barriers[place] > 0 {
        add(.reform, [Parameter("barrier", .word(Self.barriers[place]))])
      }
    case .framework:
      if view.turn == 1 { add(.framework) }
    default: break
    }
  }

  /// The words of EB1…EB6.
  private static let barriers = [
    "tenders", "sales-cycle", "security", "rights", "infrastructure", "environment",
  ]
}
