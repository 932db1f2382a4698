import EntenteModel
import Testing

@testable import EntenteBots

struct DealSpaceTests {
  private static let report = Result {
    DealSpaceReport.survey(try FirstAccord.exercise("solo"), valuedMax: 12)
  }

  @Test("There are deals of two and of three, fewer of them feasible, fewer good for all")
  func sizes() throws {
    let report = try Self.report.get()
    #expect(report.sizes.map(\.parties) == [2, 3])
    for size in report.sizes {
      #expect(size.possible >= size.tried && size.tried > size.feasible)
      #expect(size.feasible >= size.valued && size.valued >= size.better)
      #expect(size.valued <= 12 && size.pareto >= 1 && size.pareto <= size.valued)
      #expect(size.isSampled)
    }
    #expect(report.sizes[0].better > 0)
  }

  @Test("Nobody's best is below having no deal, and somebody has something to win")
  func stakes() throws {
    let stakes = try Self.report.get().stakes
    #expect(stakes.count == 4)
    for stake in stakes {
      #expect(stake.best >= stake.without)
      #expect((stake.best > stake.without) == !stake.terms.isEmpty)
    }
    #expect(stakes.contains { $0.best > $0.without })
  }

  @Test("The same exercise gives the same figures")
  func repeatable() throws {
    let again = DealSpaceReport.survey(try FirstAccord.exercise("solo"), valuedMax: 12)
    let report = try Self.report.get()
    #expect(again.sizes == report.sizes && again.stakes == report.stakes)
  }

  @Test("Every set of states comes once")
  func groups() {
    #expect(DealSurvey.groups(of: 2, among: 4).count == 6)
    #expect(DealSurvey.groups(of: 3, among: 4) == [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]])
    #expect(DealSurvey.groups(of: 3, among: 2).isEmpty)
  }

  @Test("A sample has as many places as asked for, ascending, and all where there are fewer")
  func samples() {
    #expect(DealSurvey.sample(9, of: 5) == [0, 1, 2, 3, 4])
    let sample = DealSurvey.sample(50, of: 1000)
    #expect(sample.count == 50 && sample == Set(sample).sorted() && (sample.last ?? 0) < 1000)
  }

  @Test("Every clause of the menu is written in every direction")
  func grid() throws {
    let clauses = ClauseGrid(try FirstAccord.exercise("solo"), parties: [0, 2]).clauses
    #expect(clauses.contains("exercise intensity=1") && clauses.contains("dialogue"))
    #expect(clauses.contains("aster>cael offtake programme=canopy lots=10"))
    #expect(clauses.contains("cael>aster offtake programme=lantern lots=40"))
    #expect(clauses.contains("coprod programme=canopy lines=aster workshare=aster:50%,cael:50%"))
    #expect(!clauses.contains { $0.hasPrefix("term") || $0.hasPrefix("gov") })
  }
}
