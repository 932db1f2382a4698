import EntenteWire
import NIOCore
import NIOTestUtils
import Testing

struct LineFramerTests {
  private static func line(_ text: String) -> WireInput { .line(ByteBuffer(string: text)) }

  /// What a connection of `bytes` means when they arrive in `pieces`.
  private func inputs(_ pieces: [[UInt8]], limit: Int = 16) -> [WireInput] {
    var framer = LineFramer(lineBytesMax: limit)
    var buffer = ByteBuffer()
    var inputs: [WireInput] = []
    for piece in pieces {
      buffer.writeBytes(piece)
      while let input = framer.next(in: &buffer) { inputs.append(input) }
    }
    return inputs
  }

  @Test("Lines end in LF or CRLF, however the bytes arrive")
  func decoder() throws {
    try ByteToMessageDecoderVerifier.verifyDecoder(
      stringInputOutputPairs: [
        ("status\n", [Self.line("status")]),
        ("status\r\n", [Self.line("status")]),
        ("\n", [Self.line("")]),
        ("\r\n", [Self.line("")]),
        ("say a\rb\n", [Self.line("say a\rb")]),
        ("x\r\r\n", [Self.line("x\r")]),
        ("\rx\n", [Self.line("\rx")]),
        ("a\nb\r\nc\n", [Self.line("a"), Self.line("b"), Self.line("c")]),
        (
          String(repeating: "y", count: 512) + "\r\n",
          [Self.line(String(repeating: "y", count: 512))]
        ),
        (String(repeating: "y", count: 513) + "\n", [.tooLong(opensBody: false)]),
        (String(repeating: "y", count: 2000) + " <<\r\n", [.tooLong(opensBody: true)]),
        (
          String(repeating: "y", count: 2000) + " << \nx\n",
          [.tooLong(opensBody: true), Self.line("x")]
        ),
      ], decoderFactory: { LineDecoder() })
  }

  @Test("Whole, byte by byte and in random pieces, a stream gives the same lines")
  func splits() {
    for seed in UInt64(1)...400 {
      var generator = SeededGenerator(seed: seed)
      var stream: [UInt8] = []
      for _ in 0..<20 {
        let parts = [
          "a", "word", " ", "\t", "<<", " <<", "\r", "é", String(repeating: "z", count: 15),
        ]
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
          stream.append(contentsOf: generator.pick(parts).utf8)
        }
        stream.append(contentsOf: generator.pick(["\n", "\r\n"]).utf8)
      }
      let whole = inputs([stream])
      #expect(inputs(stream.map { [$0] }) == whole, "seed \(seed)")
      #expect(inputs(generator.pieces(stream)) == whole, "seed \(seed)")
      #expect(whole == reference(stream, limit: 16), "seed \(seed)")
    }
  }

  /// The same answer by the shortest means: split first, judge after.
  private func reference(_ stream: [UInt8], limit: Int) -> [WireInput] {
    stream.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { piece in
      var line = Array(piece)
      if line.last == 0x0D { line.removeLast() }
      if line.count <= limit { return .line(ByteBuffer(bytes: line)) }
      while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
      let ends = line.suffix(3)
      return .tooLong(opensBody: ends == [0x20, 0x3C, 0x3C] || ends == [0x09, 0x3C, 0x3C])
    }
  }

  @Test("An endless line is thrown away as it comes and costs no memory")
  func endlessLine() {
    var framer = LineFramer()
    var buffer = ByteBuffer()
    let piece = [UInt8](repeating: 0x61, count: 1000)
    for _ in 0..<1000 {
      buffer.writeBytes(piece)
      #expect(framer.next(in: &buffer) == nil)
      #expect(buffer.readableBytes <= 1000)
      buffer.discardReadBytes()
    }
    buffer.writeBytes(Array("\nstatus\n".utf8))
    #expect(framer.next(in: &buffer) == .tooLong(opensBody: false))
    #expect(framer.next(in: &buffer) == Self.line("status"))
  }

  @Test("The limit can be raised between two lines")
  func raisedLimit() {
    var framer = LineFramer()
    let long = String(repeating: "x", count: 600)
    var buffer = ByteBuffer(string: "\(long)\n\(long)\n")
    #expect(framer.next(in: &buffer) == .tooLong(opensBody: false))
    framer.lineBytesMax = WireLimits.lineBytes
    #expect(framer.next(in: &buffer) == Self.line(long))
  }

  private static let foreign: [([UInt8], ForeignProtocol)] = [
    (Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8), .http),
    (Array("POST /join HTTP/1.1\r\n".utf8), .http),
    (Array("HEAD / HTTP/1.0\r\n".utf8), .http),
    (Array("OPTIONS * HTTP/1.1\r\n".utf8), .http),
    (Array("CONNECT a:443 HTTP/1.1\r\n".utf8), .http),
    (Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), .http),
    ([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x0A, 0x0A], .tls),
    ([0xFF, 0xFB, 0x01, 0x0A, 0x71], .telnet),
    ([0xEF, 0xBB, 0xBF] + Array("status\n".utf8), .byteOrderMark),
    ([0xFE, 0xFF, 0x00, 0x0A], .byteOrderMark),
  ]

  @Test(
    "Another protocol is told by its first bytes, once, and nothing of it runs", arguments: foreign)
  func foreignProtocols(bytes: [UInt8], kind: ForeignProtocol) {
    let status = Array("status\nquit\n".utf8)
    #expect(inputs([bytes + status], limit: 512) == [.wrongProtocol(kind)])
    #expect(inputs((bytes + status).map { [$0] }, limit: 512) == [.wrongProtocol(kind)])
    #expect(kind.error.code == .wrongProtocol)
  }

  @Test("Verbs that HTTP has too are ours without a path, and later lines are never foreign")
  func likeForeign() {
    #expect(inputs([Array("HEAD\nhead x\n".utf8)]) == [Self.line("HEAD"), Self.line("head x")])
    #expect(inputs([Array("get /\n".utf8)]) == [Self.line("get /")])
    #expect(inputs([Array("x\nGET / HTTP\n".utf8)]) == [Self.line("x"), Self.line("GET / HTTP")])
    #expect(inputs([Array("\nGET / HTTP\n".utf8)]) == [Self.line(""), Self.line("GET / HTTP")])
  }

  @Test("A client's framer takes every first byte")
  func clientFramer() {
    var framer = LineFramer(lineBytesMax: 64, detectsForeign: false)
    var buffer = ByteBuffer(string: "GET / is not ours\n")
    #expect(framer.next(in: &buffer) == Self.line("GET / is not ours"))
  }
}
