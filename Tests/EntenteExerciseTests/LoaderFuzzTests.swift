import Testing

@testable import EntenteExercise

/// Random damage, from fixed seeds: the loader always ends, and what it lets through is playable.
struct LoaderFuzzTests {
  /// A small generator, so that a seed names a run for ever.
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

  private static let pieces = [
    "\n", " ", "  ", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "&a ",
    "*a",
    "#", "%", "-1", "0", "99999999999999", "1e9", "~", "null", "aster", "canopy", "(", ")", ">=",
    "é",
    "\u{0}", "\u{202E}", "!!binary ", "<<: ", "---\n", "...", "? ", "@", "`", "\\", "\r",
  ]

  private static func damage(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...30, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 3: bytes.removeSubrange(place...)
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &dice)]
        bytes.insert(contentsOf: Array(piece.utf8), at: place)
      }
    }
    return bytes
  }

  @Test("Damaged packages end in findings or in an exercise", arguments: 1...8)
  func damage(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let files = try FirstAccord.package().files
    for round in 0..<12 {
      var changed = files
      let place = Int.random(in: 0..<changed.count, using: &dice)
      changed[place].bytes = Self.damage(changed[place].bytes, &dice)
      let package = ExercisePackage(files: changed)
      let result = ExerciseLoader.load(package, format: "class")
      #expect(
        (result.loaded == nil) == !result.findings.allowPlay,
        "seed \(seed), round \(round): \(result.findings)")
      #expect(result.findings == result.findings.sorted())
      for finding in result.findings where finding.line > 0 { #expect(finding.column > 0) }
    }
  }
}
