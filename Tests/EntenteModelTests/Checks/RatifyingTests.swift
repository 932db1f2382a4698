import EntenteModel
import Testing

/// "Ratifying: those marked R, E311 last."
struct RatifyingTests {
  private func ratifying(_ bench: Bench, _ deal: Deal, _ state: Int) -> [RuleRefusal] {
    DealRules.ratifying(deal, by: state, in: bench.world, scenario: bench.scenario)
  }

  @Test("PC after payment must be 500 or more")
  func capital() throws {
    var bench = Bench()
    bench.world.threat[0] = 7_000
    let deal = bench.signed(Texts.dornToAster)
    // Class C at 7000: mb(1800, 7900) = 1422.
    bench.world.states[Bench.aster].politicalCapital = 1_922
    #expect(ratifying(bench, deal, Bench.aster).isEmpty)
    bench.world.states[Bench.aster].politicalCapital = 1_921
    let refusal = try #require(ratifying(bench, deal, Bench.aster).first)
    #expect(refusal.name == .tooLittleCapital)
    #expect(refusal.line == "have=1921 cost=1422 floor=500")
  }

  @Test("what held at signing is asked again, and capital comes last")
  func last() {
    var bench = Bench()
    let deal = bench.signed(Texts.dornToAster)
    bench.world.states[Bench.aster].security = 5_999
    bench.world.states[Bench.aster].politicalCapital = 500
    #expect(
      ratifying(bench, deal, Bench.aster).map(\.name)
        == [.securityTooLow, .securityTooLow, .tooLittleCapital])
  }

  @Test("treasury, stock and law are asked at signing only")
  func signingOnly() {
    var bench = Bench.cards { $0[Bench.cael].barredClauses = [.acsa] }
    let deal = bench.signed(Texts.asterToCael)
    bench.world.states[Bench.cael].budget = 0
    #expect(ratifying(bench, deal, Bench.cael).isEmpty)
    #expect(
      bench.signing(Texts.asterToCael, by: Bench.cael).map(\.name)
        == [.treasuryTooLow, .barredByLaw])
  }

  @Test("only a signer ratifies")
  func stranger() {
    let bench = Bench()
    #expect(
      ratifying(bench, bench.signed(Texts.dornToAster), Bench.cael).map(\.name)
        == [.notAParty])
  }
}
