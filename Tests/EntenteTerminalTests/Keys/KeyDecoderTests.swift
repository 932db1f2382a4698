import EntenteTerminal
import Testing

@Suite("KeyDecoder") struct KeyDecoderTests {
  static let sequences: [(String, [Key])] = [
    ("abc", [.text("abc")]),
    ("ž漢🦊", [.text("ž漢🦊")]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD\u{1B}OH\u{1B}OF", [.up, .down, .right, .left, .home, .end]),
    (
      "\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      [.home, .end, .home, .end, .home, .end]
    ),
    ("\u{1B}[3~\u{7F}\u{08}", [.delete, .backspace, .backspace]),
    ("\u{1B}[1;5C\u{1B}[1;5D\u{1B}f\u{1B}b", [.wordRight, .wordLeft, .wordRight, .wordLeft]),
    ("\u{17}\u{1B}\u{7F}\u{1B}d", [.deleteWordBack, .deleteWordBack, .deleteWordForward]),
    ("\u{01}\u{05}\u{02}\u{06}\u{10}\u{0E}", [.home, .end, .left, .right, .up, .down]),
    ("\u{0B}\u{15}\u{19}", [.killToEnd, .killToStart, .yank]),
    ("\u{03}\u{04}\u{0C}\t\r", [.interrupt, .endOfInput, .clearScreen, .tab, .enter]),
    (
      "\u{1B}[200~one\rtwo\u{1B}[Athree\u{1B}[201~x", [.paste("one\ntwo\u{1B}[Athree"), .text("x")]
    ),
    ("a\u{1B}[5~\u{1B}[24~\u{1B}[Z\u{1B}[?1;2cb", [.text("ab")]),
    ("\u{1B}\u{1B}[Aq", [.up, .text("q")]),
    ("\u{00}\u{1C}z", [.text("z")]),
  ]

  @Test("what a terminal sends becomes keys", arguments: sequences)
  func whole(bytes: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(bytes.utf8)) == keys)
  }

  @Test("it does not matter in which pieces the bytes come", arguments: sequences)
  func pieces(bytes: String, keys: [Key]) {
    var decoder = KeyDecoder()
    var found: [Key] = []
    for byte in bytes.utf8 {
      for key in decoder.decode([byte]) {
        if case .text(let more) = key, case .text(let text)? = found.last {
          found[found.count - 1] = .text(text + more)
        } else {
          found.append(key)
        }
      }
    }
    #expect(found == keys)
  }

  @Test("bytes that are no UTF-8 type nothing")
  func rubbish() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xFF, 0xC0, 0x80, 0x61, 0xED, 0xA0, 0x80, 0x62]) == [.text("ab")])
  }

  @Test("a paste without an end does not swallow everything that follows for ever")
  func endlessPaste() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~".utf8)) == [])
    let keys = decoder.decode(Array(repeating: 0x61, count: 300_000))
    #expect(keys.count == 1)
  }
}
