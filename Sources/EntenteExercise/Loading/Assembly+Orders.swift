import EntenteModel

extension Assembly {
  /// The orders of turn 1 of a state that gives none; only budget orders come about by silence.
  mutating func defaultOrders(_ fields: Fields, _ parameters: Parameters) -> [Order] {
    var orders: [Order] = []
    for field in fields.list("defaultOrders") {
      guard let line = field.text else { continue }
      let read = BudgetOrderLine.read(line)
      for problem in read.problems {
        report(PackageFile.states, field, offset: problem.offset, problem.name, problem.sentence)
      }
      guard let order = read.order else { continue }
      guard parameters.orders.contains(order.keyword) else {
        report(
          PackageFile.states, field, "order-not-here",
          "\"\(order.keyword.rawValue)\" is not in the menu of the format \"\(formatName)\".")
        continue
      }
      orders.append(order)
    }
    return orders
  }
}
