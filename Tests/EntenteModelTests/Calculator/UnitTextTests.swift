import EntenteModel
import Testing

/// Numbers as people read them.
struct UnitTextTests {
  @Test(
    "Shares are per cent in the shortest exact form",
    arguments: [
      (5_500, "55%"), (425, "4.25%"), (450, "4.5%"), (0, "0%"), (10_000, "100%"), (1, "0.01%"),
      (-300, "-3%"), (-5, "-0.05%"),
    ])
  func shares(value: Int, text: String) {
    #expect(UnitText.print(value, unit: "bp") == text)
  }

  @Test(
    "Money is in thousands or millions, whichever is shorter",
    arguments: [
      (3_000, "3m"), (3_500, "3.5m"), (500, "500k"), (0, "0"), (8_502, "8502k"),
      (1_250, "1.25m"), (999_986_000, "999986m"), (-500, "-500k"), (-3_500, "-3.5m"),
    ])
  func money(value: Int, text: String) {
    #expect(UnitText.print(value, unit: "$k") == text)
    #expect(UnitText.money(value) == text)
  }

  @Test(
    "Lots have up to three decimals",
    arguments: [
      (250_000, "250 lots"), (14_474, "14.474 lots"), (2_130, "2.13 lots"), (1_000, "1 lot"),
      (5, "0.005 lots"), (0, "0 lots"),
    ])
  func lots(value: Int, text: String) {
    #expect(UnitText.print(value, unit: "mU") == text)
  }

  @Test("Days, other units and bare numbers")
  func others() {
    #expect(UnitText.print(146, unit: "days") == "146 d")
    #expect(UnitText.print(176, unit: "days/turn") == "176 d a turn")
    #expect(UnitText.print(2_800, unit: "cu") == "2800 cu")
    #expect(UnitText.print(4, unit: "") == "4")
    #expect(UnitText.print(2_500, unit: "mU/turn") == "2.5 lots a turn")
  }

  @Test("Lists, words and truths")
  func shapes() {
    #expect(UnitText.print([4_058, 3_140], unit: "bp") == "40.58%, 31.4%")
    #expect(UnitText.print([["a", "b"], ["c", "d"]], unit: "") == "a, b; c, d")
    #expect(UnitText.print([], unit: "") == "none")
    #expect(UnitText.print(true, unit: "") == "yes")
    #expect(UnitText.print("common-shield", unit: "") == "common-shield")
  }

  @Test("The extreme numbers print")
  func extremes() {
    #expect(UnitText.print(.min, unit: "bp") == "-92233720368547758.08%")
    #expect(UnitText.print(.max, unit: "mU") == "9223372036854775.807 lots")
    #expect(UnitText.money(.min) == "-9223372036854775808k")
  }

  @Test("What is printed reads back, for every share, sum and quantity")
  func roundTrip() {
    var random = SplitMixSequence(seed: 7)
    for _ in 0..<2_000 {
      let value = random.integer(-20_000...2_000_000_000)
      for unit in ["bp", "$k", "mU", "days", "cu", "units"] {
        let text = UnitText.print(value, unit: unit).filter { $0 != " " }
        #expect(UnitText.read(text, unit: unit) == value, "seed 7: \(text)")
      }
    }
  }

  @Test("The results of a calculation as lines")
  func lines() throws {
    let calculation = try #require(Calculator.named("unit-cost"))
    let result = try calculation.evaluate(calculation.example)
    #expect(
      calculation.lines(of: result) == [
        "unitCost           8502k", "effectiveQuantity  280 units",
      ])
  }
}
