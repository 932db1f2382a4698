import EntenteModel
import Testing

struct DutiesTests {
  @Test("every clause in effect says who owes what to whom, with the names people type")
  func names() {
    var bench = Bench()
    bench.enforce(Texts.one(.exercise, ["aster", "cael"], ["intensity": .integer(2)]), id: "D-1")
    bench.enforce(
      Texts.text([
        Texts.directed(
          ["cael"], ["aster", "borea"], .sidepay,
          ["amount": .integer(900), "turns": .integer(2)])
      ]), id: "D-2")
    let duties = Duties.due(in: bench.world, scenario: bench.scenario)
    #expect(
      duties.map { "\($0.name(in: bench.scenario)) \($0.amount)" } == [
        "D-1.c1.aster 8000", "D-1.c1.cael 8000", "D-2.c1.cael.aster 450",
        "D-2.c1.cael.borea 450",
      ])
    #expect(duties.allSatisfy { $0.isMoney && $0.turn == 1 })
    #expect(duties[0].creditor == nil)
    #expect(duties[3].creditor == Bench.borea)
    let second = Duties.list("D-2", in: bench.world, scenario: bench.scenario)
    #expect(second.count == 2)
  }

  @Test("an offtake makes the seller owe lots and the buyer their price")
  func offtake() {
    var bench = Bench()
    bench.conclude(Texts.boreaToCael, id: "D-1")
    // 75 days of gates: nothing is due in the turn of conclusion.
    #expect(Duties.due(in: bench.world, scenario: bench.scenario).isEmpty)
    bench.resolve()
    let duties = Duties.list("D-1", in: bench.world, scenario: bench.scenario)
    // rdiv(12000 * 281, 356) lots, priced at the last unit cost of the line.
    let lots = rdiv(12_000 * 281, 356)
    let line = bench.world.lines[bench.world.lineIndex(Bench.borea, Bench.lantern) ?? 0]
    #expect(duties.map(\.debtor) == [Bench.borea, Bench.cael, Bench.borea, Bench.cael])
    #expect(duties[0].amount == lots)
    #expect(!duties[0].isMoney)
    #expect(duties[1].amount == cdiv(lots * line.unitCost.value, 1_000))
    #expect(duties[1].isMoney)
  }

  @Test("a clause that sleeps owes nothing")
  func sleeping() {
    var bench = Bench()
    bench.enforce(Texts.one(.exercise, ["aster", "cael"]))
    bench.world.deals[0].clauses[0].isSuspended = true
    #expect(Duties.due(in: bench.world, scenario: bench.scenario).isEmpty)
  }
}
