/// Everything about an exercise that the rules read and that never changes during play:
/// parameters, state cards, programmes, theatres, starting pairs and lines, injects. Built by the
/// package loader, which has checked ranges and references; shared by reference, never copied.
package final class Scenario: Sendable {
  /// Rule parameters.
  package let parameters: Parameters
  /// Ascending by handle; a state's position is its index in every array of the world.
  package let states: [StateCard]
  /// Ascending by id; a programme's position is its index in every array of the world.
  package let programmes: [Programme]
  /// In the order of the package, which breaks ties between theatres.
  package let theatres: [Theatre]
  /// One entry an unordered pair of states, in the order of `pairIndex`.
  package let pairs: [PairStart]
  /// Lines that stand at the start, ascending by state, then programme.
  package let lines: [LineStart]
  /// The events of the exercise in card order.
  package let injects: [Inject]
  /// Deals in force from turn 1.
  package let preSigned: [DealText]
  /// Inputs that are scarce here, in the order of `Input`.
  package let inputs: [InputNode]
  /// Suppliers that are no state of the exercise, ascending; they stand after the states in arrays
  /// by supplier.
  package let outsiders: [String]
  /// Pairs of theatres that lie side by side (SR1), by place.
  package let adjacent: [[Int]]

  /// Some event asks how much of what a state pays for is work at home.
  let countsWorkPaid: Bool

  private let stateIndices: [StateID: Int]
  private let programmeIndices: [ProgrammeID: Int]

  /// A scenario of checked parts. States and programmes must ascend by id and there must be one
  /// start value an unordered pair, else it traps.
  package init(
    parameters: Parameters, states: [StateCard], programmes: [Programme], theatres: [Theatre],
    pairs: [PairStart], lines: [LineStart], injects: [Inject] = [], preSigned: [DealText] = [],
    inputs: [InputNode] = [], outsiders: [String] = [], adjacent: [[Int]] = []
  ) {
    precondition(
      zip(states, states.dropFirst()).allSatisfy { $0.id < $1.id }, "states ascend by handle")
    precondition(
      zip(programmes, programmes.dropFirst()).allSatisfy { $0.id < $1.id },
      "programmes ascend by id")
    precondition(
      pairs.count == states.count * (states.count - 1) / 2, "one start value an unordered pair")
    precondition(
      inputs.allSatisfy { $0.shares.count == states.count + outsiders.count },
      "one share a supplier")
    self.parameters = parameters
    self.states = states
    self.programmes = programmes
    self.theatres = theatres
    self.pairs = pairs
    self.lines = lines
    self.injects = injects
    self.preSigned = preSigned
    self.inputs = inputs
    self.outsiders = outsiders
    self.adjacent = adjacent
    countsWorkPaid = injects.contains { inject in
      inject.tests.contains { $0.metrics.contains { $0.name == InjectMetric.homework.rawValue } }
    }
    stateIndices = Dictionary(
      uniqueKeysWithValues: states.enumerated().map { ($1.id, $0) })
    programmeIndices = Dictionary(
      uniqueKeysWithValues: programmes.enumerated().map { ($1.id, $0) })
  }

  /// The same exercise under other parameters: what a run with a switch of theory plays.
  package func with(_ parameters: Parameters) -> Scenario {
    Scenario(
      parameters: parameters, states: states, programmes: programmes, theatres: theatres,
      pairs: pairs, lines: lines, injects: injects, preSigned: preSigned, inputs: inputs,
      outsiders: outsiders, adjacent: adjacent)
  }

  /// The index of a state, if its handle is known here.
  package func index(of state: StateID) -> Int? { stateIndices[state] }
  /// The index of a programme, if its id is known here.
  package func index(of programme: ProgrammeID) -> Int? { programmeIndices[programme] }
  /// The index of a theatre, if its id is known here.
  package func index(of theatre: TheatreID) -> Int? {
    theatres.firstIndex { $0.id == theatre }
  }

  /// The position of the unordered pair of two different states in pair arrays.
  @inlinable
  package static func pairIndex(_ one: Int, _ other: Int, of count: Int) -> Int {
    let (low, high) = one < other ? (one, other) : (other, one)
    return low * (2 * count - low - 1) / 2 + high - low - 1
  }
}

/// One theatre and the threat that comes from it.
package struct Theatre: Sendable, Hashable {
  /// Its id.
  package var id: TheatreID
  /// The name people read.
  package var label: String
  /// Its type.
  package var type: ThreatType
  /// Weights by sector that sum to 10000, of the type unless the package gives its own.
  package var weights: [BasisPoints]
  /// Weight of TR[CYB] beside the sectors (1000 for HYB, else 0).
  package var cyberWeight: BasisPoints
  /// Threat path by turn, from turn 1; the last value holds afterwards.
  package var path: [BasisPoints]

  package init(
    id: TheatreID, label: String, type: ThreatType, weights: [BasisPoints],
    cyberWeight: BasisPoints = 0, path: [BasisPoints]
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.weights = weights
    self.cyberWeight = cyberWeight
    self.path = path
  }

  /// The path value of `turn` (1 is the first).
  package func path(at turn: Int) -> BasisPoints {
    path[min(max(turn, 1), path.count) - 1]
  }

  /// The row of the threat matrix (MUN AMD STR UAS NAV ISR, then the weight of TR[CYB]).
  package static func matrix(_ type: ThreatType) -> (sectors: [BasisPoints], cyber: BasisPoints) {
    switch type {
    case .air: ([500, 5000, 1000, 1500, 0, 2000], 0)
    case .mar: ([0, 500, 2500, 1500, 3500, 2000], 0)
    case .land: ([4500, 1500, 500, 2500, 0, 1000], 0)
    case .hyb: ([500, 2000, 0, 2000, 500, 4000], 1000)
    }
  }
}

/// What two states are to each other at the start.
package struct PairStart: Sendable, Hashable {
  /// Interoperability by layer: technical, procedural, logistic, data.
  package var interoperability: [BasisPoints]
  /// VAL; bp.
  package var affinity: BasisPoints
  /// Trust of the lower-handled state in the other, and back.
  package var trust: BasisPoints
  /// Trust of the higher-handled state in the other; bp.
  package var trustBack: BasisPoints
  /// A formal treaty binds the two; never counted in group detection.
  package var formalTreaty: Bool

  package init(
    interoperability: [BasisPoints], affinity: BasisPoints, trust: BasisPoints,
    trustBack: BasisPoints, formalTreaty: Bool = false
  ) {
    self.interoperability = interoperability
    self.affinity = affinity
    self.trust = trust
    self.trustBack = trustBack
    self.formalTreaty = formalTreaty
  }
}

/// A production line that stands at the start.
package struct LineStart: Sendable, Hashable {
  /// Index of the state it stands in.
  package var state: Int
  /// Index of the programme it builds.
  package var programme: Int
  /// X of EQ30; bp.
  package var capacity: CapacityUnits
  /// Whole units built before the game.
  package var cumulativeUnits: Int
  /// Nominal rate of EQ3 in mU a turn.
  package var nominal: Lots
  /// Days of gates still to go; 0 is open.
  package var gatedDays: Days

  package init(
    state: Int, programme: Int, capacity: CapacityUnits, cumulativeUnits: Int, nominal: Lots,
    gatedDays: Days = 0
  ) {
    self.state = state
    self.programme = programme
    self.capacity = capacity
    self.cumulativeUnits = cumulativeUnits
    self.nominal = nominal
    self.gatedDays = gatedDays
  }
}

/// A public programme of the catalogue, at the level of budgets, shares and schedules.
package struct Programme: Sendable, Hashable {
  /// Its id.
  package var id: ProgrammeID
  /// The name people read.
  package var label: String
  /// Its sector.
  package var sector: Sector
  /// One or two domains; may be empty for plain munitions.
  package var domains: [Domain]
  /// 0 open … 5 never tradable.
  package var sensitivity: Int
  /// Index of the state that owns the design; nil for open designs.
  package var owner: Int?
  /// States that must consent beside the owner.
  package var consentHolders: [Int]
  /// C0, the list price of one lot.
  package var listCost: Money
  /// Q0, the quantity the list price is quoted at, in lots.
  package var listQuantity: Int
  /// Learning slope s; bp.
  package var slope: BasisPoints
  /// fx; bp.
  package var fixedShare: BasisPoints
  /// Capacity units that one lot a turn needs.
  package var load: CapacityUnits
  /// Cost of developing it; 0 where it is developed.
  package var developmentCost: Money
  /// How far it is developed at the start; bp.
  package var startProgress: BasisPoints = 0
  /// TR that development needs; bp.
  package var developmentThreshold: BasisPoints
  /// Whether it exists at the start; else it must be developed before a line can open.
  package var isDeveloped: Bool
  /// MEQ in lots.
  package var minimumQuantity: Int
  /// orgMin; bp.
  package var minimumOrganisation: BasisPoints
  /// icMin; cu.
  package var minimumCapacity: CapacityUnits
  /// Base days of TOOL.
  package var toolingDays: Days
  /// Inputs of a unit.
  package var inputs: [Input]
  /// Share of civil technology; bp.
  package var civilShare: BasisPoints
  /// Whether it decides much by itself, which the autonomy gate (SR13) asks about.
  package var highAutonomy: Bool

  package init(
    id: ProgrammeID, label: String, sector: Sector, domains: [Domain], sensitivity: Int,
    owner: Int?, consentHolders: [Int] = [], listCost: Money, listQuantity: Int,
    slope: BasisPoints, fixedShare: BasisPoints, load: CapacityUnits, developmentCost: Money = 0,
    developmentThreshold: BasisPoints = 0, isDeveloped: Bool = true, minimumQuantity: Int,
    minimumOrganisation: BasisPoints, minimumCapacity: CapacityUnits, toolingDays: Days,
    inputs: [Input] = [], civilShare: BasisPoints = 0, highAutonomy: Bool = false
  ) {
    self.id = id
    self.label = label
    self.sector = sector
    self.domains = domains
    self.sensitivity = sensitivity
    self.owner = owner
    self.consentHolders = consentHolders
    self.listCost = listCost
    self.listQuantity = listQuantity
    self.slope = slope
    self.fixedShare = fixedShare
    self.load = load
    self.developmentCost = developmentCost
    self.developmentThreshold = developmentThreshold
    self.isDeveloped = isDeveloped
    self.minimumQuantity = minimumQuantity
    self.minimumOrganisation = minimumOrganisation
    self.minimumCapacity = minimumCapacity
    self.toolingDays = toolingDays
    self.inputs = inputs
    self.civilShare = civilShare
    self.highAutonomy = highAutonomy
  }
}
