import EntenteModel
import EntenteSession

/// Values texts for one bot in one moment, by the engine's look ahead with the bot's own view. The
/// run without any new text is made once and shared; nothing outlives the moment.
final class Appraiser {
  /// bp of U that one more control clause counts as.
  static let controlClause = 500
  /// What a bot asks above no deal whoever proposes; bp.
  static let leastGain = 200
  /// The lowest and the highest reservation value; bp. Nobody signs for nothing.
  static let reservations = 5_025...9_500

  let view: SeatView
  let doctrine: Doctrine
  let patience: Patience
  private var shared: Preview.Baseline?
  private var known: [DealText: Appraisal] = [:]

  init(_ view: SeatView, doctrine: Doctrine, patience: Patience) {
    self.view = view
    self.doctrine = doctrine
    self.patience = patience
  }

  var own: Int { view.index }
  var world: World { view.world }
  var scenario: Scenario { view.scenario }

  // MARK: U

  /// What the text is worth. `deal` is its id where it is signed already. A text that the bot could
  /// not sign now is not looked at further.
  func appraise(_ text: DealText, signedAs deal: DealID? = nil) -> Appraisal {
    if deal == nil, let appraisal = known[text] { return appraisal }
    let refusals = DealRules.signing(
      text, signer: own, in: world, scenario: scenario, replacing: deal)
    let appraisal =
      deal == nil && !refusals.isEmpty
      ? .barred(refusals)
      : appraise(text, Preview.of(text, replacing: deal, baseline: baseline), deal)
    if deal == nil { known[text] = appraisal }
    return appraisal
  }

  var baseline: Preview.Baseline {
    if let shared { return shared }
    var orders = scenario.states.map { _ in [Order]() }
    orders[own] = view.orders.map(\.order)
    let made = Preview.baseline(for: own, orders: orders, in: world, scenario: scenario)
    shared = made
    return made
  }

  /// The same from a look ahead. `older` is the text it changes: what that does is no news.
  func appraise(
    _ text: DealText, _ preview: PreviewResult, _ deal: DealID?, changing older: DealText? = nil
  ) -> Appraisal {
    guard let effect = preview.effect(on: own) else {
      preconditionFailure("a party is told what a text does to it")
    }
    let changes =
      effect.terms + [
        Self.controlClause * (controlClauses(of: text) - (older.map(controlClauses) ?? 0)),
        -effect.dependence,
      ]
    let parts = zip(Interest.allCases, changes).map { interest, change in
      Appraisal.Part(interest: interest, change: change, weight: doctrine.weights[interest])
    }
    let risk = rdiv(
      max(0, effect.leak) * doctrine.leakRisk
        + max(0, effect.dependence) * doctrine.dependenceRisk, 100)
    let gain = rdiv(parts.reduce(0) { $0 + $1.force }, 100)
    let held = RedLineCase(
      text: text, own: own, world: world, scenario: scenario, preview: preview)
    let crossed = doctrine.redLines.first { line in
      guard held.crosses(line) else { return false }
      guard let older else { return true }
      let before = RedLineCase(
        text: older, own: own, world: world, scenario: scenario, preview: preview)
      return !before.crosses(line)
    }
    return Appraisal(
      utility: crossed == nil ? clamp(Appraisal.nothing + gain - risk, 0, 10_000) : 0,
      parts: parts, balance: effect.treasury, crossed: crossed, refusals: [],
      lacksCapital: deal == nil && !canRatify(text))
  }

  /// Clauses in which the state leads, consents or licenses, or keeps a hub.
  private func controlClauses(of text: DealText) -> Int {
    let leads = text.governance.lead == view.state ? 1 : 0
    return text.clauses.reduce(leads) { sum, clause in
      let isControl =
        switch clause.kind {
        case .reexport, .licprod: clause.from.contains(view.state)
        case .sustain, .accel: clause.state("hub") == view.state
        default: false
        }
      return sum + (isControl ? 1 : 0)
    }
  }

  // MARK: RV

  /// The U from which a text that `proposer` brought is better than none; bp. Of a text of its own
  /// the bot trusts the least trusted of the others to keep it.
  func reservation(of proposer: StateID, among parties: [StateID]) -> Int {
    let others = proposer == view.state ? parties.filter { $0 != view.state } : [proposer]
    let trust =
      others.compactMap(scenario.index(of:))
      .map { world.trust(of: own, in: $0).value }.min() ?? 0
    let distrust = fdiv(100 * (10_000 - trust), 1_000)
    return clamp(
      Appraisal.nothing + Self.leastGain + distrust + patience.margin,
      Self.reservations.lowerBound, Self.reservations.upperBound)
  }

  // MARK: political capital

  /// Whether the state could ratify the text and all it has signed already.
  func canRatify(_ text: DealText) -> Bool {
    guard text.ratificationClass(for: view.state) != .a else { return true }
    let left = world.states[own].politicalCapital.value - promisedCapital(beside: text)
    return left - cost(of: text) >= RatificationCost.reserve.value
  }

  /// What ratifying deals and offers the state has signed will cost; bp.
  private func promisedCapital(beside text: DealText) -> Int {
    let offers = view.negotiations.filter {
      $0.isOpen && $0.signed.contains(view.state) && $0.text != text
    }.map(\.text)
    let deals = world.deals.filter {
      $0.status == .signed && Lifecycle.mustRatify($0, scenario: scenario).contains(own)
    }
    return (offers + deals.map(\.text)).reduce(0) { $0 + cost(of: $1) }
  }

  private func cost(of text: DealText) -> Int {
    let deal = Lifecycle.signed(
      text, id: "draft", revision: 0, signers: text.parties.compactMap(scenario.index(of:)),
      in: world, scenario: scenario)
    return Lifecycle.ratificationCost(of: deal, for: own, in: world, scenario: scenario).value
  }
}
