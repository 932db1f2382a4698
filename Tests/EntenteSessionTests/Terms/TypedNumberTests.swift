import EntenteSession
import Testing

struct TypedNumberTests {
  @Test(
    "shares are typed in per cent or basis points",
    arguments: [
      ("50%", 5000), ("4.25%", 425), ("450bp", 450), ("0", 0), ("0%", 0), ("62.5%", 6250),
      ("100%", 10_000), ("007%", 700), ("0.01%", 1),
    ])
  func shares(typed: String, value: Int) throws {
    #expect(try TypedNumber.pct(typed) == value)
  }

  @Test(
    "money is typed in thousands or millions",
    arguments: [
      ("500k", 500), ("3m", 3000), ("3.5m", 3500), ("0", 0), ("0m", 0), ("3.5550m", 3555),
      ("1.0k", 1), ("12345k", 12_345),
    ])
  func money(typed: String, value: Int) throws {
    #expect(try TypedNumber.money(typed) == value)
  }

  @Test("lots have up to three decimals", arguments: [("6", 6000), ("2.5", 2500), ("0.001", 1)])
  func lots(typed: String, value: Int) throws {
    #expect(try TypedNumber.lots(typed) == value)
  }

  @Test("counts are whole", arguments: [("8", 8), ("0", 0), ("012", 12)])
  func counts(typed: String, value: Int) throws {
    #expect(try TypedNumber.int(typed) == value)
  }

  @Test("yes and no are the only answers")
  func answers() {
    #expect(TypedNumber.flag("yes") == true)
    #expect(TypedNumber.flag("no") == false)
    #expect(TypedNumber.flag("true") == nil)
  }

  private typealias Reader = @Sendable (String) throws(NumberFault) -> Int

  private func fault(_ text: String, _ reader: Reader) -> String {
    do {
      return String(try reader(text))
    } catch {
      return "\(error.reason.rawValue): \(error.sentence)"
    }
  }

  @Test(
    "a share that cannot be read says why",
    arguments: [
      ("50", "unit-missing: Write 50%: a share needs % or bp"),
      ("3m", "unit-missing: Write 3%: a share needs % or bp"),
      ("4.125%", "too-fine: Shares have at most two decimals"),
      ("4.250%", "too-fine: Shares have at most two decimals"),
      ("4.5bp", "too-fine: Basis points have no decimals"),
      ("4.%", "bad-number: \"4.%\" has no digit after the point"),
      ("-5%", "bad-number: Numbers here are 0 or more"),
      ("5x", "bad-number: \"5x\" is not a number"),
      ("1.2.3%", "bad-number: \"1.2.3%\" is not a number"),
      ("9999999999999%", "out-of-range: This number is too large"),
    ])
  func shareFaults(typed: String, said: String) {
    #expect(fault(typed) { text throws(NumberFault) in try TypedNumber.pct(text) } == said)
  }

  @Test(
    "a sum that cannot be read says why",
    arguments: [
      ("3", "unit-missing: Write 3k or 3m: money needs k or m"),
      ("3.5", "unit-missing: Write 3.5k or 3.5m: money needs k or m"),
      ("0.5k", "too-fine: The smallest sum is 1k"),
      ("1.0005m", "too-fine: The smallest sum is 1k"),
    ])
  func sumFaults(typed: String, said: String) {
    #expect(fault(typed) { text throws(NumberFault) in try TypedNumber.money(text) } == said)
  }

  @Test(
    "lots and counts that cannot be read say why",
    arguments: [
      ("2.1234", "too-fine: Lots have at most three decimals"),
      ("6m", "bad-number: Lots have no unit: write 6"),
    ])
  func lotFaults(typed: String, said: String) {
    #expect(fault(typed) { text throws(NumberFault) in try TypedNumber.lots(text) } == said)
  }

  @Test("a count with decimals or a unit is no whole number", arguments: ["2.5", "8k", "8.0"])
  func countFaults(typed: String) {
    #expect(
      fault(typed) { text throws(NumberFault) in try TypedNumber.int(text) }
        == "bad-number: \"\(typed)\" is not a whole number")
  }

  @Test("printing takes the shortest exact form")
  func printing() {
    #expect(
      [5000, 425, 6250, 0, 1].map(TypedNumber.printed(pct:)) == [
        "50%", "4.25%", "62.5%", "0%", "0.01%",
      ])
    #expect(
      [3000, 3500, 500, 0, 12_345, 3550, 999, 1000].map(TypedNumber.printed(money:))
        == ["3m", "3.5m", "500k", "0", "12345k", "3.55m", "999k", "1m"])
    #expect([2500, 6000, 1, 0].map(TypedNumber.printed(lots:)) == ["2.5", "6", "0.001", "0"])
    #expect([true, false].map(TypedNumber.printed(flag:)) == ["yes", "no"])
  }

  @Test(
    "what is printed is read as the same number",
    arguments: [0, 1, 9, 10, 99, 100, 1001, 9999, 10_000, 123_456_789])
  func roundTrip(value: Int) throws {
    #expect(try TypedNumber.pct(TypedNumber.printed(pct: value)) == value)
    #expect(try TypedNumber.money(TypedNumber.printed(money: value)) == value)
    #expect(try TypedNumber.lots(TypedNumber.printed(lots: value)) == value)
  }
}
