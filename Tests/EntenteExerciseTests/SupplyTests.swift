import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise

/// Scarce inputs, theatres side by side, and limits of size, as packages write them.
struct SupplyTests {
  private static let inputs = """
    inputs:
      - { id: chips, supply: 100, shares: { dorn: 60% }, outside: { market: 40% } }
      - { id: motor, supply: 20 }
    deals: []
    """

  private func package(_ world: String = inputs) throws -> ExercisePackage {
    try FirstAccord.replacing("deals: []", with: world, in: "world.yaml")
  }

  private func loaded(_ package: ExercisePackage) throws -> Scenario {
    let result = ExerciseLoader.load(package, format: "class")
    let printed = result.findings.map { $0.printed(under: "x") }
    return try #require(result.loaded, "\(printed)").exercise.scenario
  }

  @Test("An input has a supply and an origin, states first and suppliers outside after them")
  func origin() throws {
    let scenario = try loaded(package())
    #expect(scenario.outsiders == ["market"])
    // Amounts of first-accord are written for its own turn of a year.
    #expect(scenario.inputs.map(\.input) == [.chips, .motor])
    #expect(scenario.inputs.map(\.supply) == [100_000, 20_000])
    #expect(scenario.inputs[0].shares == [0, 0, 0, 6_000, 4_000])
    #expect(scenario.contractShares(of: .chips, to: 0).isEmpty, "inputs are off in first-accord")
  }

  @Test("Without an origin states take half from home and half from whom they trust most")
  func commonShares() throws {
    let scenario = try loaded(package())
    // All trust all alike: the first other state.
    #expect(scenario.states[0].supplierShares[Input.motor.index] == [5_000, 5_000, 0, 0, 0])
    #expect(scenario.states[2].supplierShares[Input.motor.index] == [5_000, 0, 5_000, 0, 0])
    // 5000 + 15000, 10000, 5000, 5000 over 40000.
    #expect(scenario.inputs[1].shares == [5_000, 2_500, 1_250, 1_250, 0])
  }

  private let file = "states.yaml"

  @Test("A card may say from whom it takes an input, what it has laid up, and who rules")
  func cards() throws {
    let text = """
      doctrine: industrial-hub
        suppliers: { chips: { shares: { borea: 25% }, outside: { bazaar: 75% } } }
        reserves: { chips: 12.5 }
        regime: hybrid
        ceiling: 200m
      """
    let scenario = try loaded(
      package().with(
        file, of: try FirstAccord.replacing("doctrine: industrial-hub", with: text, in: file)))
    #expect(scenario.outsiders == ["bazaar", "market"])
    #expect(scenario.states[0].supplierShares[Input.chips.index] == [0, 2_500, 0, 0, 7_500, 0])
    #expect(scenario.states[0].reserves[Input.chips.index] == 12_500)
    #expect(scenario.states[0].regime == .hybrid && scenario.states[0].spendingCeiling == 200_000)
    #expect(scenario.states[1].regime == .open && scenario.states[1].spendingCeiling == nil)
  }

  static let faults = [
    PackageChange(
      "world.yaml", "deals: []",
      "inputs: [{ id: chips, supply: 9, shares: { dorn: 60% } }]\ndeals: []", "shares-not-whole",
      at: "{ id: chips"),
    PackageChange(
      "world.yaml", "deals: []", "inputs: [{ id: chisp, supply: 9 }]\ndeals: []", "unknown-word",
      at: "chisp"),
    PackageChange(
      "world.yaml", "deals: []",
      "inputs: [{ id: chips, supply: 9, shares: { drn: 100% } }]\ndeals: []", "unknown-state",
      at: "drn"),
    PackageChange(
      "world.yaml", "deals: []", "adjacent: [[marches, marches]]\ndeals: []", "duplicate-id",
      at: "[marches, marches]"),
    PackageChange(
      "injects.yaml", "path: threat, object: marches", "path: input-supply, object: chips",
      "unknown-input", at: "chips"),
    PackageChange(
      "injects.yaml", "path: threat, object: marches", "path: supplier-status, object: chips:dorn",
      "unknown-supplier", at: "chips:dorn"),
  ]

  @Test("What does not fit is found where it stands", arguments: faults)
  func fault(change: PackageChange) throws { try change.check() }

  @Test("Where names are hidden, shares of states go by their handles")
  func underAliases() throws {
    let hidden = try FirstAccord.replacing(
      "names: fictional", with: "names: alias", in: "exercise.yaml")
    var cards = try FirstAccord.text(file)
    for (name, alias) in [
      ("Aster", "Abel"), ("Borea", "Bora"), ("Cael", "Cade"), ("Dorn", "Ostra"),
    ] {
      cards = cards.replacing("label: \(name)\n", with: "label: \(name)\n  alias: \(alias)\n")
    }
    let named = try FirstAccord.with(cards, in: file)
    let scenario = try loaded(package().with(file, of: named).with("exercise.yaml", of: hidden))
    #expect(scenario.outsiders == ["market"])
    #expect(scenario.states.map(\.id).last == "ostra")
    #expect(scenario.inputs[0].shares == [0, 0, 0, 6_000, 4_000])
  }

  @Test("The order in which states stand in their file changes nothing")
  func orderOfRecords() throws {
    let text = try FirstAccord.text(file)
    let cards = text.components(separatedBy: "\n- id: ")
    // What stands before the first card keeps its place.
    let turned = [cards[0]] + cards.dropFirst().reversed()
    let scenario = try loaded(
      FirstAccord.with(turned.joined(separator: "\n- id: ") + "\n", in: file))
    let plain = try loaded(FirstAccord.package())
    #expect(scenario.states == plain.states && scenario.pairs == plain.pairs)
    #expect(World.start(scenario) == World.start(plain))
  }

  @Test("More states than the rules can search for groups are refused")
  func tooManyStates() throws {
    let card = """
      - id: extra%
        label: Extra
        doctrine: industrial-hub
        budget: 1m
        organisation: 50%
        security: 50%
        exposure: { marches: 10% }
        programmes: { canopy: { requirement: 1 } }
        confidence: J

      """
    let more = (1...13).map { card.replacing("%\n", with: "\($0)\n") }.joined()
    let package = try FirstAccord.replacing("- id: aster", with: more + "- id: aster", in: file)
    let result = ExerciseLoader.load(package, format: "class")
    #expect(result.loaded == nil)
    let sentences = result.findings.filter { $0.file == file && $0.name == "out-of-range" }
      .map { $0.printed(under: "x") }
    #expect(sentences.count == 1 && sentences[0].contains("not 17"), "\(sentences)")
  }

  @Test("Needs too large to be reckoned with are refused before anybody plays")
  func tooLarge() throws {
    let dear = try FirstAccord.replacing(
      "listCost: 4m", with: "listCost: 100000m", in: "programmes.yaml")
    let many = try FirstAccord.replacing(
      "canopy: { requirement: 90", with: "canopy: { requirement: 1000000", in: file)
    let result = ExerciseLoader.load(dear.with(file, of: many), format: "class")
    #expect(result.loaded == nil)
    #expect(result.findings.map(\.name).contains("too-large"))
  }
}

extension ExercisePackage {
  /// The package with one file of another.
  fileprivate func with(_ path: String, of other: ExercisePackage) -> ExercisePackage {
    ExercisePackage(files: files + [File(path: path, bytes: other.bytes(path) ?? [])])
  }
}

extension String {
  /// The text with one part put in place of another.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
