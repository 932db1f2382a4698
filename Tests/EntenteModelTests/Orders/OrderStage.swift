import EntenteModel

/// A stage for single orders: the states of `first-accord` with the rule book's gates, all small
/// rules off and three programmes more.
struct OrderStage {
  static let aster = 0
  static let borea = 1
  static let cael = 2
  static let dorn = 3
  /// Places of the programmes, which ascend by id.
  static let beacon = 0
  static let canopy = 1
  static let lantern = 2
  static let moth = 3

  var parameters = FirstAccord.parameters(turns: 12)
  var states = FirstAccord.states
  var programmes = Self.catalogue
  var lines = Self.startLines
  var inputs: [InputNode] = []
  var outsiders: [String] = []
  var theatres = [FirstAccord.marches]
  var adjacent: [[Int]] = []
  var preSigned: [DealText] = []
  var change: (inout World) -> Void = { _ in }

  init(_ rules: SmallRule...) {
    parameters.gateDays = GateDays()
    parameters.off = [.firms]
    parameters.smallRules = rules
    parameters.actions = 0
    for index in states.indices {
      states[index].cards = []
      states[index].defaultOrders = []
      states[index].requirement = [0] + states[index].requirement + [0]
      states[index].stock = [0] + states[index].stock + [0]
    }
  }

  var scenario: Scenario {
    Scenario(
      parameters: parameters, states: states, programmes: programmes, theatres: theatres,
      pairs: Array(repeating: FirstAccord.pair, count: 6), lines: lines, preSigned: preSigned,
      inputs: inputs, outsiders: outsiders, adjacent: adjacent)
  }

  /// `beacon` is not developed; `moth` is Cael's, with no line yet.
  static var catalogue: [Programme] {
    let base = FirstAccord.programmes
    var beacon = base[0]
    beacon.id = "beacon"
    beacon.owner = nil
    beacon.developmentCost = 40_000
    beacon.developmentThreshold = 5_000
    beacon.isDeveloped = false
    var moth = base[1]
    moth.id = "moth"
    moth.owner = cael
    return [beacon, base[0], base[1], moth]
  }

  static var startLines: [LineStart] {
    FirstAccord.lines.map { line in
      var line = line
      line.programme += 1
      return line
    }
  }

  var start: World {
    var world = World.start(scenario)
    change(&world)
    return world
  }

  /// Resolves turns, one list of orders by state each; states without orders do nothing.
  func played(_ turns: [[Int: [Order]]], from world: World? = nil) -> World {
    var world = world ?? start
    for orders in turns { world = resolved(orders, in: world).world }
    return world
  }

  func resolved(_ orders: [Int: [Order]], in world: World) -> Resolution.Result {
    Resolution.resolve(
      world, orders: states.indices.map { orders[$0] ?? FirstAccord.nothing },
      scenario: scenario)
  }

  func refusal(_ order: Order, by state: Int, in world: World? = nil) -> RuleRefusal? {
    OrderRules.check(
      order, by: state, pending: [], in: world ?? start, scenario: scenario)
  }

  /// The refusal as people read its numbers: `ota-not-allowed reason=security have=5000 …`.
  func refused(_ order: Order, by state: Int, in world: World? = nil) -> String? {
    refusal(order, by: state, in: world).map { refusal in
      ([refusal.name.rawValue] + refusal.fields.map { "\($0.name)=\($0.value)" })
        .joined(separator: " ")
    }
  }

  /// An order with values by name, in the order of the catalogue, defaults filled in.
  static func order(_ keyword: OrderKeyword, _ values: [String: ParameterValue] = [:]) -> Order {
    Order(
      keyword,
      OrderCatalogue.entry(keyword).parameters.compactMap { parameter in
        if let value = values[parameter.name] { return Parameter(parameter.name, value) }
        if case .value(let value) = parameter.fallback { return Parameter(parameter.name, value) }
        return nil
      })
  }
}
