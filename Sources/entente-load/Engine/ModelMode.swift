import EntenteModel

/// What the rules cost by themselves, in the largest exercise and with each of its dimensions
/// doubled: a turn of all steps, a preview of four turns, the search for groups.
enum ModelMode {
  /// What is measured.
  enum Work: String, CaseIterable {
    case turn
    /// The first look ahead after something has changed, and every one after it: the run without
    /// the text is kept.
    case preview, nextPreview
    case detection
  }

  /// Median microseconds of each work in one world.
  static func run(_ size: SyntheticWorld, rounds: Int) -> Figures {
    let scenario = size.scenario
    let world = size.world(scenario)
    // Groups are there from the first resolution on; deals and lines have settled by the third.
    var settled = world
    for _ in 1...3 {
      settled = Resolution.resolve(settled, orders: size.orders, scenario: scenario).world
    }
    var figures = Figures()
    figures.set("what", "model")
    figures.set("states", size.states)
    figures.set("programmes", size.programmes)
    figures.set("deals", size.deals)
    figures.set("groups", settled.groups.count)
    let offer = size.offer
    let baseline = Preview.baseline(
      for: 0, orders: size.orders, in: settled, scenario: scenario)
    for work in Work.allCases {
      figures.set(
        "\(work.rawValue)Microseconds",
        median(rounds) {
          work == .nextPreview
            ? Preview.of(offer, baseline: baseline).horizon
            : measure(work, size, settled, scenario, offer)
        })
    }
    return figures
  }

  /// All sizes: the largest, then twice the states, programmes and deals, then fourteen states,
  /// which is where the search for groups has most to do.
  static func sizes() -> [(name: String, size: SyntheticWorld)] {
    let largest = SyntheticWorld()
    var states = largest
    states.states *= 2
    var programmes = largest
    programmes.programmes *= 2
    var deals = largest
    deals.deals *= 2
    var fourteen = largest
    fourteen.states = 14
    return [
      ("largest", largest), ("twice the states", states), ("twice the programmes", programmes),
      ("twice the deals", deals), ("14 states", fourteen),
    ]
  }

  private static func median(_ rounds: Int, _ work: () -> Int) -> Int {
    var latencies = Latencies()
    _ = work()
    for _ in 0..<max(1, rounds) {
      let start = ContinuousClock.now
      let sum = work()
      let took = ContinuousClock.now - start
      precondition(sum >= 0, "the work was done")
      latencies.add(nanoseconds: UInt64(took / .nanoseconds(1)))
    }
    return latencies.summary.median
  }

  private static func measure(
    _ work: Work, _ size: SyntheticWorld, _ world: World, _ scenario: Scenario, _ offer: DealText
  ) -> Int {
    switch work {
    case .turn:
      return Resolution.resolve(world, orders: size.orders, scenario: scenario).world.turn
    case .preview, .nextPreview:
      return Preview.of(
        offer, reader: 0, orders: size.orders, in: world, scenario: scenario
      ).horizon
    case .detection:
      var trace = NoTrace()
      return AllianceDetection.evaluate(
        AllianceDetection.Input(
          count: size.states, weights: world.pairs.map(\.weight),
          families: world.pairs.map { $0.weight > 0 ? 3 : 0 },
          threshold: scenario.parameters.theta), trace: &trace
      ).groups.count
    }
  }
}
