import EntenteModel
import EntenteSession
import Testing

@testable import EntenteBots

struct DoctrineTests {
  @Test(
    "Every doctrine of the exercises is there and keeps its name", arguments: Doctrine.Kind.allCases
  )
  func named(kind: Doctrine.Kind) {
    let doctrine = Doctrine.of(kind)
    #expect(doctrine.kind == kind)
    #expect(!doctrine.templates.isEmpty && !doctrine.habits.isEmpty && !doctrine.redLines.isEmpty)
    #expect(Interest.allCases.map { doctrine.weights[$0] }.reduce(0, +) == 100)
  }

  @Test(
    "The weights are those of the table",
    arguments: [
      (Doctrine.Kind.hegemonGatekeeper, [15, 20, 5, 15, 10, 15, 20, 0]),
      (.industrialHub, [10, 15, 20, 5, 10, 35, 0, 5]),
      (.nicheInnovator, [10, 20, 5, 10, 30, 15, 0, 10]),
      (.freeRider, [35, 5, 30, 10, 5, 10, 0, 5]),
      (.threatenedFrontline, [50, 10, 5, 20, 5, 5, 0, 5]),
    ])
  func weights(kind: Doctrine.Kind, table: [Int]) {
    #expect(Interest.allCases.map { Doctrine.of(kind).weights[$0] } == table)
  }

  @Test("A broker thinks like a frontline state while its gap is 30 points or more")
  func broker() {
    let doctrine = Doctrine.of(.brokerSwing)
    let calm = doctrine.acting(gap: 2_999)
    let pressed = doctrine.acting(gap: 3_000)
    #expect(calm.weights.first == .economy)
    #expect(pressed.weights.first == .security)
    for acting in [calm, pressed] {
      #expect(acting.kind == .brokerSwing)
      #expect(acting.alpha == 50 && acting.leakRisk == 10 && acting.dependenceRisk == 10)
      #expect(acting.redLines == [.barredFromBudgets(count: 2)])
    }
  }

  @Test("A free rider concedes late only where it would pay")
  func payingPace() {
    let doctrine = Doctrine.of(.freeRider)
    #expect(doctrine.exponent(balance: -1) == .four)
    #expect(doctrine.exponent(balance: 0) == .half)
  }

  @Test(
    "Every first text can be read where all clauses are allowed", arguments: Doctrine.Kind.allCases)
  func readable(kind: Doctrine.Kind) throws {
    let bench = try Bench()
    let values = [
      "own": "aster", "partner": "dorn", "programme": "canopy", "lots": "6", "level": "2",
      "family": "c2", "domain": "sen", "theatre": "marches", "lines": "aster,dorn",
      "workshare": "aster:40%,dorn:60%",
    ]
    let cast = Cast(partners: ["dorn"], values: values)
    for template in Doctrine.of(kind).templates {
      let terms = try #require(template.terms(cast) { _ in true })
      let text = try bench.text(["aster", "dorn"], terms, everyClause: true)
      #expect(text.clauses.map(\.kind) == template.clauses.map(\.kind))
    }
  }

  @Test("A text keeps its point and loses what the menu does not have")
  func menu() throws {
    let template = Template(
      .friend, ClausePattern(.exercise, "exercise"), ClausePattern(.crisis, "crisis"))
    let cast = Cast(partners: [], values: [:])
    #expect(template.terms(cast) { $0 != .crisis } == "exercise")
    #expect(template.terms(cast) { $0 != .exercise } == nil)
  }
}
