/// The order menu as data: syntax, costs in actions, pauses and words of help of every order. A new
/// order is a row here, a case of `BoundOrder`, its check in `OrderBook` and its step in the
/// resolution.
package enum OrderCatalogue {
  /// All rows: budget, programme, policy, posture.
  package static let entries: [OrderSpec] = budget + programme + policy + posture

  /// The row of `keyword`.
  package static func entry(_ keyword: OrderKeyword) -> OrderSpec {
    guard let entry = table[keyword] else { preconditionFailure("every order has a row") }
    return entry
  }

  private static let table = Dictionary(
    uniqueKeysWithValues: entries.map { ($0.keyword, $0) })

  /// Whether two orders have the same keyword and object, so that the later replaces the earlier.
  package static func isSameObject(_ one: Order, _ other: Order) -> Bool {
    one.keyword == other.keyword
      && entry(one.keyword).object.allSatisfy { one[$0] == other[$0] }
  }

  static func budgetRow(
    _ keyword: OrderKeyword, _ parameters: [OrderParameter], object: [String] = [],
    pause: Int = 1, always: Bool = false, _ summary: String, example: String
  ) -> OrderSpec {
    OrderSpec(
      keyword: keyword, group: .budget, parameters: parameters, object: object, actions: 0,
      isAlwaysAllowed: always, pause: pause, summary: summary, example: example)
  }

  static func row(
    _ group: OrderSpec.Group, _ keyword: OrderKeyword, _ parameters: [OrderParameter],
    object: [String] = [], pause: Int = 1, actions: Int = 1, always: Bool = false,
    _ summary: String, example: String
  ) -> OrderSpec {
    OrderSpec(
      keyword: keyword, group: group, parameters: parameters, object: object, actions: actions,
      isAlwaysAllowed: always, pause: pause, summary: summary, example: example)
  }

  static let money = OrderParameter("money", .money, .required, "How much.")
  static let lots = OrderParameter("lots", .lots, .required, "How many lots.")
  static let line = OrderParameter("line", .line, .required, "One of your lines.")
  static let deal = OrderParameter("deal", .deal, .required, "The deal.")
  static let defy = OrderParameter(
    "defy", .flag, .value(.flag(false)), "Do it against a clause; this breaks your word.")

  static func to(_ summary: String) -> OrderParameter {
    OrderParameter("to", .state, .required, summary)
  }
}
