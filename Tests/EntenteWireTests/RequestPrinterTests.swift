import EntenteWire
import NIOCore
import Testing

struct RequestPrinterTests {
  private func print(_ request: RequestLine, body: String? = nil) -> String {
    String(decoding: RequestPrinter.bytes(request, body: body), as: UTF8.self)
  }

  @Test("A request prints with its tags, quotes and text")
  func golden() {
    let request = RequestLine(
      "SAY",
      [
        RequestArgument("aster,cael"), RequestArgument(name: "issue", "work share"),
        RequestArgument(name: "n", "3"), RequestArgument(name: "e", ""),
        RequestArgument(name: "q", "<é\">"),
      ], payload: .text("Hello: é"), tags: RequestTags(id: "7", key: "k-1", turn: 2, rev: 0))
    #expect(
      print(request)
        == "@id=7;key=k-1;turn=2;rev=0 SAY aster,cael issue=\"work share\" n=3 e=\"\" "
        + "q=\"<é\\\">\" :Hello: é\n")
  }

  @Test("A text that would not stay on its line becomes a body")
  func texts() {
    func say(_ text: String) -> String {
      print(RequestLine("SAY", [RequestArgument("all")], payload: .text(text)))
    }
    #expect(say("a\nquit\n.\n..x") == "SAY all <<\na\nquit\n..\n...x\n.\n")
    #expect(say("look <<") == "SAY all <<\nlook <<\n.\n")
    #expect(say("look<<") == "SAY all :look<<\n")
    let long = String(repeating: "w", count: 4090)
    #expect(say(long) == "SAY all <<\n\(long)\n.\n")
  }

  @Test("Whatever a text holds, the server reads one request or one refusal")
  func noSecondRequest() {
    for seed in UInt64(1)...3000 {
      var generator = SeededGenerator(seed: seed)
      let text = generator.text()
      let request = RequestLine(
        "SAY", [RequestArgument(name: "name", generator.text())], payload: .text(text))
      var framer = LineFramer(lineBytesMax: WireLimits.lineBytes)
      var reader = RequestReader()
      var buffer = ByteBuffer(bytes: RequestPrinter.bytes(request))
      var outputs: [RequestReader.Output] = []
      while case .line(let line)? = framer.next(in: &buffer) {
        let output = reader.take(line)
        if output != .nothing { outputs.append(output) }
      }
      #expect(outputs.count == 1, "seed \(seed)")
      #expect(!reader.awaitsBody, "seed \(seed)")
      if case .request(let read, let body) = outputs.first {
        #expect(read["name"] == request["name"], "seed \(seed)")
        let sent = withoutReturns(text)
        let trimmed = String(sent.drop { $0 == " " })
        #expect(body == sent || read.payload == .text(trimmed), "seed \(seed)")
      }
    }
  }

  /// `text` with CRLF as LF, and without a CR at its end, which the end of the line swallows.
  private func withoutReturns(_ text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }.joined(separator: "\n")
  }
}
