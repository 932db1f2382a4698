import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise
@testable import EntenteModel

/// One card of the library in a world made ready for it: an exercise with scarce inputs, a land and
/// a hybrid theatre, and the deals the cards speak of.
struct EventStage {
  let scenario: Scenario
  let inject: Inject
  var world: World

  /// The stage of a card in a turn; nobody has moved before.
  init(_ card: String, turn: Int) throws {
    let loaded = ExerciseLoader.load(try Self.package(), format: "ttx")
    let errors = loaded.findings.filter { $0.severity == .error }
    scenario = try #require(loaded.loaded, "\(errors)").exercise.scenario
    inject = try #require(scenario.injects.first { $0.id == InjectID(card) }, "\(card)")
    world = World(scenario: scenario)
    world.turn = turn
  }

  // MARK: names

  func state(_ name: String) -> Int { scenario.index(of: StateID(name)) ?? -1 }
  func programme(_ name: String) -> Int { scenario.index(of: ProgrammeID(name)) ?? -1 }

  /// The deal of the stage that has such a clause with these words in its title.
  func deal(_ title: String) -> Int {
    world.deals.firstIndex { $0.text.title == title } ?? -1
  }

  // MARK: play

  /// Whom the card is for, by handle; nil if it does not come. None is everybody.
  var readers: [String]? { found?.map(\.text) }

  private var found: [StateID]? {
    inject.addressees(in: world, scenario: scenario) { test, state in
      CardTest.holds(state.map { test.naming($0) } ?? test, world: world, scenario: scenario)
    }
  }

  private var addressed: [Int] {
    let found = found ?? []
    return found.isEmpty
      ? Array(scenario.states.indices) : found.compactMap(scenario.index(of:))
  }

  /// The world once the card is played.
  var fired: World { applying(inject.effects) }

  /// The world with effects of the card.
  func applying(_ effects: [InjectEffect], to states: [Int]? = nil) -> World {
    var next = world
    next.apply(effects, of: inject.id, to: states ?? addressed, scenario: scenario)
    return next
  }

  /// The effects of an option.
  func effects(of option: String) -> [InjectEffect] {
    inject.options.first { $0.name == option }?.effects ?? []
  }

  /// The turn resolved, with the option its readers took.
  func resolved(_ option: String? = nil, from start: World? = nil) -> Resolution.Result {
    let begun = start ?? fired
    let taken = inject.options.first { $0.name == option }
    let choices = taken.map { option in
      addressed.map { state in
        let price = option.price(for: state, in: begun)
        return ChoiceMade(
          inject: inject.id, state: state, option: option.name, effects: option.effects,
          cost: price > 0 ? price : nil)
      }
    }
    return Resolution.resolve(
      begun, orders: scenario.states.map { _ in [] }, choices: choices ?? [], scenario: scenario)
  }

  // MARK: the exercise

  private static func package() throws -> ExercisePackage {
    let exercises = URL(fileURLWithPath: FirstAccord.folder).deletingLastPathComponent()
    let folder = exercises.appendingPathComponent("build-allied").path
    var files = try #require(ExercisePackage.read(folder: folder).package).files
    func edit(_ path: String, _ change: (String) -> String) {
      guard let place = files.firstIndex(where: { $0.path == path }) else { return }
      let text = change(String(decoding: files[place].bytes, as: UTF8.self))
      files[place] = ExercisePackage.File(path: path, bytes: Array(text.utf8))
    }
    let cards = (1...25).map { $0 < 10 ? "i0\($0)" : "i\($0)" }
    edit("injects.yaml") { _ in cards.map { "- { id: \($0), base: library }\n" }.joined() }
    edit("exercise.yaml") { $0.replacing("off: [firms, platform]", with: "off: [platform]") }
    edit("world.yaml") { text in
      text.replacing("type: mar", with: "type: hyb").replacing("inputs:\n", with: materials)
        + deals
    }
    var findings: [EntenteExercise.Finding] = []
    return ExercisePackage(files: files).adding(
      cardsOf: exercises.appendingPathComponent("library").path, findings: &findings)
  }

  private static let materials = """
    inputs:
      - { id: materials, supply: 400, shares: { usa: 60%, aus: 40% } }

    """

  private static let deals = """
      - parties: [jpn, usa]
        terms: "coprod programme=p01 lines=jpn,usa workshare=jpn:50%,usa:50%; title \\"Shared\\""
      - parties: [kor, usa]
        terms: "usa>kor reexport programme=p01; title \\"Passing\\""
      - parties: [kor, pol]
        terms: "infoshare deep; gsoia; title \\"Deep\\""
      - parties: [aus, kor]
        terms: "accel domains=ai pool=20m; title \\"Fast\\""

    """
}
