import EntenteModel
import Testing

/// The table of calculations, and every example of the reference with its result.
struct CalculatorTests {
  static let results: [(String, CalcValue)] = [
    ("allocate", ["parts": [4058, 3140, 1739, 1063]]),
    ("draw", ["value": 55]),
    ("learning-curve", ["factor": 423_068]),
    ("unit-cost", ["unitCost": 8502, "effectiveQuantity": 280]),
    ("rate-factor", ["factor": 13_000]),
    ("efficient-workshare", ["shares": [4058, 3140, 1739, 1063]]),
    ("collaboration-premium", ["premium": 11_277, "mismatch": 758]),
    ("development-cost", ["factor": 17_320, "payment": 17_320]),
    ("licence-premium", ["premium": 13_500]),
    ("buy-national", ["evaluated": 13_500]),
    (
      "gates",
      [
        "ratification": 90, "disclosure": 180, "licence": 180, "contracting": 360, "tooling": 684,
        "test": 120, "total": 1614,
      ]
    ),
    ("gate-schedule", ["credit": 176, "outputTurn": 10, "leftoverDays": 146, "firstOutput": 0]),
    ("capacity-growth", ["growth": 2800, "refund": 999_986_000]),
    ("capacity-decay", ["loss": 420]),
    ("line-output", ["output": 18_095]),
    ("input-allocation", ["allocations": [249_219, 27_187, 13_594]]),
    ("concentration", ["concentration": 5400]),
    ("fragility", ["fragility": 3180]),
    ("own-research", ["gain": 160]),
    ("transfer", ["gain": 144]),
    ("civil-technology", ["gain": 240, "maturity": 1000]),
    ("entry-barrier", ["barrier": 5875]),
    ("firms", ["margin": 600, "firms": 215, "bonus": 300]),
    ("accelerator", ["teams": 100, "wins": 20, "gain": 175, "tokens": 4]),
    ("interoperability-technical", ["value": 3240]),
    ("interoperability-procedural", ["value": 4120]),
    ("interoperability-logistic", ["value": 2061]),
    ("interoperability-data", ["value": 1486]),
    ("interoperability-composite", ["composite": 2107, "level": 1]),
    ("leak", ["increment": 835, "meter": 835, "fired": false]),
    ("trust", ["trust": 6320]),
    ("ratification-cost", ["cost": 1242]),
    ("political-capital", ["capital": 5194]),
    ("adequacy", ["adequacy": 2758]),
    ("readiness", ["readiness": 3360]),
    ("partner-contribution", ["contribution": 710]),
    ("gap", ["pressure": 6750, "support": 710, "gap": 2080]),
    ("latent", ["own": 5000, "access": 585, "latent": 5585]),
    ("threat", ["threat": 6294]),
    ("adversary", ["level": 6236]),
    ("governance-erosion", ["meter": 1175]),
    ("edge", ["depth": 1600, "weight": 976]),
    (
      "groups",
      [
        "groups": [["a", "b", "c"], ["a", "c", "d"]],
        "dyads": [["a", "b"], ["a", "c"], ["a", "d"], ["b", "c"], ["c", "d"]], "lattice": 7500,
        "hub": 6409,
      ]
    ),
    ("formation", ["formation": 4033]),
    ("management", ["fairness": 8600, "management": 8430]),
    ("salience", ["salience": 4385]),
    ("typology", ["capacity": 4533, "interoperability": 5467, "quadrant": "common-shield"]),
    ("cost-score", ["score": 5600]),
    ("national-score", ["national": 5940, "final": 4752]),
    ("collective-score", ["score": 6050]),
    ("budget", ["budget": 1996]),
    ("concession-target", ["target": 7750]),
  ]

  @Test("There are 52 calculations, each once, in the order of the reference")
  func table() {
    #expect(Calculator.all.map(\.name) == Self.results.map(\.0))
    #expect(Set(Calculator.all.map(\.name)).count == 52)
  }

  @Test("The example of each calculation gives its result, in the order of the reference")
  func examples() throws {
    for (name, expected) in Self.results {
      let calculation = try #require(Calculator.named(name))
      let result = try Calculator.evaluate(name, arguments: calculation.example)
      #expect(CalcValue.object(result.out) == expected, "\(name)")
    }
  }

  @Test("Each calculation names its results, its section and a sentence, and tells its steps")
  func entries() throws {
    for calculation in Calculator.all {
      let result = try calculation.evaluate(calculation.example)
      #expect(result.out.map(\.0) == calculation.results.map(\.name), "\(calculation.name)")
      #expect(calculation.summary.hasSuffix("."), "\(calculation.name)")
      #expect(!calculation.output.isEmpty, "\(calculation.name)")
      #expect(
        calculation.example.map(\.0) == calculation.arguments.map(\.name),
        "\(calculation.name)")
      let isSection = ["2.1", "2.5", "bots"].contains(calculation.equation)
      #expect(isSection || calculation.equation.hasPrefix("EQ"), "\(calculation.name)")
      #expect(!result.trace.isEmpty || calculation.name == "allocate", "\(calculation.name)")
    }
  }

  @Test("Every equation EQ1 to EQ31 has a calculation")
  func everyEquation() {
    let equations = Set(Calculator.all.map(\.equation))
    #expect((1...31).filter { !equations.contains("EQ\($0)") }.isEmpty)
  }

  @Test("The steps of a unit cost are learning, rate, collaboration, licence, surge")
  func trace() throws {
    let unitCost = try #require(Calculator.named("unit-cost"))
    let result = try unitCost.evaluate(unitCost.example)
    #expect(
      result.trace.map(\.name) == [
        "effectiveQuantity", "learning", "rate", "collaboration", "licence", "surge",
      ])
    #expect(result.trace.last?.value == 8_502)
  }

  @Test("The order of the arguments does not matter")
  func anyOrder() throws {
    for calculation in Calculator.all {
      let straight = try calculation.evaluate(calculation.example)
      let turned = try calculation.evaluate(calculation.example.reversed())
      #expect(CalcValue.object(straight.out) == .object(turned.out), "\(calculation.name)")
    }
  }

  @Test("An unknown name names the nearest")
  func unknownName() {
    #expect(
      throws: CalcError.unknownCalculation(name: "unit-csot", nearest: "unit-cost")
    ) { try Calculator.evaluate("unit-csot", arguments: []) }
    #expect(Calculator.nearest("interoperability-procedural") == "interoperability-procedural")
    #expect(Calculator.nearest("Trust") == "trust")
    #expect(Calculator.named("Trust") == nil)
    #expect(!Calculator.nearest("").isEmpty)
    #expect(!Calculator.nearest(String(repeating: "x", count: 100_000)).isEmpty)
  }
}
