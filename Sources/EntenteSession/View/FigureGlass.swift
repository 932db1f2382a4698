import EntenteModel

/// How the figures of a state stand on a page for one reader: exactly, in ten-point bands, or not
/// at all. A band is written as a band, never as a number inside it.
struct FigureGlass {
  /// Index of the state that reads; nil reads all.
  let reader: Int?
  /// The world as it is: what a reader sees of a figure depends on its deals.
  let world: World
  let scenario: Scenario
  /// Index of the state the page is about.
  let subject: Int

  /// How the reader sees a figure of the subject, by its word and objects: `tr`, `sen`.
  func sight(_ word: String, _ object: String? = nil) -> FigureSight {
    guard let reader, reader != subject else { return .exact }
    let handle = scenario.states[subject].id.text
    let typed = ([word, handle] + (object.map { [$0] } ?? [])).joined(separator: ":")
    guard let name = try? FigureName(typed, reader: reader, in: scenario) else { return .hidden }
    return Figures.sight(of: name, for: reader, in: world, scenario: scenario)
  }

  /// The same for a figure of one of the subject's lines.
  func lineSight(_ word: String, programme: ProgrammeID) -> FigureSight {
    guard let reader, reader != subject else { return .exact }
    let typed = "\(word):\(scenario.states[subject].id)-\(programme)"
    guard let name = try? FigureName(typed, reader: reader, in: scenario) else { return .hidden }
    return Figures.sight(of: name, for: reader, in: world, scenario: scenario)
  }

  /// An index for people: `46.33`, `40-49`, `unknown`.
  func text(_ sight: FigureSight, _ value: BasisPoints) -> String {
    switch sight {
    case .exact: Shown.index(value)
    case .band: Figures.band(value.value)
    case .hidden: "unknown"
    }
  }

  /// The same for programs; nothing where it is hidden.
  func field(_ name: String, _ sight: FigureSight, _ value: BasisPoints) -> [Page.Field] {
    switch sight {
    case .exact: [Page.Field(name, value.value)]
    case .band: [Page.Field(name, Figures.band(value.value))]
    case .hidden: []
    }
  }

  /// ICn of a capacity: ICREF counts as 10000.
  func index(_ capacity: CapacityUnits) -> BasisPoints {
    let reference = max(1, scenario.parameters.capacityReference.value)
    return BasisPoints(min(10_000, rdiv(10_000 * capacity.value, reference)))
  }
}
