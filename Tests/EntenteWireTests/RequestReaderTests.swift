import EntenteWire
import NIOCore
import Testing

struct RequestReaderTests {
  /// Runs a connection's bytes and returns, in order, what the server would do.
  private func dialogue(_ pieces: [[UInt8]]) -> [String] {
    var framer = LineFramer(lineBytesMax: 64)
    var reader = RequestReader()
    var buffer = ByteBuffer()
    var done: [String] = []
    for piece in pieces {
      buffer.writeBytes(piece)
      while let input = framer.next(in: &buffer) {
        let output: RequestReader.Output
        switch input {
        case .line(let line): output = reader.take(line)
        case .tooLong(let opensBody):
          output = reader.takeTooLong(opensBody: opensBody, limit: 64)
        case .wrongProtocol(let kind): output = .refused(kind.error, id: nil)
        }
        if let text = Self.describe(output) { done.append(text) }
      }
    }
    return done
  }

  private static func describe(_ output: RequestReader.Output) -> String? {
    switch output {
    case .nothing: return nil
    case .request(let request, let body):
      let text = String(decoding: RequestPrinter.bytes(request, body: body), as: UTF8.self)
      return text.replacing("\n", with: "|")
    case .refused(let error, let id):
      return [id, String(error.code.number)].compactMap(\.self).joined(separator: " ")
    }
  }

  private static let tooLong = String(repeating: "x", count: 80)

  private static let dialogues: [(String, [String])] = [
    ("status\n\nwho\n", ["STATUS|", "WHO|"]),
    ("@id=1 say all <<\nquit\n.\nwho\n", ["@id=1 SAY all <<|quit|.|", "WHO|"]),
    ("say all <<\n..\n..quit\n.\n", ["SAY all <<|..|..quit|.|"]),
    ("nosuchverb x <<\nclose\n.\nwho\n", ["NOSUCHVERB x <<|close|.|", "WHO|"]),
    ("@id=1;kye=2 say all <<\nclose\n.\nwho\n", ["1 403", "WHO|"]),
    ("@id=1 say \"a <<\nclose\n.\nwho\n", ["1 405", "WHO|"]),
    ("say all :hello <<\nclose\n.\nwho\n", ["400", "WHO|"]),
    ("say all {\"a\":1} <<\nclose\n.\nwho\n", ["400", "WHO|"]),
    ("say \u{1b} <<\nclose\n.\nwho\n", ["401", "WHO|"]),
    ("say all\r <<\nclose\n.\nwho\n", ["401", "WHO|"]),
    ("\(tooLong) <<\nclose\n.\nwho\n", ["407", "WHO|"]),
    ("\(tooLong)\nwho\n", ["407", "WHO|"]),
    ("say all <<\n\(tooLong)\nclose\n.\nwho\n", ["407", "WHO|"]),
    ("say all <<\n\(tooLong) <<\nclose\n.\nwho\n", ["407", "WHO|"]),
    ("say all <<\nsay b <<\n.\nwho\n", ["SAY all <<|say b <<|.|", "WHO|"]),
    ("say all <<\na\rquit\n.\nwho\n", ["401", "WHO|"]),
    ("say all <<\n.\rquit\n.\nwho\n", ["401", "WHO|"]),
    ("say all <<\n.\r\r\nquit\n.\nwho\n", ["401", "WHO|"]),
    ("say all <<\n.\u{0}\nquit\n.\nwho\n", ["401", "WHO|"]),
    ("say all <<\n. \nquit\n.\nwho\n", ["SAY all <<| |quit|.|", "WHO|"]),
    ("say all <<\n .\nquit\n.\nwho\n", ["SAY all <<| .|quit|.|", "WHO|"]),
    ("who\rclose\n", ["401"]),
    ("say all :x\rclose\nwho\n", ["401", "WHO|"]),
    ("say all :x\u{2028}close\nwho\n", ["401", "WHO|"]),
    ("say all :x\u{85}close\nwho\n", ["401", "WHO|"]),
    (".\nwho\n", ["400", "WHO|"]),
    ("who\nclose", ["WHO|"]),
  ]

  @Test("No line of a body runs, whatever precedes it", arguments: dialogues)
  func smuggling(stream: String, done: [String]) {
    let lines = Array(stream.utf8)
    let returns = Array(stream.replacing("\n", with: "\r\n").utf8)
    var generator = SeededGenerator(seed: UInt64(lines.count))
    for bytes in [lines, returns] {
      #expect(dialogue([bytes]) == done)
      #expect(dialogue(bytes.map { [$0] }) == done)
      for _ in 0..<5 { #expect(dialogue(generator.pieces(bytes)) == done) }
    }
  }

  @Test("A line that fails is answered at once, and its body is thrown away in silence")
  func refusedWithBody() {
    var reader = RequestReader()
    let output = reader.take(ByteBuffer(string: "@id=5 say \"all <<"))
    guard case .refused(let error, let id) = output else {
      Issue.record("\(output) is no refusal")
      return
    }
    #expect(id == "5")
    #expect(error.code == .badArgument)
    #expect(error.text.hasSuffix(RequestReader.discardNotice))
    #expect(!reader.awaitsBody)
    #expect(reader.take(ByteBuffer(string: "close")) == .nothing)
    #expect(reader.take(ByteBuffer(string: ".")) == .nothing)
    #expect(reader.take(ByteBuffer(string: "who")) == .request(RequestLine("WHO"), body: nil))
  }

  @Test("A body that stops is answered once, and its rest is still thrown away")
  func timeout() {
    var reader = RequestReader()
    func take(_ line: String) -> RequestReader.Output { reader.take(ByteBuffer(string: line)) }
    #expect(!reader.awaitsBody)
    #expect(reader.bodyTimedOut() == .nothing)
    #expect(take("@id=5 say all <<") == .nothing)
    #expect(reader.awaitsBody)
    #expect(take("one") == .nothing)
    #expect(reader.bodyTimedOut() == .refused(BodyAssembler.timedOut, id: "5"))
    #expect(!reader.awaitsBody)
    #expect(reader.bodyTimedOut() == .nothing)
    #expect(take("close") == .nothing)
    #expect(reader.takeTooLong(opensBody: true, limit: 64) == .nothing)
    #expect(take(".") == .nothing)
    #expect(take("who") == .request(RequestLine("WHO"), body: nil))
  }

  @Test("Random lines never trap, and each that is no body line gets one answer")
  func fuzz() {
    var generator = SeededGenerator(seed: 50_000)
    var reader = RequestReader()
    var requests = 0
    var isDiscarding = false
    for _ in 0..<50_000 {
      var line = randomLine(&generator)
      let wasInBody = reader.awaitsBody || isDiscarding
      if wasInBody, Int.random(in: 0...2, using: &generator) == 0 { line = [0x2E] }
      let output = line.withUnsafeBytes { reader.take($0) }
      let ends = line.withUnsafeBytes { BodyMark.ends($0) }
      if isDiscarding { #expect(output == .nothing) }
      isDiscarding = isDiscarding ? line != [0x2E] : !wasInBody && ends && !reader.awaitsBody
      switch output {
      case .nothing: #expect(line.isEmpty || wasInBody || reader.awaitsBody)
      case .request(let request, let body):
        requests += 1
        checkRoundTrip(request, body: body)
      case .refused(let error, _): #expect(error.code.advice == .change)
      }
    }
    #expect(requests > 1000)
  }

  private func randomLine(_ generator: inout SeededGenerator) -> [UInt8] {
    let parts = [
      "@", "id=", "key=", "rev=", "turn=", ";", "7", " ", "\t", "say", "SIGN", "name=", "\"", "\\",
      "{", "}", "[", "]", ":", ",", "\"a\":1", "<<", " <<", ".", "..", "é", "\u{202e}", "\r",
      "\u{0}", "\u{1b}", "\\ud800", "-", "=", "x",
    ]
    var line: [UInt8] = []
    if Bool.random(using: &generator) { line.append(contentsOf: "say ".utf8) }
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      line.append(contentsOf: generator.pick(parts).utf8)
    }
    if Int.random(in: 0...9, using: &generator) == 0, !line.isEmpty {
      let place = Int.random(in: 0..<line.count, using: &generator)
      line[place] = UInt8.random(in: 0...255, using: &generator)
    }
    return line
  }

  /// What was accepted prints as a line that is accepted as the same.
  private func checkRoundTrip(_ request: RequestLine, body: String?) {
    var reader = RequestReader()
    var last = RequestReader.Output.nothing
    let bytes = RequestPrinter.bytes(request, body: body)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      last = Array(line).withUnsafeBytes { reader.take($0) }
    }
    guard case .request(let again, let againBody) = last else {
      Issue.record("\(String(decoding: bytes, as: UTF8.self)) is not read back")
      return
    }
    #expect(again.substance(body: againBody) == request.substance(body: body))
  }
}
