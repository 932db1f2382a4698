import EntenteModel
import Testing

/// Refusals about interoperability, agreements that others rest on, exclusivity, law and money.
struct AgreementRefusalTests {
  @Test("basing needs PROC 3000 between host and guest")
  func basing() {
    var bench = Bench()
    let text = Texts.text([Texts.directed(["cael"], ["dorn"], .basing)])
    #expect(bench.signing(text).isEmpty)
    bench.setLayer(.proc, Bench.cael, Bench.dorn, 2_999)
    #expect(
      bench.signing(text).map(\.line) == ["a=cael b=dorn layer=proc have=2999 need=3000"])
    let crisis = Texts.one(
      .crisis, ["aster", "cael", "dorn"], ["theatre": .word("marches")])
    #expect(
      bench.signing(crisis).map(\.line) == ["a=cael b=dorn layer=proc have=2999 need=3000"])
  }

  @Test("a stock pool needs TECH 4000")
  func pool() {
    let text = Texts.one(
      .stockpool, ["aster", "dorn"],
      ["programme": .word("canopy"), "lots": Texts.shares(["aster": 1_000, "dorn": 1_000])])
    #expect(
      Bench().signing(text).map(\.line)
        == ["a=aster b=dorn layer=tech have=3000 need=4000"])
  }

  @Test("the law of the host bars basing, that of a guest does not")
  func law() {
    let bench = Bench.cards { $0[Bench.cael].barredClauses = [.basing, .crisis] }
    let host = Texts.text([Texts.directed(["cael"], ["dorn"], .basing)])
    let guest = Texts.text([Texts.directed(["dorn"], ["cael"], .basing)])
    #expect(bench.signing(host).map(\.line) == ["state=cael type=basing"])
    #expect(bench.signing(guest).isEmpty)
    let crisis = Texts.one(.crisis, ["aster", "cael"], ["theatre": .word("marches")])
    #expect(bench.signing(crisis).map(\.line) == ["state=cael type=crisis"])
  }

  @Test("gsoia of level n needs SEC 4000 + 1000 n of each side")
  func security() {
    let bench = Bench()
    func text(_ level: Int) -> DealText {
      Texts.one(.gsoia, ["borea", "cael"], ["level": .integer(level)])
    }
    #expect(bench.signing(text(1)).isEmpty)
    #expect(bench.signing(text(2)).map(\.line) == ["state=cael have=5000 need=6000"])
    #expect(
      bench.signing(text(3)).map(\.line)
        == ["state=borea have=6000 need=7000", "state=cael have=5000 need=7000"])
  }

  @Test("infoshare needs a gsoia of each pair, in force or in the text")
  func infoshare() {
    var bench = Bench()
    let text = Texts.one(.infoshare, ["aster", "borea", "dorn"])
    #expect(
      bench.signing(text).map(\.line)
        == ["a=aster b=borea", "a=aster b=dorn", "a=borea b=dorn"])
    bench.enforce(Texts.one(.gsoia, ["aster", "borea", "dorn"]))
    #expect(bench.signing(text).isEmpty)
    let both = Texts.text([
      Texts.mutual(["cael", "dorn"], .infoshare), Texts.mutual(["cael", "dorn"], .gsoia),
    ])
    #expect(bench.signing(both).isEmpty)
  }

  @Test("the expedited track needs a gsoia between owner and receiver, of any level")
  func expedited() {
    let bench = Bench()
    let alone = Texts.text([
      Texts.directed(
        ["dorn"], ["aster"], .licprod,
        ["programme": .word("canopy"), "licence": .word("expedited")])
    ])
    #expect(bench.signing(alone).map(\.line) == ["a=dorn b=aster"])
    #expect(bench.signing(Texts.enabledLine).isEmpty)
  }

  @Test("rdp needs SEC 5000, exempt 7500 and like controls")
  func doors() {
    var bench = Bench()
    bench.world.states[Bench.cael].security = 4_999
    #expect(
      bench.signing(Texts.one(.rdp, ["aster", "cael"])).map(\.line)
        == ["state=cael have=4999 need=5000"])
    #expect(
      bench.signing(Texts.one(.exempt, ["aster", "dorn"])).map(\.line)
        == ["a=aster b=dorn difference=5000", "state=aster have=7000 need=7500"])
  }

  @Test("ntib needs rdp or exempt first, and VAL 7000")
  func domesticBase() {
    var bench = Bench()
    bench.setValues(Bench.aster, Bench.dorn, 6_999)
    let text = Texts.one(.ntib, ["aster", "dorn"])
    #expect(
      bench.signing(text).map(\.line)
        == ["a=aster b=dorn need=rdp", "a=aster b=dorn have=6999 need=7000"])
    bench.enforce(Texts.one(.rdp, ["aster", "dorn"]))
    #expect(bench.signing(text).map(\.name) == [.valuesTooFar])
  }

  @Test("dualuse needs the framework in effect in every bound state")
  func framework() {
    var bench = Bench()
    bench.world.states[Bench.aster].frameworkFrom = 1
    bench.world.states[Bench.dorn].frameworkFrom = 2
    let text = Texts.one(.dualuse, ["aster", "dorn"], ["domains": .words(["aut"])])
    #expect(bench.signing(text).map(\.line) == ["state=dorn"])
  }

  @Test("an exclusivity in force bars dealing with states it does not bind")
  func barred() {
    var bench = Bench()
    func excl(_ except: [String]) -> DealText {
      Texts.one(
        .excl, ["borea", "dorn"], ["sector": .word("uas"), "except": .words(except)])
    }
    bench.enforce(excl([]), id: "D-EXCL")
    #expect(
      bench.signing(Texts.boreaToCael).map(\.line) == ["deal=D-EXCL clause=c1 state=borea"])
    // Canopy is of another sector.
    #expect(bench.signing(Texts.canopyForCael(20_000)).isEmpty)
    var lenient = Bench()
    lenient.enforce(excl(["cael"]), id: "D-EXCL")
    #expect(lenient.signing(Texts.boreaToCael).isEmpty)
  }

  @Test("a new exclusivity may not break a deal in force")
  func conflict() {
    var bench = Bench()
    bench.enforce(Texts.boreaToCael, id: "D-SALE")
    let text = Texts.one(.excl, ["borea", "dorn"], ["programme": .word("lantern")])
    #expect(bench.signing(text).map(\.line) == ["deal=D-SALE"])
    let named = Texts.one(
      .excl, ["borea", "dorn"],
      ["programme": .word("lantern"), "except": .words(["cael"])])
    #expect(bench.signing(named).isEmpty)
  }

  @Test("the first payment is covered by TRE + B0 less what deals and orders claim")
  func treasury() {
    var bench = Bench()
    bench.world.states[Bench.cael].treasury = 0
    bench.world.states[Bench.cael].budget = 9_000
    let text = Texts.one(.exercise, ["aster", "cael"], ["intensity": .integer(2)])
    #expect(bench.signing(text).isEmpty)
    #expect(
      bench.signing(text, by: Bench.cael, claimed: 1_001).map(\.line)
        == ["have=7999 need=8000"])
    // The treasury is its owner's to know.
    bench.world.states[Bench.cael].budget = 7_999
    #expect(bench.signing(text, by: Bench.aster).isEmpty)
    #expect(bench.signing(text, by: Bench.cael).map(\.line) == ["have=7999 need=8000"])
  }

  @Test("deals in force claim their payments of this turn first")
  func claims() {
    var bench = Bench()
    bench.world.states[Bench.cael].budget = 9_999
    bench.enforce(Texts.one(.exercise, ["cael", "dorn"]))
    let text = Texts.one(.exercise, ["aster", "cael"], ["intensity": .integer(2)])
    #expect(bench.signing(text, by: Bench.cael).map(\.line) == ["have=7999 need=8000"])
  }

  @Test("clauses of one text pay from the same purse")
  func onePurse() {
    var bench = Bench()
    bench.world.states[Bench.cael].budget = 3_000
    let text = Texts.text([
      Texts.mutual(["aster", "cael"], .exercise),
      Texts.directed(["cael"], ["aster", "borea"], .sidepay, ["amount": .integer(600)]),
    ])
    #expect(
      bench.signing(text, by: Bench.cael).map { "\($0.clause?.text ?? "") \($0.line)" }
        == ["c2 have=1000 need=1200"])
  }

  @Test("a buyer needs the money of the part that is delivered first")
  func firstDelivery() {
    var bench = Bench()
    // 195 days leave 161 of 356 in the first turn: rdiv(20000 * 161, 356) = 9045 mU at 4000 $k.
    bench.world.states[Bench.cael].budget = 36_179
    #expect(
      bench.signing(Texts.canopyForCael(20_000), by: Bench.cael).map(\.line)
        == ["have=36179 need=36180"])
    bench.world.states[Bench.cael].budget = 36_180
    #expect(bench.signing(Texts.canopyForCael(20_000), by: Bench.cael).isEmpty)
  }

  @Test("who is no party signs nothing")
  func stranger() {
    #expect(
      Bench().signing(Texts.asterToCael, by: Bench.borea).map(\.name) == [.notAParty])
  }
}
