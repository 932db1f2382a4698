import EntenteModel
import Testing

@testable import EntenteExercise

struct BudgetOrderLineTests {
  @Test("A budget order is read with its parameters in their order")
  func read() throws {
    let order = try #require(BudgetOrderLine.read("  invest  money=13.5m sector=AMD ").order)
    #expect(order.keyword == .invest)
    #expect(
      order.parameters == [
        Parameter("sector", .word("amd")), Parameter("money", .integer(13_500)),
      ])
    #expect(BudgetOrderLine.read("security-upgrade").order?.parameters.isEmpty == true)
  }

  @Test(
    "What is wrong is found at its character",
    arguments: [
      ("", 0, "bad-order"), ("produce line=x lots=1", 0, "unknown-order"),
      ("fund-rd domain=sen", 0, "missing-parameter"),
      ("invest sector=amx money=1m", 14, "unknown-sector"),
      ("fund-rd domian=sen money=1m", 8, "unknown-parameter"),
      ("readiness money=5", 16, "unit-missing"), ("readiness money=5%", 16, "wrong-unit"),
      ("readiness money=5m money=6m", 19, "duplicate-parameter"),
      ("asym money", 5, "unknown-parameter"),
    ])
  func problems(line: String, offset: Int, name: String) throws {
    let read = BudgetOrderLine.read(line)
    #expect(read.order == nil)
    let problem = try #require(read.problems.first)
    #expect((problem.offset, problem.name) == (offset, name), "\(problem.sentence)")
  }
}
