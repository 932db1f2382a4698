import EntenteModel
import Testing

/// E214: "IP owner or consent holder has not agreed".
struct ConsentRefusalTests {
  private static let coprod = Texts.text([
    Texts.mutual(
      ["aster", "cael"], .coprod,
      [
        "programme": .word("canopy"), "lines": .words(["aster"]),
        "workshare": Texts.shares(["aster": 10_000]),
      ])
  ])

  @Test("coproduction needs the owner as a party")
  func coproduction() throws {
    let bench = Bench()
    let refusal = try #require(bench.signing(Self.coprod).first(.noIPConsent))
    #expect(refusal.line == "programme=canopy owner=dorn")
    #expect(refusal.sentence.contains("name dorn a party"))
    var withOwner = Self.coprod
    withOwner.parties = ["aster", "cael", "dorn"]
    #expect(bench.signing(withOwner).isEmpty)
  }

  @Test("a licence with territory parties to a line state is consent, territory own is not")
  func licensed() {
    func licence(_ territory: String) -> DealText {
      Texts.text([
        Texts.directed(
          ["dorn"], ["aster"], .licprod,
          ["programme": .word("canopy"), "territory": .word(territory)])
      ])
    }
    var own = Bench()
    own.enforce(licence("own"))
    #expect(own.signing(Self.coprod).map(\.name) == [.noIPConsent])
    var parties = Bench()
    parties.enforce(licence("parties"))
    #expect(parties.signing(Self.coprod).isEmpty)
  }

  @Test("only the owner gives a licence")
  func licence() {
    let text = Texts.text([
      Texts.directed(["aster"], ["borea"], .licprod, ["programme": .word("lantern")])
    ])
    #expect(Bench().signing(text).first(.noIPConsent)?.line == "programme=lantern owner=borea")
  }

  @Test("an open design needs no licence")
  func openDesign() {
    let bench = Bench.programmes { $0[Bench.lantern].owner = nil }
    let text = Texts.text([
      Texts.directed(["borea"], ["aster"], .licprod, ["programme": .word("lantern")])
    ])
    #expect(bench.signing(text).map(\.line) == ["programme=lantern owner=none"])
    let together = Texts.text([
      Texts.mutual(
        ["aster", "borea"], .coprod,
        [
          "programme": .word("lantern"), "lines": .words(["aster"]),
          "workshare": Texts.shares(["aster": 10_000]),
        ])
    ])
    #expect(bench.signing(together).isEmpty)
  }

  @Test("a sale by a licensee needs the owner, or its reexport that names the buyer")
  func sale() throws {
    var bench = Bench()
    bench.conclude(Texts.dornToAster, id: "D-LINE")
    let sale = Texts.text([
      Texts.directed(
        ["aster"], ["borea"], .offtake, ["programme": .word("canopy"), "lots": .integer(1_000)])
    ])
    #expect(bench.signing(sale).map(\.line) == ["programme=canopy owner=dorn"])
    func reexport(_ consent: [String]) -> DealText {
      Texts.text([
        Texts.directed(
          ["dorn"], ["aster"], .reexport,
          ["programme": .word("canopy"), "consent": .words(consent)])
      ])
    }
    bench.enforce(reexport(["cael"]), id: "D-1")
    #expect(bench.signing(sale).map(\.name) == [.noIPConsent])
    bench.enforce(reexport(["borea"]), id: "D-2")
    #expect(bench.signing(sale).isEmpty)
  }

  @Test("a consent holder counts like the owner")
  func consentHolder() {
    let bench = Bench.programmes { $0[Bench.canopy].consentHolders = [Bench.borea] }
    #expect(
      bench.signing(Texts.canopyForCael(20_000)).map(\.line)
        == ["programme=canopy owner=borea"])
    #expect(bench.signing(Texts.dornToAster).map(\.line) == ["programme=canopy owner=borea"])
  }

  @Test("consent to re-export comes from those with a say")
  func reexport() {
    let text = Texts.text([
      Texts.directed(["aster"], ["cael"], .reexport, ["programme": .word("canopy")])
    ])
    #expect(Bench().signing(text).map(\.line) == ["programme=canopy owner=dorn"])
  }

  @Test("a design that is not developed cannot be built")
  func undeveloped() {
    let bench = Bench.programmes { $0[Bench.canopy].isDeveloped = false }
    #expect(bench.signing(Texts.dornToAster).map(\.name) == [.unknownID])
  }

  @Test("a deal that carries a line off without its owner is remembered")
  func leftWithoutConsent() {
    var bench = Bench()
    bench.enforce(
      Texts.text([
        Texts.directed(
          ["dorn"], ["aster"], .licprod,
          ["programme": .word("canopy"), "territory": .word("parties")])
      ]))
    #expect(!bench.world.programmes[Bench.canopy].leftWithoutConsent)
    bench.conclude(Self.coprod)
    #expect(bench.world.programmes[Bench.canopy].leftWithoutConsent)
  }
}
