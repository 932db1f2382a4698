import Foundation
import Testing

@testable import EntenteExercise

/// Numbers at the ends of their ranges, put in by draws of fixed seeds: check ends with findings or
/// without, and never stops the program, although it plays a run of the exercise itself.
struct ExtremeNumbersTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let files = ["exercise.yaml", "states.yaml", "programmes.yaml", "world.yaml"]
  /// By what stands behind the digits.
  private static let extremes: [String: [String]] = [
    "%": ["0%", "100%", "0.01%", "50%"], "m": ["100000m", "0.001m", "1m"],
    "k": ["1k", "100000000k"], "": ["0", "1", "10000000", "1000000", "40", "360"],
  ]

  /// The text with one number, drawn, replaced by an extreme of its unit.
  private static func changed(_ text: String, _ dice: inout Dice) -> String {
    var places: [Range<String.Index>] = []
    var place = text.startIndex
    while place < text.endIndex {
      guard text[place].isASCII, text[place].isNumber else {
        place = text.index(after: place)
        continue
      }
      let end = text[place...].firstIndex { !$0.isNumber && $0 != "." } ?? text.endIndex
      places.append(place..<end)
      place = end
    }
    guard let range = places.randomElement(using: &dice) else { return text }
    let unit = text[range.upperBound...].prefix { "%mk".contains($0) }
    guard let value = extremes[String(unit)]?.randomElement(using: &dice) else { return text }
    let whole = range.lowerBound..<text.index(range.upperBound, offsetBy: unit.count)
    return text.replacingCharacters(in: whole, with: value)
  }

  @Test("No number makes check stop", arguments: 1...10)
  func check(seed: UInt64) throws {
    var dice = Dice(state: seed)
    for _ in 0..<8 {
      var package = try FirstAccord.package()
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let file = Self.files[Int.random(in: 0..<Self.files.count, using: &dice)]
        let place = try #require(package.files.firstIndex { $0.path == file })
        var files = package.files
        let text = String(decoding: files[place].bytes, as: UTF8.self)
        files[place].bytes = Array(Self.changed(text, &dice).utf8)
        package = ExercisePackage(files: files)
      }
      let findings = ExerciseLoader.check(package)
      #expect(findings == findings.sorted(), "seed \(seed)")
    }
  }
}
