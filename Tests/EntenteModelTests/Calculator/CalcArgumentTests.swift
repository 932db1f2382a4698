import EntenteModel
import Testing

/// Values as people type them.
struct CalcArgumentTests {
  @Test(
    "Numbers take the suffixes of their unit or none",
    arguments: [
      ("slope", "90%", 9_000), ("slope", "4.25%", 425), ("slope", "450bp", 450),
      ("slope", "9000", 9_000), ("slope", "-5%", -500), ("listCost", "3m", 3_000),
      ("listCost", "3.5m", 3_500), ("listCost", "500k", 500), ("listCost", "10000", 10_000),
      ("listCost", "3M", 3_000), ("listQuantity", "100", 100), ("listQuantity", "100units", 100),
    ])
  func numbers(argument: String, text: String, value: Int) throws {
    #expect(try Self.argument("unit-cost", argument).parse(text: text) == .int(value))
  }

  @Test("Lots, days and capacity have their own suffixes")
  func otherUnits() throws {
    #expect(try Self.argument("rate-factor", "actual").parse(text: "2.5lots") == 2_500)
    #expect(try Self.argument("rate-factor", "actual").parse(text: "2500") == 2_500)
    #expect(try Self.argument("rate-factor", "actual").parse(text: "2500mU") == 2_500)
    #expect(try Self.argument("gates", "toolingBase").parse(text: "720d") == 720)
    #expect(try Self.argument("gates", "toolingBase").parse(text: "720days") == 720)
    #expect(try Self.argument("capacity-decay", "capacity").parse(text: "190cu") == 190)
    #expect(try Self.argument("capacity-growth", "costPerThousand").parse(text: "5m") == 5_000)
  }

  @Test(
    "What is no number of the unit is refused with the text typed",
    arguments: [
      ("slope", ""), ("slope", "%"), ("slope", "-"), ("slope", "."), ("slope", "1.5"),
      ("slope", "4.125%"), ("slope", "5k"), ("slope", "1-2"), ("slope", "--5"), ("slope", "5%%"),
      ("slope", "9.%"), ("slope", ".5%"), ("slope", "१%"), ("listCost", "1.2345m"),
      ("listCost", "9223372036854775807m"), ("listCost", "99999999999999999999"),
      ("listCost", "9223372036854775.999m"), ("listQuantity", "100%"), ("listQuantity", "abc"),
    ])
  func noNumbers(argument: String, text: String) throws {
    let argument = try Self.argument("unit-cost", argument)
    #expect(
      throws: CalcError.badArgument(
        argument: argument.name, value: .string(text), allowed: argument.allowed,
        detail: "cannot be read from \"\(text)\"")
    ) { try argument.parse(text: text) }
  }

  @Test(
    "Yes and no, in either language of machines",
    arguments: [("yes", true), ("no", false), ("TRUE", true), ("false", false)])
  func truth(text: String, value: Bool) throws {
    #expect(try Self.argument("buy-national", "waived").parse(text: text) == .bool(value))
  }

  @Test("Words are read in any case")
  func words() throws {
    #expect(try Self.argument("gates", "licence").parse(text: "Agreement") == "agreement")
    #expect(try Self.argument("concession-target", "exponent").parse(text: "half") == "half")
    #expect(throws: CalcError.self) { try Self.argument("gates", "licence").parse(text: "fast") }
  }

  @Test("Lists are separated by commas, objects by colons, pairs have a colon before the value")
  func lists() throws {
    #expect(try Self.argument("allocate", "weights").parse(text: "1,2,3") == [1, 2, 3])
    #expect(try Self.argument("line-output", "inputs").parse(text: "") == [])
    #expect(
      try Self.argument("readiness", "weights").parse(text: "60%,4000") == [6_000, 4_000])
    #expect(
      try Self.argument("concentration", "trusted").parse(text: "yes,no") == [true, false])
    #expect(
      try Self.argument("input-allocation", "requests").parse(text: "275lots:no,30000:yes") == [
        ["amount": 275_000, "rated": false], ["amount": 30_000, "rated": true],
      ])
    #expect(
      try Self.argument("edge", "clauses").parse(text: "8%:-1:in-force") == [
        ["weight": 800, "remaining": -1, "status": "in-force"]
      ])
    #expect(try Self.argument("groups", "states").parse(text: "a,b,c") == ["a", "b", "c"])
    #expect(
      try Self.argument("groups", "weights").parse(text: "a|b:26.23%,a|c:1500") == [
        "a|b": 2_623, "a|c": 1_500,
      ])
    #expect(
      try Self.argument("groups", "families").parse(text: "a|b:IND+ops,b|c:FIN") == [
        "a|b": ["IND", "OPS"], "b|c": ["FIN"],
      ])
    #expect(try Self.argument("groups", "families").parse(text: "") == .object([]))
  }

  @Test(
    "Lists with a hole, objects with too few fields and pairs without a value are refused",
    arguments: [
      ("allocate", "weights", "1,,2"), ("allocate", "weights", ","),
      ("input-allocation", "requests", "5"), ("input-allocation", "requests", "5:no:1"),
      ("groups", "weights", "a|b"), ("groups", "families", "a|b:IND+"),
    ])
  func holes(calculation: String, argument: String, text: String) throws {
    let argument = try Self.argument(calculation, argument)
    #expect(throws: CalcError.self) { try argument.parse(text: text) }
  }

  @Test("A whole line of words computes as the same arguments in JSON do")
  func line() throws {
    let result = try Calculator.evaluate(
      "unit-cost",
      words: [
        "listCost=10m", "listQuantity=100", "ownQuantity=100", "partnerQuantity=200",
        "commonality=90%", "slope=90%", "rateFactor=100%", "collaborationPremium=100%",
        "licencePremium=10000", "surgeFactor=10000bp",
      ])
    #expect(result["unitCost"] == 8_502)
    let groups = try Calculator.evaluate(
      "groups",
      words: [
        "states=a,b,c", "weights=a|b:2623,a|c:3432,b|c:1560", "families=a|b:IND,a|c:OPS",
        "threshold=15%",
      ])
    #expect(groups["groups"] == [["a", "b", "c"]])
  }

  @Test("Words without a value, twice or unknown are refused by name")
  func badWords() {
    func error(_ words: [String]) -> CalcError? {
      #expect(throws: CalcError.self) {
        try Calculator.evaluate("learning-curve", words: words)
      }
    }
    #expect(error(["quantity"])?.argument == "quantity")
    #expect(error(["quantty=1", "slope=90%"])?.allowed == "quantity, slope")
    #expect(error(["quantity=1", "quantity=2", "slope=90%"])?.argument == "quantity")
    #expect(error([""])?.argument == "")
    #expect(error(["=5"])?.value == "5")
  }

  @Test("Ranges in words are those of the reference")
  func allowed() throws {
    #expect(try Self.argument("threat", "inject").allowed == "integer -5000..5000 bp")
    #expect(
      try Self.argument("latent", "partners").allowed
        == "list of 0..13: object {latent: integer 0..10000 bp; depth: integer 0..3000 bp; "
        + "trust: integer 0..10000 bp}")
    #expect(
      try Self.argument("efficient-workshare", "readiness").allowed
        == "list of 2..14: integer 0..10000 bp, as long as `capacity`")
    #expect(
      try Self.argument("edge", "clauses").allowed
        == "list of 0..20: object {weight: integer 0..1600 bp; remaining: integer -1..20 turns; "
        + "status: \"in-force\" | \"signed\" | \"suspended\"}")
  }

  private static func argument(_ calculation: String, _ name: String) throws -> CalcArgument {
    let calculation = try #require(Calculator.named(calculation))
    return try #require(calculation.arguments.first { $0.name == name })
  }
}
