import EntenteModel

/// What a text is worth to a bot, and why.
struct Appraisal {
  /// One interest: how it changes by the text, bp, and how much that weighs.
  struct Part: Hashable {
    var interest: Interest
    var change: Int
    var weight: Int

    /// `W*d`.
    var force: Int { weight * change }
  }

  /// What no deal is worth; bp.
  static let nothing = 5_000

  /// U, 0...10000 bp; no deal is 5000.
  var utility: Int
  var parts: [Part]
  /// Change of the treasury by the horizon; $k.
  var balance: Int
  /// The first red line it crosses.
  var crossed: RedLine?
  /// What stands against the bot's signature now.
  var refusals: [RuleRefusal]
  /// Political capital would not last for the ratification.
  var lacksCapital: Bool

  /// A text that the rules bar the bot from signing now.
  static func barred(_ refusals: [RuleRefusal]) -> Appraisal {
    Appraisal(
      utility: 0, parts: [], balance: 0, crossed: nil, refusals: refusals, lacksCapital: false)
  }

  /// Whether the bot could sign it now and keep its word.
  var isSignable: Bool { crossed == nil && refusals.isEmpty && !lacksCapital }

  /// The parts that weigh most, at least a point each, by absolute force; of equals the interest
  /// that stands first.
  var reasons: [Part] {
    parts.filter { abs(rdiv($0.change, 100)) >= 1 && $0.weight > 0 }
      .sorted { (-abs($0.force), $0.interest.rawValue) < (-abs($1.force), $1.interest.rawValue) }
  }
}
