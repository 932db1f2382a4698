import EntenteWire
import Testing

struct BodyAssemblerTests {
  private func assemble(_ lines: [String]) -> BodyAssembler.Step {
    var assembler = BodyAssembler()
    for line in lines.dropLast() {
      let step = Array(line.utf8).withUnsafeBytes { assembler.add($0) }
      #expect(step == .more)
    }
    return Array((lines.last ?? ".").utf8).withUnsafeBytes { assembler.add($0) }
  }

  @Test(
    "Lines are joined by line ends and doubled points become one",
    arguments: [
      (["."], ""), (["", "."], ""), (["a", "."], "a"), (["a", "", "b", "."], "a\n\nb"),
      (["..", "."], "."), (["..a", "...b", "."], ".a\n..b"), ([".a", "."], "a"),
      ([" .", ". ", "."], " .\n "), (["say all :x", "@id=1 quit", "."], "say all :x\n@id=1 quit"),
    ])
  func joining(lines: [String], text: String) {
    #expect(assemble(lines) == .complete(text))
  }

  @Test("400 lines and 65536 bytes are taken, one more is refused at the end")
  func limits() {
    func refusal() -> BodyAssembler.Step {
      .refused(
        WireError(
          .bodyTooLong, [WireField("limit", 65536), WireField("lines", 400)],
          "A body has at most 400 lines and 65536 bytes."))
    }
    let lines = Array(repeating: "x", count: 400)
    #expect(assemble(lines + ["."]) == .complete(lines.joined(separator: "\n")))
    #expect(assemble(lines + ["x", "y", "."]) == refusal())
    let wide = Array(repeating: String(repeating: "w", count: 4095), count: 16)
    #expect(assemble(wide + ["."]) == .complete(wide.joined(separator: "\n")))
    #expect(assemble(wide + ["", "."]) == .complete(wide.joined(separator: "\n") + "\n"))
    #expect(assemble(wide + ["x", "."]) == refusal())
  }

  @Test("A forbidden character spoils the body, which is read on to its end")
  func forbiddenCharacter() {
    let answer = assemble(["fine", ".x\u{1b}y", "more", "."])
    #expect(
      answer
        == .refused(
          WireError(
            .badCharacter,
            [WireField("at", 2), WireField("char", "U+001B"), WireField("line", 2)],
            "In line 2 of the body: The character U+001B at byte 2 is not allowed.")))
  }

  @Test("A line that was too long spoils the body")
  func tooLongLine() {
    var assembler = BodyAssembler()
    #expect(assembler.addTooLong() == .more)
    let end = Array(".".utf8).withUnsafeBytes { assembler.add($0) }
    #expect(
      end
        == .refused(
          WireError(
            .lineTooLong, [WireField("limit", 4096), WireField("line", 1)],
            "Line 1 of the body is longer than 4096 bytes.")))
  }

  @Test("The first error is the answer")
  func firstError() {
    let due = WireError(.unknownVerb, [], "No such verb.")
    var assembler = BodyAssembler(refusing: due)
    for line in ["\u{1b}", "x", "."] {
      let step = Array(line.utf8).withUnsafeBytes { assembler.add($0) }
      #expect(step == (line == "." ? .refused(due) : .more))
    }
  }
}
