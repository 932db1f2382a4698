import Testing

@testable import EntenteExercise

struct NumberTextTests {
  @Test(
    "Numbers are read in the unit of their kind",
    arguments: [
      ("55%", NumberText.Unit.share, 5500), ("4.25%", .share, 425), ("450bp", .share, 450),
      ("-2%", .share, -200), ("0%", .share, 0), ("180m", .money, 180_000),
      ("13.5m", .money, 13_500),
      ("900k", .money, 900), ("0", .money, 0), ("90", .lots, 90_000), ("2.5", .lots, 2500),
      ("0.001", .lots, 1), ("40000", .count, 40_000), ("-60", .count, -60),
      ("15min", .duration, 900),
      ("12h", .duration, 43_200), ("3d", .duration, 259_200), ("480", .duration, 480),
    ])
  func read(text: String, unit: NumberText.Unit, value: Int) throws {
    #expect(try NumberText.read(text, as: unit) == value)
  }

  @Test(
    "Numbers that do not fit are refused with the reason",
    arguments: [
      ("55", NumberText.Unit.share, NumberText.Problem.unitMissing), ("3", .money, .unitMissing),
      ("55m", .share, .wrongUnit("m")), ("55%", .count, .wrongUnit("%")),
      ("55%", .money, .wrongUnit("%")), ("5k", .lots, .wrongUnit("k")),
      ("4.125%", .share, .tooFine),
      ("0.5k", .money, .tooFine), ("1.5", .count, .tooFine), ("0.0001", .lots, .tooFine),
      ("0.5bp", .share, .tooFine), ("many", .count, .notANumber), ("", .count, .notANumber),
      ("1,5", .lots, .notANumber), ("5.", .lots, .notANumber), (".5", .lots, .notANumber),
      ("1e3", .count, .notANumber), ("--1", .count, .notANumber), ("1 m", .money, .notANumber),
      ("٣", .count, .notANumber), ("9999999999999", .count, .tooLong),
      ("1.2.3", .lots, .notANumber),
    ])
  func refuse(text: String, unit: NumberText.Unit, problem: NumberText.Problem) {
    #expect(throws: problem) { try NumberText.read(text, as: unit) }
  }

  @Test(
    "Numbers are printed as people type them",
    arguments: [
      (5500, NumberText.Unit.share, "55%"), (425, .share, "4.25%"), (-200, .share, "-2%"),
      (13_500, .money, "13500k"), (180_000, .money, "180m"), (0, .money, "0"), (2500, .lots, "2.5"),
      (60, .count, "60"),
    ])
  func printed(value: Int, unit: NumberText.Unit, text: String) {
    #expect(Wording.number(value, unit) == text)
  }
}
