package import EntenteModel

/// Runs without a new text, kept from one look ahead to the next: half of what a preview costs. A
/// run holds as long as the world and the orders its reader knows of stay what they are.
package struct PreviewMemory {
  private struct Entry {
    var version: Int
    var orders: [[Order]]
    var baseline: Preview.Baseline
  }

  /// By state; one for each that has looked.
  private var entries: [Int: Entry] = [:]

  package init() {}

  /// The run a state's looks ahead are compared with.
  package mutating func baseline(for index: Int, in state: SessionState) -> Preview.Baseline {
    let orders = state.knownOrders(to: index)
    if let known = entries[index], known.version == state.worldVersion, known.orders == orders {
      return known.baseline
    }
    let made = Preview.baseline(
      for: index, orders: orders, in: state.world, scenario: state.scenario)
    entries[index] = Entry(version: state.worldVersion, orders: orders, baseline: made)
    return made
  }
}
