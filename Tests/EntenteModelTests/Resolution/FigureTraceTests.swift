import EntenteModel
import Testing

/// Takes down every scope of a resolution.
private struct ScopeRecorder: FigureTrace {
  struct Scope {
    var figure: TracedFigure
    var equation: String
    var calculation: String
    var inputs: [String] = []
    var steps: [String] = []
    var causes: [FigureCause] = []
    var value: Int?
  }

  var scopes: [Scope] = []
  var depth = 0
  var deepest = 0
  static var isOn: Bool { true }

  mutating func open(
    _ figure: @autoclosure () -> TracedFigure, _ equation: StaticString, _ calc: StaticString
  ) {
    scopes.append(Scope(figure: figure(), equation: "\(equation)", calculation: "\(calc)"))
    depth += 1
    deepest = max(deepest, depth)
  }

  mutating func input(_ name: StaticString, _ value: @autoclosure () -> Int) {
    if depth > 0 { scopes[scopes.count - 1].inputs.append("\(name)") }
  }

  mutating func step(_ name: StaticString, _ value: @autoclosure () -> Int) {
    if depth > 0 { scopes[scopes.count - 1].steps.append("\(name)") }
  }

  mutating func cause(_ cause: @autoclosure () -> FigureCause, _ amount: @autoclosure () -> Int) {
    if depth > 0 { scopes[scopes.count - 1].causes.append(cause()) }
  }

  mutating func close(_ value: @autoclosure () -> Int) {
    depth -= 1
    scopes[scopes.count - 1].value = value()
  }
}

@Suite("Figures told to a trace")
struct FigureTraceTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let all: [StateID] = ["aster", "borea", "cael", "dorn"]

  /// The second turn of a world with deals of every family of X0, traced.
  private func traced() -> (recorder: ScopeRecorder, result: Resolution.Result) {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.exercise(all, intensity: 1), DealWriter.standard(all), DealWriter.gsoia(all),
        DealWriter.offtake("borea", ["cael"], "lantern", lots: 10),
        DealWriter.licprod("dorn", "aster", "canopy", licence: "expedited"),
      ]), id: "D-1", scenario: scenario)
    let idle = Array(repeating: FirstAccord.nothing, count: 4)
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    var orders = idle
    orders[X0.cael] = [FirstAccord.research("sen", 9_000)]
    var recorder = ScopeRecorder()
    let result = Resolution.resolve(
      world, orders: orders, scenario: scenario, trace: &recorder)
    return (recorder, result)
  }

  @Test("scopes open and close one after another, each figure once")
  func scopesAreFlat() {
    let recorder = traced().recorder
    #expect(recorder.depth == 0)
    #expect(recorder.deepest == 1)
    #expect(Set(recorder.scopes.map(\.figure)).count == recorder.scopes.count)
    #expect(recorder.scopes.allSatisfy { $0.value != nil })
  }

  @Test("the value a scope closes with is the figure of the world afterwards")
  func valuesMatch() throws {
    let (recorder, result) = traced()
    for scope in recorder.scopes {
      let name = scope.figure.name(in: scenario)
      let value = try Figures.value(name, for: nil, in: result.world, scenario: scenario)
      #expect(scope.value == value, "\(name)")
    }
  }

  @Test("every kind of figure people can ask for has a scope")
  func coverage() {
    let names = traced().recorder.scopes.map { $0.figure.name(in: scenario) }
    for name in [
      "gap:cael", "pressure:cael", "support:cael", "rdy:aster", "lat:borea", "pc:dorn",
      "rep:dorn", "org:aster", "sec:cael", "eth:borea", "treasury:cael", "conduct:cael",
      "tr:cael:sen", "ct:borea:aut", "ic:dorn:amd", "stock:cael:lantern",
      "output:borea-lantern", "unit-cost:dorn-canopy", "gates:aster-canopy", "leak:canopy",
      "trust:cael:borea", "val:aster:cael", "interop:aster:cael", "tie:aster:cael",
      "th:marches", "adv:sen", "groups", "capacity:G1", "formation:G1", "management:G1",
      "salience:G1", "score:cael:sec", "score:cael:econ", "nat:cael", "final:cael", "col",
    ] {
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test("scopes name the equation, what it read, its steps and what moved it")
  func contents() throws {
    let recorder = traced().recorder
    let gap = try #require(recorder.scopes.first { $0.figure == .gap(X0.cael) })
    #expect(gap.equation == "EQ24")
    #expect(gap.calculation == "gap")
    #expect(gap.inputs.contains("threat") && gap.steps.contains("pressure"))
    let layer = try #require(
      recorder.scopes.first { $0.figure == .interoperability(X0.aster, X0.cael) })
    #expect(layer.causes.contains(.clause("D-1", "c2")), "the standard lifts the technical layer")
    let research = try #require(
      recorder.scopes.first { $0.figure == .technology(state: X0.cael, domain: .sen) })
    #expect(research.causes.contains(.order(state: X0.cael, place: 0)))
    let support = try #require(recorder.scopes.first { $0.figure == .support(X0.cael) })
    #expect(support.causes.contains(.partner(X0.dorn)))
  }

  @Test("tracing changes nothing")
  func noInfluence() {
    let world = World.start(scenario)
    let silent = [[Order]](repeating: [], count: 4)
    var recorder = ScopeRecorder()
    let traced = Resolution.resolve(
      world, orders: silent, scenario: scenario, trace: &recorder)
    let plain = Resolution.resolve(world, orders: silent, scenario: scenario)
    #expect(traced.world == plain.world)
    #expect(traced.report == plain.report)
  }
}
