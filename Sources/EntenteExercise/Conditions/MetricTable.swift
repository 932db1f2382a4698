import EntenteModel
import EntenteSession

/// What may stand in a bracket behind the name of a metric.
enum MetricArgument: Sendable {
  case state
  /// A state, or `*` for all.
  case stateOrAll
  case programme
  /// A programme, or `*` for all.
  case programmeOrAll
  case theatre
  case domain
  case clause
  /// The word `pools`.
  case pools
  case turns
  case input
}

/// The metrics that conditions may test.
struct MetricRule: Sendable {
  var name: String
  var arguments: [MetricArgument]
  /// What can be compared with; nothing outside can ever come out.
  var range: ClosedRange<Int>
  var summary: String

  private init(
    _ name: String, _ arguments: [MetricArgument], _ range: ClosedRange<Int>, _ summary: String
  ) {
    self.name = name
    self.arguments = arguments
    self.range = range
    self.summary = summary
  }

  private static let bp = 0...10_000
  private static let counts = 0...1_000
  private static let sums = 0...1_000_000_000

  /// What private cards test, and injects as well.
  static let ofCards = [
    MetricRule("gap", [.state], bp, "Security gap."),
    MetricRule("rdy", [.state], bp, "Readiness."),
    MetricRule("lat", [.state], bp, "Latent capability."),
    MetricRule("pc", [.state], bp, "Political capital."),
    MetricRule("eth", [.state], bp, "Governance erosion."),
    MetricRule("eb", [.state], bp, "Entry barrier for civil firms."),
    MetricRule("xc", [.state], bp, "Strictness of its export law."),
    MetricRule("bn", [.state], bp, "Home content it asks for."),
    MetricRule("nf", [.state], 0...100_000, "Civil firms that take part."),
    MetricRule("treasury", [.state], sums, "Money, $k."),
    MetricRule("stock", [.state, .programme], 0...1_000_000, "Stock, bp of the requirement."),
    MetricRule("tr", [.state, .domain], bp, "Military technology in a domain."),
    MetricRule("workshare", [.state, .programme], bp, "Highest share in deals in force."),
    MetricRule("lines", [.state, .programmeOrAll], counts, "Lines, gated or open."),
    MetricRule("openlines", [.state, .programmeOrAll], counts, "Lines that are open."),
    MetricRule("adopters", [.programme, .state], counts, "Other states that hold or had a lot."),
    MetricRule("suppliers", [.state], counts, "States that delivered at least a lot to it."),
    MetricRule("breaches", [.state], counts, "Duties it broke."),
    MetricRule("leak", [.programme], bp, "Highest leak meter so far."),
    MetricRule("dep", [.state], bp, "Largest dependence on one state."),
    MetricRule(
      "consented", [.state, .programme], 0...1, "1 if nobody got it without its signature."),
    MetricRule("ingroup", [.state], 0...1, "1 if in the group with most members."),
    MetricRule("deals", [.state, .clause], counts, "Deals in force with such a clause."),
    MetricRule("unit-cost", [.programme], sums, "Lowest last unit cost, $k."),
    MetricRule("domestic", [.state, .programme], bp, "Share of all work on it done at home."),
    MetricRule("exports", [.state], sums, "Earned abroad so far, $k."),
    MetricRule("fairness", [.state], bp, "Fairness of its largest group."),
    MetricRule("spent", [.state, .pools], 0...1_000_000, "Share of the budget paid into pools."),
    MetricRule("dev", [.programme], bp, "Progress of development."),
    MetricRule("led", [.state], counts, "Deals in force that it leads."),
    MetricRule("tokens", [.stateOrAll], counts, "Prototype tokens."),
    MetricRule("wins", [.clause], counts, "Wins of accelerators so far."),
    MetricRule("delivered", [.state, .programme], 0...1_000_000, "Lots delivered to it."),
  ]

  /// What only injects test.
  static let ofInjects = [
    MetricRule("turn", [], 1...99, "The turn."),
    MetricRule("th", [.theatre], bp, "Threat of a theatre."),
    MetricRule(RecordMetric.offers.rawValue, [.stateOrAll], counts, "Offers it tabled or signed."),
    MetricRule(RecordMetric.messages.rawValue, [.stateOrAll], sums, "Messages it sent."),
    MetricRule("sec", [.state], bp, "Security of secrets."),
    MetricRule("signed", [.clause], 0...1, "1 if a deal with such a clause was ever signed."),
    MetricRule("selling", [.stateOrAll], counts, "Standing offers of it."),
    MetricRule("licences", [.stateOrAll], counts, "Long licence gates that wait at its desk."),
    MetricRule("sensitive", [.stateOrAll], 0...1, "1 if in a deal about a sensitive programme."),
    MetricRule("homework", [.stateOrAll], bp, "Work at home as a share of all it paid for."),
    MetricRule("asked", [.stateOrAll], counts, "Questions about passing on that wait for it."),
    MetricRule("single", [.stateOrAll], bp, "Dependence on one supplier without a second."),
    MetricRule("hhi", [.stateOrAll], bp, "Concentration of the suppliers of an input it uses."),
    MetricRule("platform", [.stateOrAll], bp, "Share of its largest supplier of platforms."),
    MetricRule("losses", [.stateOrAll], counts, "Turns in a row in which firms made a loss."),
    MetricRule("deep", [.stateOrAll], 0...1, "1 if it shares deeply with another."),
    MetricRule("framework", [.stateOrAll], 0...1, "1 if its framework for firms is in effect."),
    MetricRule("reserve", [.stateOrAll, .input], 0...99, "Turns of requests its reserve covers."),
    MetricRule("lag", [], bp, "How far the adversary leads the mean in AI and autonomy."),
    MetricRule("leaked", [], 0...1, "1 if a leak meter fired last turn."),
    MetricRule("breached", [.clause], 0...1, "1 if such a clause was broken last turn."),
    MetricRule("quarrel", [.clause], 0...1, "1 if shares of such a deal are in dispute."),
    MetricRule(
      RecordMetric.noMessage.rawValue, [.stateOrAll, .stateOrAll, .turns], 0...1,
      "1 if the first sent the second nothing in so many turns."),
  ]
}
