import EntenteModel
import EntenteSession

extension Vocabulary {
  /// The names the examples of the terms language use.
  static let test = Vocabulary(
    states: [
      "aster", "borea", "cael", "dorn", "aus", "deu", "esp", "fra", "gbr", "jpn", "kor", "nld",
      "nor", "pol", "rou", "usa",
    ],
    programmes: ["canopy", "lantern", "p02", "p05", "p07", "p11", "p14"],
    theatres: ["air", "land", "mar", "marches"],
    otherNames: ["joral": "jpn"], turn: 1, lastTurn: 8)
}

/// What `typed` means between aster, borea, cael and dorn, sent by aster.
func parse(
  _ typed: String, vocabulary: Vocabulary = .test, source: TermsSource = .line(column: 1)
) -> (text: DealText?, findings: [TermsFinding]) {
  TermsParser.parse(
    typed, sender: "aster", addressees: ["borea", "cael", "dorn"], vocabulary: vocabulary,
    source: source)
}

/// A small generator of random numbers that a seed repeats exactly (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
