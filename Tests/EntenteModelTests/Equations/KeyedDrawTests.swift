import EntenteModel
import Testing

/// Chance by key.
struct KeyedDrawTests {
  @Test(
    "A draw is SplitMix64 of its key, against published values",
    arguments: [
      (0 as UInt64, 0xE220_A839_7B1D_CDAF as UInt64),
      (1_234_567, 6_457_827_717_110_365_317),
      (1_234_567 &+ 0x9E37_79B9_7F4A_7C15, 3_203_168_211_198_807_973),
    ])
  func splitMix(key: UInt64, value: UInt64) {
    #expect(KeyedDraw.splitMix(key) == value)
    let drawn = KeyedDraw.draw(seed: key, turn: 0, stream: 0, entity: 0, sides: 1_000)
    #expect(drawn == Int(value % 1_000))
  }

  @Test("Turn, stream and entity have places of their own in the key")
  func places() {
    func draw(_ seed: UInt64, _ turn: Int, _ stream: Int, _ entity: Int) -> Int {
      KeyedDraw.draw(seed: seed, turn: turn, stream: stream, entity: entity, sides: 1_000_000)
    }
    #expect(draw(0, 3, 0, 0) == draw(3 << 48, 0, 0, 0))
    #expect(draw(0, 0, 5, 0) == draw(5 << 32, 0, 0, 0))
    #expect(draw(0, 0, 0, 7) == draw(7, 0, 0, 0))
    #expect(draw(1, 3, 2, 65_537) != draw(1, 3, 2, 65_538))
  }

  @Test("A draw stays below its sides and meets every side of a die")
  func range() {
    var met: Set<Int> = []
    for entity in 0..<500 {
      let side = KeyedDraw.draw(seed: .max, turn: 200, stream: 65_535, entity: entity, sides: 6)
      #expect((0..<6).contains(side))
      met.insert(side)
    }
    #expect(met.count == 6)
    #expect(KeyedDraw.draw(seed: 9, turn: 1, stream: 1, entity: 1, sides: 1) == 0)
  }
}
