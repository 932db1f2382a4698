/// The rules of orders as everybody asks them: while entering, in help, and at R1.
package enum OrderRules {
  /// Why `order` cannot stand beside `pending`, the orders the state has given before; nil if it
  /// can. A pending order with the same keyword and object is replaced and does not count.
  package static func check(
    _ order: Order, by state: Int, pending: [Order], in world: World, scenario: Scenario
  ) -> RuleRefusal? {
    var resolver = Resolver(world: world, scenario: scenario, record: NoFigureTrace())
    resolver.updateStatuses()
    resolver.readClauses()
    resolver.listObligations()
    var book = resolver.orderBook(of: state)
    for earlier in pending where !OrderCatalogue.isSameObject(earlier, order) {
      _ = try? book.admit(earlier, place: 0)
    }
    do throws(RuleRefusal) {
      _ = try book.admit(order, place: pending.count)
      return nil
    } catch {
      return error
    }
  }

  /// Money a state may still spend by orders this turn beside `pending`: its treasury and the
  /// budget to come, less what it owes under deals and what those orders take; $k, not below 0.
  package static func moneyLeft(
    of state: Int, pending: [Order], in world: World, scenario: Scenario
  ) -> Money {
    var resolver = Resolver(world: world, scenario: scenario, record: NoFigureTrace())
    resolver.updateStatuses()
    resolver.readClauses()
    resolver.listObligations()
    var book = resolver.orderBook(of: state)
    for earlier in pending { _ = try? book.admit(earlier, place: 0) }
    return Money(max(0, book.money))
  }
}
