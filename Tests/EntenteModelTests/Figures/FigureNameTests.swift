import EntenteModel
import Testing

struct FigureNameTests {
  private let scenario = FirstAccord.scenario()

  private func read(_ text: String, reader: Int? = nil) throws(FigureNameError) -> String {
    try FigureName(text, reader: reader, in: scenario).text(in: scenario)
  }

  @Test(
    "names are read as typed and as cards write them, and printed in one form",
    arguments: [
      ("gap:cael", "gap:cael"), ("gap(cael)", "gap:cael"), ("GAP:Cael", "gap:cael"),
      ("readiness:dorn", "rdy:dorn"), ("latent:dorn", "lat:dorn"),
      ("score:cael:sec", "score:cael:sec"), ("unit-cost:dorn-canopy", "unit-cost:dorn-canopy"),
      ("unit-cost:canopy", "unit-cost:canopy"), ("unit-cost(lantern)", "unit-cost:lantern"),
      ("trust:aster:borea", "trust:aster:borea"), ("interop:cael:dorn", "interop:cael:dorn"),
      ("tie:aster:cael", "tie:aster:cael"), ("val:aster:cael", "val:aster:cael"),
      ("ic:aster:amd", "ic:aster:amd"), ("tr:borea:aut", "tr:borea:aut"),
      ("ct:borea:aut", "ct:borea:aut"), ("th:marches", "th:marches"), ("adv:sen", "adv:sen"),
      ("workshare(aster, canopy)", "workshare:aster:canopy"),
      ("lines(aster,*)", "lines:aster:*"), ("openlines(aster,canopy)", "openlines:aster:canopy"),
      ("adopters(lantern,borea)", "adopters:lantern:borea"),
      ("deals(cael,exercise)", "deals:cael:exercise"), ("spent(cael,pools)", "spent:cael:pools"),
      ("tokens(*)", "tokens:*"), ("wins(accel)", "wins:accel"), ("dev(canopy)", "dev:canopy"),
      ("output:borea-lantern", "output:borea-lantern"), ("capacity:g1", "capacity:G1"),
      ("salience:G12", "salience:G12"), ("col", "col"), ("turn", "turn"), ("groups", "groups"),
    ])
  func forms(typed: String, printed: String) throws {
    #expect(try read(typed) == printed)
  }

  @Test(
    "the own state left out means oneself",
    arguments: [
      ("gap", "gap:cael"), ("nat", "nat:cael"), ("score:sec", "score:cael:sec"),
      ("trust:dorn", "trust:cael:dorn"), ("stock:canopy", "stock:cael:canopy"),
      ("adopters:lantern", "adopters:lantern:cael"), ("tr:sen", "tr:cael:sen"),
      ("lines:*", "lines:cael:*"), ("deals:exercise", "deals:cael:exercise"),
      ("leak:canopy", "leak:canopy"),
    ])
  func oneself(typed: String, printed: String) throws {
    #expect(try read(typed, reader: Bench.cael) == printed)
  }

  @Test("what is printed reads as the same name", arguments: FigureWord.allCases)
  func roundTrip(word: FigureWord) throws {
    let objects = word.objects.map { kind -> String in
      switch kind {
      case .state, .stateOrAll: "dorn"
      case .programme, .programmeOrAll: "canopy"
      case .line, .programmeOrLine: "dorn-canopy"
      case .theatre: "marches"
      case .domain: "sen"
      case .sector: "amd"
      case .term: "lat"
      case .clause: "acsa"
      case .group: "G2"
      case .pools: "pools"
      }
    }
    let text = ([word.rawValue] + objects).joined(separator: ":")
    let name = try FigureName(text, reader: nil, in: scenario)
    #expect(name.text(in: scenario) == text)
    #expect(try FigureName(name.cardText(in: scenario), reader: nil, in: scenario) == name)
    #expect(word.meaning.hasSuffix("."))
    #expect(word.meaning.count <= 98)
  }

  @Test("lines of ids with hyphens are told apart")
  func hyphens() throws {
    var programmes = scenario.programmes
    programmes[0].id = "long-canopy"
    let other = Scenario(
      parameters: scenario.parameters, states: scenario.states,
      programmes: programmes.sorted { $0.id < $1.id }, theatres: scenario.theatres,
      pairs: scenario.pairs, lines: [])
    let name = try FigureName("output:dorn-long-canopy", reader: nil, in: other)
    #expect(name.objects == [.line(state: Bench.dorn, programme: 1)])
  }

  @Test(
    "a miss names the nearest word",
    arguments: [
      ("gpa", "There is no figure \"gpa\". Did you mean \"gap\"?"),
      ("gap:caell", "\"caell\" in \"gap\" is no state here. Did you mean \"cael\"?"),
      ("leak:canpy", "\"canpy\" in \"leak\" is no programme here. Did you mean \"canopy\"?"),
      ("score:cael:sek", "\"sek\" in \"score\" is no term here. Did you mean \"sec\"?"),
      (
        "th:moon", "\"moon\" in \"th\" is no theatre here. Known: marches."
      ),
      ("gap:cael:dorn", "\"gap\" is written gap:STATE, not with 2 names behind it."),
      ("trust:cael", "\"trust\" is written trust:STATE:STATE, not with 1 names behind it."),
    ])
  func misses(typed: String, sentence: String) {
    #expect {
      _ = try FigureName(typed, reader: nil, in: scenario)
    } throws: { error in
      (error as? FigureNameError)?.sentence == sentence
    }
  }

  @Test("a star is no state where one state is asked")
  func star() {
    #expect(throws: FigureNameError.self) { try read("gap:*") }
    #expect(throws: FigureNameError.self) { try read("") }
  }

  @Test("figures are written for people in their unit")
  func units() {
    #expect(FigureUnit.points.text(4_633) == "46.33")
    #expect(FigureUnit.points.text(5_000) == "50")
    #expect(FigureUnit.points.text(-250) == "-2.5")
    #expect(FigureUnit.points.spoken(7) == "0.07 points")
    #expect(FigureUnit.money.text(12_500) == "12.5m")
    #expect(FigureUnit.money.text(0) == "0")
    #expect(FigureUnit.lots.spoken(2_500) == "2.5 lots")
    #expect(FigureUnit.lots.spoken(1_000) == "1 lot")
    #expect(FigureUnit.days.spoken(1) == "1 day")
    #expect(FigureUnit.capacity.spoken(12_000) == "12000 cu")
    #expect(FigureUnit.count.text(3) == "3")
    #expect(Figures.band(0) == "0-9")
    #expect(Figures.band(5_999) == "50-59")
    #expect(Figures.band(10_000) == "90-99")
  }
}
