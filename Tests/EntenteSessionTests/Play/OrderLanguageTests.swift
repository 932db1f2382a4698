import EntenteModel
import EntenteSession
import Testing

struct OrderLanguageTests {
  private let exercise = SmallPlay.exercise(.none)

  private func read(_ line: String) throws -> Order {
    let words = line.split(separator: " ").map(String.init)
    return try OrderLanguage.parse(
      keyword: words[0],
      arguments: words.dropFirst().map { word in
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : (nil, parts[0])
      }, exercise: exercise)
  }

  @Test(
    "Orders are read as typed and printed so that they can be typed again",
    arguments: [
      "stockpile input=chips money=4m", "stockpile input=chips money=4m via=ota",
      "start-dev programme=lantern", "start-dev programme=lantern exportable=yes turns=6",
      "route line=dorn-lantern via=agency", "place-work deal=D-7Q4K money=4m",
      "ask-reexport programme=lantern to=cael", "convert-civil line=dorn-lantern lead=yes",
      "justify", "exchange domain=aut partner=cael", "exchange domain=aut partner=cael on=no",
      "answer-reexport request=r1 answer=no",
    ])
  func roundTrip(line: String) throws {
    #expect(OrderLanguage.print(try read(line)) == line)
  }

  @Test("What is left out takes its default")
  func defaults() throws {
    #expect(try read("start-dev programme=lantern")["turns"] == .integer(4))
    #expect(try read("start-dev programme=lantern")["exportable"] == .flag(false))
    #expect(try read("stockpile input=chips money=4m")["via"] == .word("far"))
    #expect(try read("exchange domain=aut partner=cael")["on"] == .flag(true))
    #expect(try read("convert-civil line=dorn-lantern lead")["lead"] == .flag(true))
  }

  @Test(
    "What does not fit is refused",
    arguments: [
      "stockpile input=gold money=4m", "stockpile input=chips",
      "start-dev programme=lantern turns=1",
      "start-dev programme=lantern turns=13", "route line=dorn-lantern via=post",
      "exchange domain=qtm partner=cael", "ask-reexport programme=lantern",
    ])
  func refused(line: String) {
    #expect(throws: Refusal.self) { try read(line) }
  }
}
