import EntenteJSON
import Testing

struct ByteWordTests {
  @Test("The word search finds what a search byte by byte finds")
  func agreesWithTheSlowSearch() {
    var generator = SeededGenerator(seed: 5)
    let interesting: [UInt8] = [
      0, 9, 10, 11, 13, 0x1F, 0x20, 0x21, 0x22, 0x5C, 0x7E, 0x7F, 0x80, 0x8A, 0xFF,
    ]
    for _ in 0..<5000 {
      var bytes = [UInt8](repeating: 0x61, count: Int.random(in: 0...40, using: &generator))
      for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = interesting.randomElement(using: &generator)!
      }
      let start = Int.random(in: 0...bytes.count, using: &generator)
      bytes.withUnsafeBytes { buffer in
        let feed = ByteWord.firstIndex(of: 10, in: buffer, from: start)
        #expect(feed == bytes[start...].firstIndex(of: 10), "\(bytes)")
        let visible = ByteWord.firstNotVisibleASCII(in: buffer, from: start)
        let slow = bytes[start...].firstIndex { $0 < 0x20 || $0 > 0x7E } ?? bytes.count
        #expect(visible == slow, "\(bytes)")
        let plain = ByteWord.firstNotPlainASCII(in: buffer, from: start)
        let marks = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x5C } ?? bytes.count
        #expect(plain == min(slow, marks), "\(bytes)")
      }
    }
  }

  @Test("Every scalar decodes to itself and its length")
  func scalars() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      bytes.withUnsafeBytes { buffer in
        let found = UTF8Text.scalar(in: buffer, at: 0)
        if found?.value != value || found?.length != bytes.count {
          Issue.record("U+\(String(value, radix: 16)) decodes as \(String(describing: found))")
        }
      }
    }
  }
}
