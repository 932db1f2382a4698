import EntenteModel
import Testing

/// "Access test: for each receiving state that is not IP owner, SEC, TRU (of the IP owner in it)
/// and VAL at least the limits for the sensitivity, and sens < 5."
struct AccessRefusalTests {
  private static let canopyLine = Texts.text([
    Texts.directed(["dorn"], ["cael"], .licprod, ["programme": .word("canopy")])
  ])

  @Test("cael may buy canopy, tested one sensitivity lower, but not make it")
  func buyButNotMake() throws {
    let bench = Bench()
    #expect(bench.signing(Texts.canopyForCael(20_000)).isEmpty)
    let refusal = try #require(bench.signing(Self.canopyLine).first(.securityTooLow))
    #expect(refusal.line == "state=cael have=5000 need=6000")
    #expect(refusal.clause == "c1")
    #expect(refusal.sentence.contains("cael has security 50, and making canopy"))
    #expect(refusal.sentence.contains("asks for 60"))
    #expect(refusal.sentence.contains("security-upgrade"))
  }

  @Test("a buyer under the limit of the lower sensitivity is refused too")
  func buyer() throws {
    var bench = Bench()
    bench.world.states[Bench.cael].security = 4_999
    let refusal = try #require(
      bench.signing(Texts.canopyForCael(20_000)).first(.securityTooLow))
    #expect(refusal.line == "state=cael have=4999 need=5000")
  }

  @Test("the owner's trust in the receiver counts, not the receiver's in the owner")
  func trust() throws {
    var bench = Bench()
    bench.setTrust(of: Bench.aster, in: Bench.dorn, 1_000)
    #expect(bench.signing(Texts.dornToAster).isEmpty)
    bench.setTrust(of: Bench.dorn, in: Bench.aster, 5_499)
    let refusal = try #require(bench.signing(Texts.dornToAster).first(.trustTooLow))
    #expect(refusal.line == "owner=dorn state=aster have=5499 need=5500")
    // Trust is the two states' own to know.
    #expect(bench.signing(Texts.dornToAster, by: Bench.dorn).count == 1)
    let three = Texts.text([
      Texts.directed(["dorn"], ["aster"], .licprod, ["programme": .word("canopy")]),
      Texts.mutual(["aster", "borea", "dorn"], .dialogue),
    ])
    #expect(bench.signing(three, by: Bench.aster).first(.trustTooLow) != nil)
    #expect(bench.signing(three, by: Bench.borea).isEmpty)
  }

  @Test("values too far apart bar know-how")
  func values() throws {
    var bench = Bench()
    bench.setValues(Bench.aster, Bench.dorn, 5_400)
    let refusal = try #require(bench.signing(Texts.dornToAster).first(.valuesTooFar))
    #expect(refusal.line == "a=dorn b=aster have=5400 need=5500")
  }

  @Test("limits are those of the exercise")
  func limits() {
    let bench = Bench.changed { $0.access.security[3] = 7_001 }
    #expect(
      bench.signing(Texts.dornToAster).first(.securityTooLow)?.line
        == "state=aster have=7000 need=7001")
  }

  @Test("sensitivity 5 is never tradable")
  func never() throws {
    let bench = Bench.programmes { $0[Bench.canopy].sensitivity = 5 }
    let refusal = try #require(bench.signing(Texts.canopyForCael(20_000)).first)
    #expect(refusal.name == .neverTradable)
    #expect(refusal.line == "programme=canopy")
  }

  @Test("workshare of 1000 bp or more is know-how, less is not")
  func workshare() {
    func text(_ share: Int) -> DealText {
      Texts.text([
        Texts.mutual(
          ["aster", "cael", "dorn"], .coprod,
          [
            "programme": .word("canopy"), "lines": .words(["aster"]),
            "workshare": Texts.shares(
              ["aster": 5_000 - share, "cael": share, "dorn": 5_000]),
          ])
      ])
    }
    let bench = Bench()
    #expect(bench.signing(text(999)).isEmpty)
    #expect(bench.signing(text(1_000)).map(\.name) == [.securityTooLow])
  }

  @Test("a transfer is as sensitive as its depth, one more in HYP, UND and QTM")
  func transfer() throws {
    func text(_ domain: String, _ depth: String) -> DealText {
      Texts.text([
        Texts.directed(
          ["dorn"], ["cael"], .transfer, ["domain": .word(domain), "depth": .word(depth)])
      ])
    }
    var bench = Bench()
    bench.setTrust(of: Bench.dorn, in: Bench.cael, 9_000)
    bench.setValues(Bench.dorn, Bench.cael, 9_000)
    #expect(bench.signing(text("sen", "shallow")).isEmpty)
    #expect(
      bench.signing(text("und", "shallow")).first(.securityTooLow)?.line
        == "state=cael have=5000 need=6000")
    let deep = bench.signing(text("sen", "deep"))
    #expect(deep.map(\.name) == [.securityTooLow, .noSecurityAgreement])
    #expect(deep[1].line == "a=dorn b=cael")
    bench.world.states[Bench.cael].security = 9_000
    bench.enforce(Texts.one(.gsoia, ["cael", "dorn"], ["level": .integer(1)]))
    // A gsoia covers sensitivity up to level + 1.
    #expect(bench.signing(text("sen", "deep")).map(\.name) == [.noSecurityAgreement])
    bench.enforce(Texts.one(.gsoia, ["cael", "dorn"], ["level": .integer(2)]), id: "D-2")
    #expect(bench.signing(text("sen", "deep")).isEmpty)
  }
}
